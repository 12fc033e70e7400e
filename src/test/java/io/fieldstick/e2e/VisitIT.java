package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole visit to a PC that two people work on, with the stick that ships: audit, provision, verify, undo. */
class VisitIT {
    private static final String PROFILE = """
            name: harbour house
            auto-play: disabled
            proxy:
              server: proxy.harbour.test:8080
              bypass: ["<local>", "*.harbour.test", "10.*"]
            trusted-sites:
              sites: ["https://oa.harbour.test", "*.port.com.cn", "http://desk"]
            software:
              required:
                - name: Harbour Ledger
                  any-of: [{display-name: "Harbour Ledger", version: ">=1.2"}]
                  licence: licensed
                - name: 码头看图
                  any-of: [{display-name: "码头看图*", publisher: "码头软件"}]
                  licence: free
                - name: 暴风影音
                  any-of: [{display-name: "暴风影音*"}]
                  licence: free
              forbidden:
                - name: 360
                  any-of: [{display-name: "360*"}]
                  reason: it replaces the house's own protection
            """;

    private WinePrefix windows = WinePrefix.seeded();
    private Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @BeforeEach
    void aPcWithProgramsAndTheStick() throws IOException {
        Files.writeString(stick.path("profiles\\harbour.yaml"), PROFILE, StandardCharsets.UTF_8);
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    private Run onProfile(String command, String... more) {
        return stick.run(Stream.concat(
                        Stream.of(command, "--lang", "en", "--profile", stick.windowsPath("profiles\\harbour.yaml")),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void provisionMakesThePcWhatTheProfileSaysVerifyProvesItAndUndoTakesItBack() {
        Installers.installMsi(windows);
        Installers.installNsis(windows);
        List<String> before = registry();
        assertThat(onProfile("verify").exitCode()).isEqualTo(4);

        Run provision = onProfile("provision", "--no-input");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
        Run verify = onProfile("verify", "-v");
        assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(0);
        String seen = verify.out().replaceAll("\\s+", " ");
        assertThat(seen)
                .contains("MapUrlToZone https://oa.harbour.test/ = 2")
                .contains("MapUrlToZone https://port.com.cn/ = 2")
                .contains("InternetQueryOption PER_CONNECTION_OPTION = proxy.harbour.test:8080");

        List<String> provisioned = registry();
        Run again = onProfile("provision", "--no-input");
        assertThat(again.exitCode()).isEqualTo(0);
        assertThat(again.out()).doesNotContain("changed");
        assertThat(registry()).isEqualTo(provisioned);

        // The newest run with a change is undone: the second provision has none.
        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
        assertThat(registry()).isEqualTo(before);
    }

    @Test
    void aNewNameIsPendingUntilTheRestartAndCanBeTakenBack() {
        String name = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName";
        String before = windows.exportRegistry(name);
        Run provision = stick.run(
                "provision",
                "--no-input",
                "--lang",
                "en",
                "--profile",
                profileWithName(),
                "--set",
                "dept=IT",
                "--set",
                "user=张三明");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(3010);
        assertThat(windows.exportRegistry(name)).contains("BCIA-IT-ZHANGSM");
        assertThat(stick.run("undo").exitCode()).isEqualTo(3010);
        assertThat(windows.exportRegistry(name)).isEqualTo(before);
    }

    private String profileWithName() {
        try {
            Files.writeString(
                    stick.path("profiles\\name.yaml"), "name: n\nhost-name: {pattern: \"BCIA-{dept}-{user}\"}\n");
            return stick.windowsPath("profiles\\name.yaml");
        } catch (IOException e) {
            throw new AssertionError("could not write the profile", e);
        }
    }

    @Test
    void aRunThatIsKilledAtAnyChangeIsTakenBackFromItsJournal() {
        List<String> before = usersRegistry();
        int changes = changesNeeded();
        assertThat(changes).isGreaterThan(4);
        for (int k = 1; k <= changes; k++) {
            Run killed = stick.killedAt(k, k % 2 == 0 ? "after" : "before", "harbour.yaml", "--only", "proxy");
            assertThat(killed.exitCode())
                    .as("killed at change %d: %s", k, killed)
                    .isEqualTo(137);
            Run undo = stick.run("undo", "--lang", "en");
            assertThat(undo.exitCode()).as("killed at change %d: %s", k, undo).isEqualTo(0);
            assertThat(usersRegistry()).as("killed at change %d", k).isEqualTo(before);
        }
    }

    private int changesNeeded() {
        Run dry = onProfile("provision", "--dry-run", "--only", "proxy", "--format", "json");
        return dry.out().split("\"set HK|\"delete HK", -1).length - 1;
    }

    @Test
    void theAuditFindsWhatIsThere() throws IOException {
        Run audit = stick.run("backup-audit", "--read-only", "--lang", "en", "--format", "json");
        assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(0);
        String json = audit.out();
        for (String folder : List.of(
                "C:\\users\\zhangsan\\Documents",
                "C:\\users\\zhangsan\\Desktop",
                "C:\\users\\李四\\Documents",
                "D:\\李四\\桌面",
                "C:\\财务数据")) {
            assertThat(json)
                    .as(folder)
                    .containsPattern("\"path\" : \"" + java.util.regex.Pattern.quote(folder.replace("\\", "\\\\"))
                            + "\",[^}]*\"count\" : \\{\\s*\"files\" : " + files(folder) + ",\\s*\"bytes\" : "
                            + bytes(folder) + ",");
        }
        assertThat(json).contains("客户往来.pst", "\"name\" : \"truncated\"");
        assertThat(stick.run("verify", "--profile", stick.windowsPath("profiles\\harbour.yaml"), "--only", "auto-play")
                        .exitCode())
                .as("read-only left AutoPlay alone")
                .isEqualTo(4);
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(windows.path(folder))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private long bytes(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(windows.path(folder))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Everything that the program may change in the registry. */
    private List<String> registry() {
        return List.of(
                windows.exportRegistry("HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies"),
                windows.exportRegistry("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\IniFileMapping"),
                windows.exportRegistry("HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows NT"),
                String.join("\n", usersRegistry()));
    }

    private List<String> usersRegistry() {
        return List.of(
                windows.exportRegistry("HKU\\" + WinePrefix.USER_SID + "\\Software"),
                windows.exportRegistry("HKU\\" + WinePrefix.SECOND_USER_SID + "\\Software"));
    }
}
