package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.setting.SettingCatalogue;
import io.fieldstick.setting.SettingKind;
import io.fieldstick.windows.Activation;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.WindowsError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of {@code profile learn}: what it writes is a profile, and {@code verify} passes on the machine it is from. */
class LearnTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final String INTERNET = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final RegistryKey UNINSTALL =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    private static final String PROFILE = """
            name: House
            auto-play: disabled
            host-name: {pattern: "BCIA-{dept}-{user}"}
            proxy: {server: "proxy.house.test:8080", bypass: ["<local>", "10.*"]}
            trusted-sites: {sites: ["https://oa.house.test", "*.port.com.cn", "http://desk", "10.9.8.*", "mail.x.com.cn"]}
            """;
    /** All that these sections can say. */
    private static final String WHOLE = PROFILE.replace(", \"10.*\"]}", """
            , "10.*"], winhttp: same, browsers: [edge, chrome], environment: {no-proxy: [localhost, .house.test]}}""").replace("\"mail.x.com.cn\"]}", """
            "mail.x.com.cn"], require-https: false, zone-actions: {run-activex: allow, scripting: disallow}}""") + """
            ie-mode:
              refresh-minutes: 60
              sites: [{url: "oa.house.test:8080/a?b=<c>&d", compat-mode: IE8Enterprise}, {url: login.house.test, open-in: None}]
            time-server: ntp.house.test 10.1.1.1
            power: {plan: balanced, monitor: {plugged-in: 15, battery: 5}, sleep: {plugged-in: 0}}
            """;

    private static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");
    private static final String CHOICES = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\";
    /** What nothing on a machine tells from what came with a program or from elsewhere. */
    private static final List<String> NOT_LEARNED = List.of("activex");

    private static final String ODD = "{}*?/\\\"':-#&!|>%@`~<=>,0123456789.";

    @TempDir
    private Path folder;

    @Test
    void aFreshMachineTeachesAProfileThatItKeeps() {
        assertThat(keepsWhatItTaught(answering()))
                .contains("name: \"OLDNAME\"", "AutoPlay is on here", "\ntime-zone: \"", "\npower:\n  plan: ")
                .doesNotContain("Could not be read");
    }

    @Test
    void aProvisionedMachineTeachesWhatItWasGiven() {
        InMemoryWindows windows = twoUsers();
        Visit visit = new Visit(folder, windows);
        visit.profile("bcia.yaml", PROFILE);
        assertThat(visit.run("provision", "--yes", "--set", "dept=IT", "--set", "user=zhangsm"))
                .isEqualTo(3010);
        windows.restart();
        assertThat(keepsWhatItTaught(windows))
                .contains(
                        "auto-play: disabled",
                        "pattern: \"BCIA-{dept}-{user}\"",
                        "server: \"proxy.house.test:8080\"",
                        "- \"<local>\"",
                        "- \"https://oa.house.test\"",
                        "- \"10.9.8.*\"",
                        "- \"mail.x.com.cn\"");
    }

    @Test
    void whatASectionCanSayOfTheNetworkThePowerAndTheClockIsLearned() {
        assertThat(keepsWhatItTaught(goodMachine()))
                .contains(
                        "  winhttp: same\n  browsers: [edge, chrome]\n  environment:\n    no-proxy:\n",
                        "      - \".house.test\"\n",
                        "  require-https: false\n  zone-actions:\n",
                        "    \"run-activex\": allow\n    \"scripting\": disallow\n",
                        "    - url: \"oa.house.test:8080/a?b=<c>&d\"\n      compat-mode: IE8Enterprise\n      open-in: IE11\n",
                        "      open-in: None\n  refresh-minutes: 60\n",
                        "\ntime-server: \"ntp.house.test 10.1.1.1\"\n",
                        "  plan: balanced\n  monitor: {plugged-in: 15, battery: 5}\n  sleep: {plugged-in: 0")
                .doesNotContain("as: policy", "scope: machine");
    }

    @Test
    void whatHoldsByPolicyIsLearnedAsPolicy() {
        InMemoryWindows windows = twoUsers();
        Visit visit = new Visit(folder, windows);
        visit.profile("bcia.yaml", """
                name: House
                proxy: {pac: "http://wpad.house.test/a.pac", scope: machine, winhttp: direct}
                trusted-sites: {sites: ["https://oa.house.test", "10.1.2.*"], as: policy, zone-actions: {"120B": disallow}}
                """);
        assertThat(visit.run("provision", "--yes")).isZero();
        assertThat(keepsWhatItTaught(windows))
                .contains(
                        "  pac: \"http://wpad.house.test/a.pac\"\n  scope: machine\n  winhttp: direct\n",
                        "    - \"10.1.2.*\"\n    - \"https://oa.house.test\"\n  as: policy\n",
                        "    \"120B\": disallow\n");
    }

    @Test
    void whatAProfileCannotSayOfTheNetworkIsLeftOut() {
        InMemoryWindows windows = goodMachine();
        windows.put(
                RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters"),
                "NtpServer",
                RegistryValue.sz("ntp.house.test,0x9"));
        windows.bytes(
                "C:\\Program Files\\Fieldstick\\ie-mode-sites.xml",
                "<site-list version=\"3\"><site url=\"x.test\"/></site-list>".getBytes(StandardCharsets.UTF_8));
        windows.put(
                RegistryKey.user(LI, INTERNET).child("Connections"),
                "DefaultConnectionSettings",
                RegistryValue.binary(
                        new byte[] {70, 0, 0, 0, 1, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        windows.put(RegistryKey.user(LI, INTERNET).child("Zones\\2"), "1200", RegistryValue.dword(1));
        assertThat(keepsWhatItTaught(windows))
                .doesNotContain("\ntime-server:", "\nie-mode:", "\nproxy:", "zone-actions:");
    }

    @Test
    void whatTheUsersDoNotAgreeOnIsLeftOut() {
        InMemoryWindows windows = twoUsers();
        RegistryKey settings = RegistryKey.user(ZHANG, INTERNET);
        windows.put(settings, "ProxyEnable", RegistryValue.dword(1));
        windows.put(settings, "ProxyServer", RegistryValue.sz("10.0.0.1:80"));
        windows.put(settings.child("ZoneMap\\Domains\\x.test"), "https", RegistryValue.dword(2));
        assertThat(keepsWhatItTaught(windows)).doesNotContain("\nproxy:", "\ntrusted-sites:");
    }

    @Test
    void aMachineWhoseUsersCannotBeReadTeachesWhatCanBe() {
        InMemoryWindows windows = twoUsers();
        windows.unreadable(RegistryKey.user(ZHANG, INTERNET), WindowsError.ACCESS_DENIED);
        assertThat(keepsWhatItTaught(windows, ExitCode.INCOMPLETE))
                .contains("# Could not be read, so nothing is said of it: read HKU\\" + ZHANG)
                .doesNotContain("nothing of the kind is set");
    }

    @Test
    void programsWithHostileNamesAreLearnedAndTheYamlHoldsThem() {
        InMemoryWindows windows = twoUsers();
        String[] names = {
            "WinRAR 5.21 (64-bit)",
            "暴风影音",
            "a: b",
            "- x",
            "#no comment",
            "\"quoted\" 'twice'",
            "back\\slash\\",
            "{dept}",
            "x {trusted-sites} y",
            "/regex(/",
            "/",
            "//",
            "*",
            "?",
            "**?",
            "~",
            "null",
            "true",
            "3.80",
            "others",
            "OTHERS",
            "!tag &anchor *alias",
            "%TAG",
            "tab\there",
            "line\nbreak",
            "nul\u0001",
            "next\u0085line",
            "zero\u200Bwidth",
            "\uFEFFbom",
            "𠮷野家",
            "half \uD800 surrogate",
            "half ? surrogate",
            "x".repeat(400),
            "x".repeat(401),
            "|",
            ">",
            "@",
            "`",
            "key: {a: [b]}",
            "\u2028",
            "trailing space ",
            "{",
            "}",
            "{}}{",
        };
        for (int i = 0; i < names.length; i++) {
            install(windows, "p" + i, names[i], i % 2 == 0 ? "1." + i : "{v}<=>", "Publisher {" + i + "} \"*\"");
        }
        assertThat(keepsWhatItTaught(windows)).contains("\"WinRAR 5.21 (64-bit)\"", "version: \">=1.0\"");
    }

    @Test
    void randomNamesAreLearnedToo() {
        Random random = new Random(4);
        InMemoryWindows windows = twoUsers();
        for (int i = 0; i < 300; i++) {
            install(windows, "p" + i, text(random), text(random), text(random));
        }
        keepsWhatItTaught(windows);
    }

    @Test
    void whatHoldsOfWindowsItselfIsLearnedAndWhatDoesNotIsLeftOut() {
        InMemoryWindows windows = twoUsers().version(10, 0, 19045);
        windows.put(InMemoryWindows.CURRENT_VERSION, "EditionID", RegistryValue.sz("Professional"));
        windows.licences(Reading.of(List.of(new Activation.Licence("Windows(R), RETAIL channel", 1))));
        windows.presentDevice("PCI\\VEN_10EC&DEV_2", "PCI\\CC_03", "", 28);
        assertThat(keepsWhatItTaught(windows))
                .contains(
                        "  edition: [\"Professional\"]",
                        "  build-at-least: 19045",
                        "  origin: no-foreign-image",
                        "  activated: true",
                        "  pending-restart: none",
                        "  windows/edition: info")
                .doesNotContain("drivers:", "antivirus:");
    }

    @Test
    void valuesByWhichAHouseDecidesAreLearnedAndOddOnesAreLeftOut() {
        RegistryKey system = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System");
        InMemoryWindows windows = twoUsers()
                .put(system, "DontDisplayLastUserName", RegistryValue.dword(1))
                .put(system, "InactivityTimeoutSecs", RegistryValue.raw(RegistryValue.DWORD, new byte[] {1}))
                .put(system, "LegalNoticeCaption", RegistryValue.sz("仅限 \"授权\" 人员: #1"))
                .put(system, "DisableCAD", RegistryValue.sz("{dept}"));
        assertThat(keepsWhatItTaught(windows))
                .contains(
                        "    DontDisplayLastUserName: \"1\"",
                        "    LegalNoticeCaption: \"仅限",
                        "must not repeat it: SeInteractiveLogonRight, DisableCAD, InactivityTimeoutSecs\n")
                .doesNotContain("InactivityTimeoutSecs:", "DisableCAD:");
    }

    @Test
    void valuesThatAreThereWithNothingInThemAreLeftOut() {
        RegistryKey system = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System");
        InMemoryWindows windows = twoUsers()
                .put(system, "LegalNoticeCaption", RegistryValue.sz(""))
                .put(system, "LegalNoticeText", RegistryValue.sz(""))
                .put(system, "EnableLUA", RegistryValue.dword(1));
        assertThat(keepsWhatItTaught(windows)).contains("value-name: EnableLUA").doesNotContain("LegalNotice");
    }

    @Test
    void thatUserAccountControlIsOffIsNoRuleForOthers() {
        RegistryKey system = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System");
        assertThat(keepsWhatItTaught(twoUsers().put(system, "EnableLUA", RegistryValue.dword(0))))
                .contains("it is off here")
                .doesNotContain("\nregistry:");
    }

    /** Every section that is learned, on a machine that has something for each; each setting is verified as it should be. */
    @Test
    void everySectionIsLearnedAndKept() {
        InMemoryWindows windows = goodMachine();
        String learned = keepsWhatItTaught(windows);
        assertThat(SettingCatalogue.kinds())
                .extracting(SettingKind::section)
                .filteredOn(section -> !NOT_LEARNED.contains(section))
                .allSatisfy(section -> assertThat(learned).containsPattern("(?m)^" + section + ":"));
        Visit visit = new Visit(folder, windows);
        visit.run("verify", "--profile", folder.resolve("profiles/learned.yaml").toString(), "-v", "--format", "csv");
        assertThat(visit.output().lines().filter(line -> line.contains(",setting,")))
                .hasSizeGreaterThan(80)
                .allSatisfy(line -> assertThat(line).contains("as-desired"));
    }

    @Test
    void servicesOfInstalledProgramsAndDisabledOnesAreLearnedAndTheRestOfWindowsIsNot() {
        assertThat(keepsWhatItTaught(goodMachine()))
                .contains(
                        "  - {name: \"HarbourAgent\", start: automatic-delayed}",
                        "  - {name: \"OldAgent\", start: disabled}",
                        "  - {name: \"RemoteRegistry\", start: disabled}",
                        "program is not in the folder of Windows")
                .doesNotContain("name: \"Spooler\"", "name: \"harbourdrv\"");
    }

    @Test
    void aServiceThatWindowsDoesNotSpeakOfIsToldAndNotGuessed() {
        InMemoryWindows windows = goodMachine().refuseService("HarbourAgent", WindowsError.ACCESS_DENIED);
        assertThat(keepsWhatItTaught(windows, ExitCode.INCOMPLETE))
                .contains(
                        "# Could not be read, so nothing is said of it: ask for the service HarbourAgent. Windows said 5",
                        "name: \"RemoteRegistry\"")
                .doesNotContain("{name: \"HarbourAgent\"");
    }

    @Test
    void theListOfServicesThatCannotBeReadIsToldAndNotTakenForNone() {
        InMemoryWindows windows = goodMachine()
                .unreadable(RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services"), WindowsError.ACCESS_DENIED);
        assertThat(keepsWhatItTaught(windows, ExitCode.INCOMPLETE))
                .contains("Could not be read", "CurrentControlSet\\Services. Windows said 5")
                .doesNotContain("\nservices:", "none is disabled");
    }

    @Test
    void theSecurityPolicyIsLearnedAsFarAsAProfileCanSayIt() {
        InMemoryWindows windows = goodMachine();
        windows.security().grant("SeServiceLogonRight", "S-1-5-21-7-7-7-1013");
        assertThat(keepsWhatItTaught(windows))
                .contains(
                        "    minimum-length: 8\n    maximum-age-days: 0\n    minimum-age-days: 1\n    history: 24\n",
                        "    threshold: 5\n    duration-minutes: 30\n    window-minutes: 15\n",
                        "    logon: success-and-failure\n",
                        "    SeInteractiveLogonRight: [administrators, users]\n",
                        "    SeTcbPrivilege: []\n",
                        "    DontDisplayLastUserName: \"1\"\n",
                        "    CachedLogonsCount: \"4\"\n",
                        "only this computer or its domain has: SeServiceLogonRight")
                .doesNotContain("S-1-5-21-7-7-7-1013");
    }

    @Test
    void aPolicyThatNoProfileCanSayIsNamedAndNotRounded() {
        InMemoryWindows windows = goodMachine();
        windows.security().setPasswords(new PasswordPolicy(200, 86_401, 86_400, 3));
        windows.security().setLockout(new LockoutPolicy(0xFFFFFFFFL, 60, 5));
        windows.security().revoke("SeInteractiveLogonRight", "S-1-5-32-544");
        assertThat(keepsWhatItTaught(windows))
                .contains("    minimum-age-days: 1\n    history: 3\n", "passwords, lockout, SeInteractiveLogonRight\n")
                .doesNotContain("minimum-length:", "maximum-age-days:", "  lockout:", "    SeInteractiveLogonRight:");
    }

    @Test
    void aPolicyThatWindowsDoesNotTellIsToldOnceForEachAnswer() {
        InMemoryWindows windows = goodMachine();
        windows.security().refuse(2140);
        String learned = keepsWhatItTaught(windows, ExitCode.INCOMPLETE);
        assertThat(learned)
                .contains("ask for the password policy, and " + (1 + 22 + 44) + " more. Windows said 2140")
                .contains("  options:")
                .doesNotContain("  passwords:", "  lockout:", "  audit:", "  rights:", "Windows told nothing");
        assertThat(learned.split("Windows said 2140", -1)).hasSize(2);
    }

    @Test
    void rightsThatNobodyHasAtAllAreNotBelieved() {
        InMemoryWindows windows = answering();
        windows.security().revoke("SeShutdownPrivilege", "S-1-5-32-544");
        windows.security().revoke("SeShutdownPrivilege", "S-1-5-32-545");
        assertThat(keepsWhatItTaught(windows, ExitCode.INCOMPLETE))
                .contains("Windows named nobody for any of them")
                .doesNotContain("  rights:");
    }

    @Test
    void aMemberOfADomainIsToldThatThePolicyMayBeTheDomains() {
        InMemoryWindows windows = answering().member("HARBOUR", "HARBOUR\\joiner", "secret");
        assertThat(keepsWhatItTaught(windows)).contains("a member of the domain \"HARBOUR\"");
    }

    @Test
    void fileTypesOfInstalledProgramsAreLearnedTogether() {
        assertThat(keepsWhatItTaught(goodMachine()))
                .contains("  - extensions: [\".tif\", \".tiff\"]\n    program: \"ACDSee {Free}\"\n"
                        .replace("{Free}", "?Free?"))
                .contains("  - extensions: [\".rar\"]\n    program: \"WinRAR\"\n    prog-id: \"WinRAR.Archive\"\n")
                .doesNotContain("extensions: [\".txt\"");
    }

    @Test
    void aFileTypeThatUsersDoNotAgreeOnIsLeftOut() {
        InMemoryWindows windows = goodMachine()
                .put(
                        RegistryKey.user(LI, CHOICES + ".tif\\UserChoice"),
                        "ProgId",
                        RegistryValue.sz("Applications\\x.exe"));
        assertThat(keepsWhatItTaught(windows))
                .contains("extensions: [\".tiff\"]")
                .doesNotContain("[\".tif\"");
    }

    @Test
    void theProgramsForFilesThatCannotBeReadAreTold() {
        InMemoryWindows windows = goodMachine()
                .unreadable(RegistryKey.user(LI, CHOICES + ".tif\\UserChoice"), WindowsError.ACCESS_DENIED);
        assertThat(keepsWhatItTaught(windows, ExitCode.INCOMPLETE))
                .contains("Could not be read", ".tif\\UserChoice")
                .doesNotContain("[\".tif\"");
    }

    @Test
    void noSecretIsRepeated() {
        RegistryKey system = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System");
        RegistryKey settings = RegistryKey.user(ZHANG, INTERNET);
        InMemoryWindows windows = goodMachine()
                .put(system, "LegalNoticeText", RegistryValue.sz("Service desk: password=geheim4711"))
                .put(settings, "ProxyEnable", RegistryValue.dword(1))
                .put(settings, "ProxyServer", RegistryValue.sz("zhang:geheim4711@proxy.test:80"));
        install(windows, "odd", "Agent --token geheim4711", "1 /password:geheim4711", "desk pwd=geheim4711");
        service(windows, "agent password=geheim4711", "C:\\agent.exe -pw geheim4711", Service.Start.MANUAL);
        install(windows, "pwd=geheim4711", "x", "1", "y");
        windows.unreadable(UNINSTALL.child("pwd=geheim4711"), WindowsError.ACCESS_DENIED);
        Visit visit = new Visit(folder, windows);
        assertThat(visit.run("profile", "learn")).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(visit.output() + visit.errors())
                .contains("LegalNoticeText", "Agent --token")
                .doesNotContain("4711");
        windows.clearLog();
        keepsWhatItTaught(windows, ExitCode.INCOMPLETE);
    }

    @Test
    void aHostileComputerNameStaysInsideItsComment() {
        InMemoryWindows windows = answering();
        windows.put(
                InMemoryWindows.ACTIVE_COMPUTER_NAME, "ComputerName", RegistryValue.sz("x\nauto-play: enabled\n{y}"));
        keepsWhatItTaught(windows);
    }

    @Test
    void theNameIsTheOneThatWasGivenAndCommentsAreInTheLanguageOfTheRun() {
        Visit visit = new Visit(folder, answering());
        assertThat(visit.run("profile", "learn", "--name", "财务 \"A\"", "--lang", "zh"))
                .isEqualTo(0);
        assertThat(visit.output()).contains("name: \"财务 \\\"A\\\"\"", "逐行检查");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("n");
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(
                    random.nextInt(3) == 0 ? ODD.charAt(random.nextInt(ODD.length())) : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    /** A fresh machine that has an answer to every question. */
    private static InMemoryWindows answering() {
        InMemoryWindows windows = new InMemoryWindows();
        windows.put(InMemoryWindows.CURRENT_VERSION, "EditionID", RegistryValue.sz("Professional"));
        windows.licences(Reading.of(List.of(new Activation.Licence("Windows(R), RETAIL channel", 1))));
        windows.scanners(Reading.of(List.of()));
        return windows;
    }

    /** A machine that was made as a house wants it. */
    private InMemoryWindows goodMachine() {
        InMemoryWindows windows = twoUsers();
        install(windows, "a", "ACDSee Free", "1.1", "ACD");
        service(windows, "HarbourAgent", "\"C:\\Program Files\\agent.exe\" -s", Service.Start.AUTOMATIC_DELAYED);
        service(windows, "OldAgent", "C:\\agent.exe", Service.Start.DISABLED);
        service(windows, "RemoteRegistry", "%SystemRoot%\\system32\\svchost.exe -k x", Service.Start.DISABLED);
        service(windows, "Spooler", "%SystemRoot%\\System32\\spoolsv.exe", Service.Start.AUTOMATIC);
        windows.put(SERVICES.child("harbourdrv"), "Type", RegistryValue.dword(1));
        windows.put(SERVICES.child("harbourdrv"), "Start", RegistryValue.dword(4));
        windows.security().setPasswords(new PasswordPolicy(8, PasswordPolicy.FOREVER, 86_400, 24));
        windows.security().setLockout(new LockoutPolicy(1800, 900, 5));
        windows.security().setAudit("0cce9215-69ae-11d9-bed3-505054503030", new AuditChoice(true, true));
        windows.security().grant("SeInteractiveLogonRight", "S-1-5-32-544");
        windows.security().grant("SeInteractiveLogonRight", "S-1-5-32-545");
        windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System"),
                "DontDisplayLastUserName",
                RegistryValue.dword(1));
        windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System"),
                "EnableLUA",
                RegistryValue.dword(1));
        windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon"),
                "CachedLogonsCount",
                RegistryValue.sz("4"));
        for (String extension : List.of(".tif", ".tiff")) {
            windows.opens("ACDSee {Free}", "C:\\Program Files\\ACDSee.exe", extension, "ACDSee.tif");
            opened(windows, extension, "ACDSee.tif");
        }
        command(windows, "WinRAR.Archive", "\"C:\\Program Files\\WinRAR\\WinRAR.exe\" \"%1\"");
        opened(windows, ".rar", "WinRAR.Archive");
        command(windows, "txtfile", "C:\\Windows\\system32\\notepad.exe %1");
        opened(windows, ".txt", "txtfile");
        Visit visit = new Visit(folder, windows);
        visit.profile("bcia.yaml", WHOLE);
        assertThat(visit.run("provision", "--yes", "--set", "dept=IT", "--set", "user=zhangsm"))
                .isEqualTo(3010);
        windows.restart();
        return windows;
    }

    private static void opened(InMemoryWindows windows, String extension, String progId) {
        windows.put(RegistryKey.machine("SOFTWARE\\Classes\\" + extension), "", RegistryValue.sz(progId));
    }

    private static void command(InMemoryWindows windows, String progId, String command) {
        windows.put(
                RegistryKey.machine("SOFTWARE\\Classes\\" + progId + "\\shell\\open\\command"),
                "",
                RegistryValue.sz(command));
    }

    private static void service(InMemoryWindows windows, String name, String path, Service.Start start) {
        windows.put(SERVICES.child(name), "Type", RegistryValue.dword(0x10))
                .put(SERVICES.child(name), "Start", RegistryValue.dword(start.code()))
                .put(SERVICES.child(name), "ImagePath", RegistryValue.expandSz(path))
                .service(name, start, Service.State.STOPPED);
    }

    private static InMemoryWindows twoUsers() {
        return answering().user(ZHANG, "C:\\Users\\zhangsan", true).user(LI, "C:\\Users\\李四", true);
    }

    private static void install(InMemoryWindows windows, String key, String name, String version, String publisher) {
        windows.put(UNINSTALL.child(key), "DisplayName", RegistryValue.sz(name));
        windows.put(UNINSTALL.child(key), "DisplayVersion", RegistryValue.sz(version));
        windows.put(UNINSTALL.child(key), "Publisher", RegistryValue.sz(publisher));
        windows.put(UNINSTALL.child(key), "UninstallString", RegistryValue.sz("u.exe"));
    }

    /** Learns, checks, verifies: the text of the profile. */
    private String keepsWhatItTaught(InMemoryWindows windows) {
        return keepsWhatItTaught(windows, ExitCode.DONE);
    }

    /** The same of a machine on which learning ends with {@code exit}: what is not read is in the profile and on the screen. */
    private String keepsWhatItTaught(InMemoryWindows windows, int exit) {
        Visit visit = new Visit(folder, windows);
        windows.clearLog();
        int learning = visit.run("profile", "learn");
        String learned = visit.terminal.output();
        assertThat(learning).as(learned + visit.errors()).isEqualTo(exit);
        assertThat(visit.terminal.errors().lines().filter(line -> line.startsWith("Could not be read")))
                .allSatisfy(line -> assertThat(learned).contains("# " + line))
                .hasSize((int) learned.lines()
                        .filter(line -> line.startsWith("# Could not be read"))
                        .count());
        visit.profile("learned.yaml", learned);
        String[] verify = {
            "verify", "--profile", folder.resolve("profiles/learned.yaml").toString()
        };
        int verifying = visit.run(verify);
        assertThat(verifying).as(visit.output() + visit.errors() + learned).isEqualTo(0);
        assertThat(windows.writes()).isEmpty();
        return learned;
    }
}
