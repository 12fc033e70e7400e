package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services, file types and what Windows refuses of the machine's settings, with the stick that ships. */
class MachineIT {
    private static final String SPOOLER = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Spooler";
    private static final String TIF = "HKLM\\SOFTWARE\\Classes\\.tif";

    private static final String PROFILE = """
            name: harbour machine
            services:
              - {name: Spooler, start: disabled, state: stopped}
            file-types:
              - {extensions: [.tif], program: "Harbour*"}
            """;

    /** What this Windows cannot do: the program must say so and change nothing. */
    private static final String REFUSED = """
            name: harbour policy
            time-zone: Hawaiian Standard Time
            power: {plan: high-performance}
            security-policy:
              passwords: {minimum-length: 8}
              lockout: {threshold: 5, duration-minutes: 30, window-minutes: 30}
              audit: {logon: success-and-failure}
            """;

    private static final String PROGRAM = """
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\RegisteredApplications]
            "Harbour View"="SOFTWARE\\\\Harbour View\\\\Capabilities"
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Harbour View\\Capabilities\\FileAssociations]
            ".tif"="HarbourView.tif"
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\HarbourView.tif\\shell\\open\\command]
            @="\\"C:\\\\windows\\\\system32\\\\notepad.exe\\" \\"%1\\""
            """;

    private WinePrefix windows = WinePrefix.fresh();
    private Stick stick = windows.stick("C:\\stick");

    @BeforeEach
    void aPcWithAProgram() throws IOException {
        Files.writeString(stick.path("profiles\\harbour.yaml"), PROFILE, StandardCharsets.UTF_8);
        Files.writeString(stick.path("profiles\\refused.yaml"), REFUSED, StandardCharsets.UTF_8);
        windows.importRegistry(PROGRAM);
        windows.run("net", "start", "Spooler");
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    private Run onProfile(String command, String profile, String... more) {
        return stick.run(Stream.concat(
                        Stream.of(command, "--lang", "en", "--profile", stick.windowsPath("profiles\\" + profile)),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String state() {
        return windows.exportRegistry(SPOOLER) + windows.exportRegistry(TIF) + isRunning();
    }

    /** Asked of the service itself, by another program. */
    private boolean isRunning() {
        return windows.run("sc", "query", "Spooler").out().contains("RUNNING");
    }

    @Test
    void servicesAndFileTypesAreSetSeenByOthersAndTakenBack() {
        String before = state();
        assertThat(isRunning()).isTrue();
        Run provision = onProfile("provision", "harbour.yaml", "--no-input");
        assertThat(provision.exitCode()).as(provision.toString()).isZero();
        assertThat(windows.exportRegistry(SPOOLER)).contains("\"Start\"=dword:00000004");
        assertThat(isRunning()).isFalse();
        Run verify = onProfile("verify", "harbour.yaml", "-v");
        assertThat(verify.exitCode()).as(verify.toString()).isZero();
        assertThat(verify.out().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .contains("assocquerystring .tif = c:\\windows\\system32\\notepad.exe");
        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as(undo.toString()).isZero();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatWindowsRefusesIsToldAndNothingIsChanged() {
        Run verify = onProfile("verify", "refused.yaml");
        assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(4);
        assertThat(verify.out()).contains("4 unreadable");
        Run provision = onProfile("provision", "refused.yaml", "--no-input");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(3);
        assertThat(provision.out()).contains("2140");
        assertThat(stick.run("undo", "--lang", "en").out()).doesNotContain("taken back");
    }

    @Test
    void aRunThatIsKilledAtAnyChangeIsTakenBackFromItsJournal() {
        String before = state();
        for (int k = 1; k <= 3; k++) {
            for (String when : List.of("before", "after")) {
                Run killed = stick.killedAt(k, when, "harbour.yaml");
                assertThat(killed.exitCode())
                        .as("%s change %d: %s", when, k, killed)
                        .isEqualTo(137);
                Run undo = stick.run("undo", "--lang", "en");
                assertThat(undo.exitCode())
                        .as("%s change %d: %s", when, k, undo)
                        .isZero();
                assertThat(state()).as("%s change %d", when, k).isEqualTo(before);
            }
        }
    }
}
