package io.fieldstick.provision;

import io.fieldstick.setting.AuditRule;
import io.fieldstick.setting.AutoPlay;
import io.fieldstick.setting.BrowserProxy;
import io.fieldstick.setting.DefaultAssociations;
import io.fieldstick.setting.EnvironmentProxy;
import io.fieldstick.setting.FakeControls;
import io.fieldstick.setting.FakeInstallers;
import io.fieldstick.setting.FileType;
import io.fieldstick.setting.HostName;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.InternetExplorerMode;
import io.fieldstick.setting.LockoutRules;
import io.fieldstick.setting.PasswordRules;
import io.fieldstick.setting.PowerPlan;
import io.fieldstick.setting.Proxy;
import io.fieldstick.setting.ProxyRoute;
import io.fieldstick.setting.RegistryValues;
import io.fieldstick.setting.RestTimes;
import io.fieldstick.setting.Resume;
import io.fieldstick.setting.SecurityOption;
import io.fieldstick.setting.ServicesProxy;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.SiteList;
import io.fieldstick.setting.TimeServer;
import io.fieldstick.setting.TimeZoneOfPlace;
import io.fieldstick.setting.TrustedSite;
import io.fieldstick.setting.TrustedSites;
import io.fieldstick.setting.TrustedZone;
import io.fieldstick.setting.UserRight;
import io.fieldstick.setting.WindowsService;
import io.fieldstick.setting.ZoneAction;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.DomainAccount;
import io.fieldstick.windows.InMemoryPower;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Service;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A setting of the catalogue and a machine it is asked of; every setting meets every machine, but a domain is only of the host name's business. */
record Situation(String name, Setting<?> setting, Supplier<InMemoryWindows> machine) {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final String INTERNET = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    private static final byte[] OTHER_LIST =
            "<site-list version=\"7\"><site url=\"x.example\"/></site-list>".getBytes(StandardCharsets.UTF_8);

    static Stream<Situation> all() {
        Stream<Situation> everywhere = settings().stream()
                .flatMap(setting -> machines().entrySet().stream()
                        .map(machine -> new Situation(
                                setting.name() + " on " + machine.getKey(), setting, machine.getValue())));
        return Stream.concat(
                everywhere,
                Stream.of(
                        new Situation("host-name on a member of a domain", hostName(), Situation::member),
                        new Situation("host-name on a machine with a long name", hostName(), Situation::longNamed),
                        new Situation("default programs on a member of a domain", defaults(), Situation::member),
                        new Situation("default programs where another list is", defaults(), Situation::listed)));
    }

    InMemoryWindows windows() {
        return FakeControls.on(FakeInstallers.on(machine.get()))
                .opens("ACDSee Free", "C:\\Program Files\\ACD Systems\\ACDSee.exe", ".tif", "ACDSee.tif")
                .clearLog();
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<Setting<?>> settings() {
        return List.of(
                new AutoPlay(),
                hostName(),
                new RegistryValues(
                        "hide the last user",
                        RegistryKey.Root.MACHINE,
                        "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer",
                        RegistryKey.View.BITS_64,
                        "NoAutorun",
                        Optional.of(RegistryValue.dword(7)),
                        InForce.AFTER_RESTART),
                new RegistryValues(
                        "lock the screen",
                        RegistryKey.Root.USERS,
                        "Control Panel\\Desktop",
                        RegistryKey.View.BITS_64,
                        "ScreenSaverIsSecure",
                        Optional.of(RegistryValue.sz("1")),
                        InForce.AFTER_SIGN_IN),
                new RegistryValues(
                        "no script",
                        RegistryKey.Root.USERS,
                        INTERNET,
                        RegistryKey.View.BITS_64,
                        "AutoConfigURL",
                        Optional.empty(),
                        InForce.AFTER_SIGN_IN),
                new WindowsService("Spooler", Optional.of(Service.Start.DISABLED), Optional.of(false)),
                new WindowsService("W32Time", Optional.of(Service.Start.AUTOMATIC), Optional.of(true)),
                new WindowsService("spooler", Optional.empty(), Optional.of(true)),
                new TimeZoneOfPlace("China Standard Time"),
                new TimeServer("ntp.house.example 10.1.1.1"),
                new PasswordRules(OptionalInt.of(8), OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(5)),
                new LockoutRules(5, 30, 15),
                new AuditRule("logon", "0cce9215-69ae-11d9-bed3-505054503030", new AuditChoice(true, true)),
                new UserRight("SeShutdownPrivilege", new TreeSet<>(List.of("S-1-5-32-544", "S-1-5-32-551"))),
                new UserRight("SeDenyNetworkLogonRight", new TreeSet<>(List.of("S-1-5-32-546"))),
                new SecurityOption("DontDisplayLastUserName", RegistryValue.dword(1)),
                new FileType(".tif", "ACDSee*", Optional.empty()),
                new FileType(".tiff", "ACDSee", Optional.of("ACDSee.tif")),
                new PowerPlan(InMemoryPower.HIGH_PERFORMANCE),
                new RestTimes(
                        PowerTimeout.MONITOR,
                        Optional.empty(),
                        Map.of(PowerSource.PLUGGED_IN, 900, PowerSource.BATTERY, 300)),
                new RestTimes(
                        PowerTimeout.SLEEP, Optional.of(InMemoryPower.BALANCED), Map.of(PowerSource.PLUGGED_IN, 0)),
                new Proxy("proxy.house.example:8080", List.of("<local>", "*.house.example", "10.*")),
                new Proxy(ProxyRoute.byScript("http://wpad.house.example/proxy.pac"), Proxy.Scope.USERS),
                new Proxy(ProxyRoute.through("proxy.house.example:8080", List.of("<local>")), Proxy.Scope.MACHINE),
                new ServicesProxy(ProxyRoute.through("proxy.house.example:8080", List.of("<local>"))),
                new BrowserProxy(BrowserProxy.Browser.EDGE, ProxyRoute.detected()),
                new EnvironmentProxy("proxy.house.example:8080", List.of(".house.example")),
                new TrustedSites(
                        Stream.of("https://oa.house.example", "*.house.example", "desk", "10.9.8.*")
                                .flatMap(site -> TrustedSite.parse(site).stream())
                                .toList(),
                        TrustedSites.Form.POLICY),
                new TrustedZone(
                        TrustedSites.Form.PREFERENCE,
                        Optional.of(false),
                        Map.of(new ZoneAction("1200"), 0, new ZoneAction("1201"), 3),
                        Optional.of("https://oa.house.example/")),
                new TrustedZone(
                        TrustedSites.Form.POLICY,
                        Optional.empty(),
                        Map.of(new ZoneAction("1200"), 0),
                        Optional.of("https://oa.house.example/")),
                new InternetExplorerMode(
                        List.of(new SiteList.Site("oa.house.example/a?b=c&d", "IE8Enterprise", "IE11")),
                        OptionalLong.of(60)),
                new TrustedSites(
                        Stream.of("https://oa.house.example", "*.house.example", "http://mail.bcia.com.cn", "10.9.8.*")
                                .flatMap(site -> TrustedSite.parse(site).stream())
                                .toList()),
                FakeControls.setting(32),
                FakeControls.setting(64),
                FakeControls.packaged(),
                FakeInstallers.ledgerSetting(),
                FakeInstallers.dockViewSetting(),
                new Resume(
                        "BAY-12-20261124T040000Z",
                        "C:\\Windows\\Temp\\fieldstick-0123456789abcdef",
                        Instant.parse("2026-11-24T04:00:00Z"),
                        "C:\\Windows\\System32"));
    }

    private static HostName hostName() {
        return new HostName("BCIA-{dept}-{user}", Optional.of("BCIA-IT-zhangsm"), List.of("BCIA-IT-zhangs2"));
    }

    /** Its NetBIOS name is the first 15 characters of its host name. */
    private static InMemoryWindows longNamed() {
        return new InMemoryWindows().computerName("laboratory-of-terminal-three");
    }

    private static DefaultAssociations defaults() {
        return new DefaultAssociations(List.of(
                new FileType(".tif", "ACDSee*", Optional.empty()),
                new FileType(".tiff", "ACDSee", Optional.of("ACDSee.tif"))));
    }

    private static Map<String, Supplier<InMemoryWindows>> machines() {
        Map<String, Supplier<InMemoryWindows>> machines = new LinkedHashMap<>();
        machines.put("a machine with two users", Situation::twoUsers);
        machines.put("a machine where nobody is signed in", InMemoryWindows::new);
        machines.put(
                "a machine with users signed in, not signed in and to come",
                () -> twoUsers().signOut(LI).defaultUser());
        machines.put(
                "a machine that had other settings and where nobody is signed in",
                () -> used().signOut(LI).signOut(ZHANG).defaultUser());
        machines.put(
                "a machine with values of strange types where nobody is signed in",
                () -> strange().everybodySignsOut());
        machines.put("a machine that had other settings", Situation::used);
        machines.put("a machine with values of strange types", Situation::strange);
        return machines;
    }

    private static InMemoryWindows member() {
        InMemoryWindows windows = twoUsers().member("HARBOUR", "HARBOUR\\joiner", "secret");
        windows.domain().use(new DomainAccount("HARBOUR\\joiner", "secret".toCharArray()));
        return windows;
    }

    private static InMemoryWindows listed() {
        return member().bytes("C:\\Program Files\\Fieldstick\\default-apps.xml", OTHER_LIST);
    }

    private static InMemoryWindows twoUsers() {
        return new InMemoryWindows()
                .user(ZHANG, "C:\\Users\\zhangsan", true)
                .user(LI, "C:\\Users\\李四", true)
                .user("S-1-5-21-1-2-3-1003", "C:\\Users\\away", false);
    }

    private static InMemoryWindows used() {
        RegistryKey internet = RegistryKey.user(ZHANG, INTERNET);
        RegistryKey explorer = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer");
        return twoUsers()
                .put(explorer, "NoDriveTypeAutoRun", RegistryValue.dword(0x91))
                .put(explorer, "NoAutorun", RegistryValue.dword(2))
                .put(internet.child("Zones\\2"), "Flags", RegistryValue.dword(0x147))
                .bytes("C:\\Program Files\\Fieldstick\\ie-mode-sites.xml", OTHER_LIST)
                .service("Spooler", Service.Start.MANUAL, Service.State.STOPPED)
                .service("W32Time", Service.Start.DISABLED, Service.State.STOPPED)
                .put(
                        RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\W32Time\\TriggerInfo\\1"),
                        "GUID",
                        RegistryValue.binary(HexFormat.of().parseHex("6e51afddc25866489574c3b615d42ea1")))
                .put(
                        RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\W32Time\\TriggerInfo\\1"),
                        "Action",
                        RegistryValue.dword(2))
                .put(internet, "ProxyEnable", RegistryValue.dword(0))
                .put(internet, "ProxyServer", RegistryValue.sz("http://zhang:geheim@10.0.0.1:80"))
                .put(
                        RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment"),
                        "HTTP_PROXY",
                        RegistryValue.expandSz("http://zhang:geheim@%HOUSE%:80"))
                .put(internet, "AutoConfigURL", RegistryValue.sz("http://old.example/proxy.pac"))
                .put(internet.child("Connections"), "DefaultConnectionSettings", RegistryValue.binary(new byte[56]))
                .put(internet.child("ZoneMap\\Domains\\house.example\\oa"), "https", RegistryValue.dword(4))
                .put(internet.child("ZoneMap\\Ranges\\Range1"), ":Range", RegistryValue.sz("172.16.1.1"))
                .put(internet.child("ZoneMap\\Ranges\\Range3"), ":Range", RegistryValue.sz("10.9.8.*"))
                .put(internet.child("ZoneMap\\Ranges\\Range3"), "http", RegistryValue.dword(1));
    }

    private static InMemoryWindows strange() {
        RegistryKey internet = RegistryKey.user(LI, INTERNET);
        RegistryKey explorer = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer");
        return twoUsers()
                .put(explorer, "NoDriveTypeAutoRun", RegistryValue.binary(new byte[] {(byte) 0xFF, 0, 0, 0}))
                .put(explorer, "NoAutorun", RegistryValue.sz("1"))
                .put(internet.child("Zones\\2"), "1200", RegistryValue.binary(new byte[4]))
                .bytes("C:\\Program Files\\Fieldstick\\ie-mode-sites.xml", new byte[] {'<', 'x'})
                .put(internet, "ProxyEnable", RegistryValue.raw(RegistryValue.DWORD, new byte[] {1}))
                .put(internet, "ProxyServer", RegistryValue.raw(RegistryValue.SZ, new byte[] {65, 0, 66}))
                .put(internet, "ProxyOverride", RegistryValue.raw(99, new byte[0]))
                .put(internet.child("Connections"), "SavedLegacySettings", RegistryValue.sz("not a record"))
                .put(internet.child("ZoneMap\\Ranges\\Range1"), ":Range", RegistryValue.dword(7));
    }
}
