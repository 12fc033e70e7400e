package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Activation;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
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

    private static final String ODD = "{}*?/\\\"':-#&!|>%@`~<=>,0123456789.";

    @TempDir
    private Path folder;

    @Test
    void aFreshMachineTeachesAProfileThatItKeeps() {
        assertThat(keepsWhatItTaught(new InMemoryWindows()))
                .contains("name: \"OLDNAME\"", "AutoPlay is on here", "\ntime-zone: \"", "\npower:\n  plan: ");
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
        keepsWhatItTaught(windows);
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
                .contains("value-name: \"DontDisplayLastUserName\"", "value: \"1\"", "仅限")
                .doesNotContain("InactivityTimeoutSecs", "DisableCAD");
    }

    @Test
    void aHostileComputerNameStaysInsideItsComment() {
        InMemoryWindows windows = new InMemoryWindows();
        windows.put(
                InMemoryWindows.ACTIVE_COMPUTER_NAME, "ComputerName", RegistryValue.sz("x\nauto-play: enabled\n{y}"));
        keepsWhatItTaught(windows);
    }

    @Test
    void theNameIsTheOneThatWasGivenAndCommentsAreInTheLanguageOfTheRun() {
        Visit visit = new Visit(folder, new InMemoryWindows());
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

    private static InMemoryWindows twoUsers() {
        return new InMemoryWindows().user(ZHANG, "C:\\Users\\zhangsan", true).user(LI, "C:\\Users\\李四", true);
    }

    private static void install(InMemoryWindows windows, String key, String name, String version, String publisher) {
        windows.put(UNINSTALL.child(key), "DisplayName", RegistryValue.sz(name));
        windows.put(UNINSTALL.child(key), "DisplayVersion", RegistryValue.sz(version));
        windows.put(UNINSTALL.child(key), "Publisher", RegistryValue.sz(publisher));
        windows.put(UNINSTALL.child(key), "UninstallString", RegistryValue.sz("u.exe"));
    }

    /** Learns, checks, verifies: the text of the profile. */
    private String keepsWhatItTaught(InMemoryWindows windows) {
        Visit visit = new Visit(folder, windows);
        windows.clearLog();
        assertThat(visit.run("profile", "learn")).isEqualTo(0);
        String learned = visit.terminal.output();
        visit.profile("learned.yaml", learned);
        String[] verify = {
            "verify", "--profile", folder.resolve("profiles/learned.yaml").toString()
        };
        int exit = visit.run(verify);
        assertThat(exit).as(visit.output() + visit.errors() + learned).isEqualTo(0);
        assertThat(windows.writes()).isEmpty();
        return learned;
    }
}
