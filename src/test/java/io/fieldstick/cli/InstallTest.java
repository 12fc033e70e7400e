package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.setting.FakeInstallers;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.RegistryValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs are installed from the stick, refused, asked about and taken back, as it is typed. */
class InstallTest {
    private static final byte[] SETUP = "a setup".getBytes(StandardCharsets.UTF_8);
    private static final String PROFILE = """
            name: harbour
            software:
              required:
                - name: Viewer
                  any-of: [{display-name: "Viewer*"}]
                  licence: free
                  install: {file: viewer.exe, kind: nsis, sha256: %1$s}
              optional:
                - name: Chat
                  any-of: [{display-name: "Chat"}]
                  licence: free
                  consent: ask
                  install: {file: chat.exe, kind: nsis, sha256: %1$s}
                - name: Player
                  any-of: [{display-name: "Player"}]
                  licence: free
                  install: {file: player.exe, kind: exe, arguments: --quiet, sha256: %1$s}
                - name: Archiver
                  any-of: [{display-name: "Archiver"}]
                  licence: licensed
                  install: {file: archiver.exe, kind: nsis, sha256: %1$s}
                - name: Home Edition
                  any-of: [{display-name: "Home*"}]
                  licence: forbidden
                  reason: it is free at home only
                  install: {file: home.exe, kind: nsis, sha256: %1$s}
              forbidden:
                - name: Toolbar
                  any-of: [{display-name: "Toolbar*"}]
                  uninstall: allowed
            """.formatted(FakeInstallers.sha256(SETUP));

    @TempDir
    Path folder;

    private Visit visit;

    @BeforeEach
    void aStickWithInstallers() {
        visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", PROFILE);
        visit.windows.key(FakeInstallers.UNINSTALL);
        for (String program : List.of("Viewer", "Chat", "Player", "Archiver", "Home")) {
            String file = program.toLowerCase(java.util.Locale.ROOT) + ".exe";
            visit.windows.bytes(installer(file), SETUP);
            visit.windows.programRuns().program(file, start -> installed(program, 0));
            visit.windows.programRuns().program("un" + file, start -> {
                visit.windows.remove(FakeInstallers.UNINSTALL.child(program));
                return OptionalInt.of(0);
            });
        }
    }

    private String installer(String file) {
        return folder.resolve("installers") + "\\" + file;
    }

    private OptionalInt installed(String program, int exit) {
        String uninstaller = "C:\\Program Files\\un" + program + ".exe";
        visit.windows
                .put(FakeInstallers.UNINSTALL.child(program), "DisplayName", RegistryValue.sz(program))
                .put(
                        FakeInstallers.UNINSTALL.child(program),
                        "QuietUninstallString",
                        RegistryValue.sz('"' + uninstaller + "\" /quiet"))
                .bytes(uninstaller, SETUP);
        return OptionalInt.of(exit);
    }

    private List<String> started() {
        return visit.windows.programRuns().started().stream()
                .map(start -> start.program().substring(start.program().lastIndexOf('\\') + 1))
                .toList();
    }

    @Test
    void whatIsRequiredIsInstalledAndUndoUninstallsIt() {
        assertThat(visit.run("verify")).isEqualTo(4);
        assertThat(visit.run("provision", "--no-input")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe");
        assertThat(visit.run("verify")).isEqualTo(0);
        assertThat(visit.run("provision", "--no-input")).isEqualTo(0);
        assertThat(visit.run("undo", "--dry-run")).isEqualTo(0);
        assertThat(visit.output()).contains("would undo  software/Viewer (changes: 1)");
        assertThat(started()).containsExactly("viewer.exe");
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe", "unViewer.exe");
        assertThat(visit.run("verify")).isEqualTo(4);
    }

    @Test
    void theLogOfAnInstallerLiesInTheCase() throws IOException {
        visit.run("provision", "--no-input");
        try (Stream<Path> cases = Files.list(folder.resolve("cases"))) {
            assertThat(visit.windows.programRuns().log("x").map(Path::of).map(Path::toString))
                    .contains(cases.findFirst().orElseThrow() + "\\x.log");
        }
    }

    @Test
    void anInstallerThatIsMissingOrAlteredIsNamedBeforeAnythingIsChanged() {
        visit.windows.bytes(installer("viewer.exe"), new byte[] {1});
        visit.windows.removeFile(installer("player.exe")).clearLog();
        assertThat(visit.run("provision", "--no-input", "--with", "Player")).isEqualTo(7);
        assertThat(visit.errors())
                .contains("error: the stick lacks installers that this computer needs; nothing was changed")
                .contains("viewer.exe is not the file that the profile means")
                .contains("player.exe is missing");
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(visit.run("provision", "--dry-run")).isEqualTo(7);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("viewer.exe is not the file that the profile means");
    }

    /** Chat comes with the viewer, the player where there is none: what is installed before decides. */
    private void companions() {
        visit.profile("bcia.yaml", """
                name: harbour
                software:
                  required:
                    - name: Viewer
                      any-of: [{display-name: "Viewer*"}]
                      install: {file: viewer.exe, kind: nsis, sha256: %1$s}
                    - name: Chat
                      any-of: [{display-name: "Chat"}]
                      when: {installed: Viewer}
                      install: {file: chat.exe, kind: nsis, sha256: %1$s}
                    - name: Player
                      any-of: [{display-name: "Player"}]
                      when: {not-installed: Viewer}
                      install: {file: player.exe, kind: nsis, sha256: %1$s}
                """.formatted(FakeInstallers.sha256(SETUP)));
    }

    @Test
    void aDryRunForeseesWhatIsInstalledBecauseAnotherIs() {
        companions();
        assertThat(visit.run("provision", "--dry-run")).isEqualTo(0);
        assertThat(visit.output())
                .contains("would change Viewer", "would change Chat")
                .doesNotContain("would change Player");
        assertThat(visit.run("provision", "--no-input")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe", "chat.exe");
    }

    @Test
    void theInstallerOfAProgramThatComesWithAnotherMustBeThereBeforeAnythingIsChanged() {
        companions();
        visit.windows.bytes(installer("chat.exe"), new byte[] {1}).removeFile(installer("player.exe"));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(7);
        assertThat(visit.errors())
                .contains("chat.exe is not the file that the profile means")
                .doesNotContain("player.exe");
        assertThat(started()).isEmpty();
    }

    /** WinRAR up to 3.9 records its version nowhere. */
    @Test
    void aProgramThatRecordsNoVersionIsInstalledLookedUpAndUninstalled() {
        visit.profile("bcia.yaml", PROFILE.replace("\"Viewer*\"", "\"Viewer*\", version: \">=3.80 <4\""));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(3);
        assertThat(started()).containsExactly("viewer.exe");
        assertThat(visit.output())
                .contains("by hand     Viewer", "done: install Viewer with viewer.exe")
                .doesNotContain("FAILED");
        visit.run("provision", "--no-input");
        assertThat(started()).containsExactly("viewer.exe");
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe", "unViewer.exe");
    }

    @Test
    void anInstallerThatNobodyNeedsTodayMayBeMissing() {
        visit.windows.removeFile(installer("viewer.exe"));
        visit.profile("bcia.yaml", PROFILE + """
                waivers:
                  - {setting: software/Viewer, reason: the package is being made anew, by: zhangsan, until: 2099-12-31}
                """);
        assertThat(visit.run("provision", "--no-input")).as(visit.errors()).isEqualTo(0);
        assertThat(started()).isEmpty();
    }

    @Test
    void aProgramThatAUserAsksForIsInstalledWhereItIsFree() {
        assertThat(visit.run("provision", "--no-input", "--with", "player")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe", "player.exe");
    }

    @Test
    void whatIsNotFreeOrForbiddenOrUnknownIsRefusedWithTheReason() {
        int exit = visit.run(
                "provision",
                "--no-input",
                "--with",
                "Archiver",
                "--with",
                "Home Edition",
                "--with",
                "Toolbar",
                "--with",
                "WinZip");
        assertThat(exit).isEqualTo(6);
        assertThat(visit.errors())
                .contains("the profile does not say that Archiver is free")
                .contains("Home Edition is forbidden by the profile (reason: it is free at home only)")
                .contains("Toolbar is forbidden by the profile")
                .contains("WinZip is in no rule of the profile");
        assertThat(started()).isEmpty();
    }

    /** Whether it is forbidden is not the user's to say. */
    @Test
    void consentDoesNotMakeAForbiddenProgramAllowed() {
        visit.profile("bcia.yaml", PROFILE.replace("licence: forbidden", "licence: forbidden\n      consent: ask"));
        assertThat(visit.run("provision", "--no-input", "--consent", "Home Edition"))
                .isEqualTo(6);
        assertThat(visit.errors())
                .contains("Home Edition is forbidden by the profile (reason: it is free at home only)");
        visit.terminal = new ScriptedTerminal().typing("y", "y", "y");
        assertThat(visit.run("provision")).isEqualTo(0);
        assertThat(visit.errors()).contains("offers Chat").doesNotContain("offers Home Edition");
        assertThat(started()).containsExactly("viewer.exe", "chat.exe");
    }

    @Test
    void aProgramWhoseLicenceForbidsItIsNotAllRightWhereItIsThere() {
        installed("Viewer", 0);
        assertThat(visit.run("verify")).isEqualTo(0);
        installed("Home", 0);
        assertThat(visit.run("verify")).isEqualTo(4);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("Home Edition: installed: Home should be: not installed", "it is free at home only");
    }

    @Test
    void programsOfASectionThatIsLeftOutAreNotCalledUnknown() {
        assertThat(visit.run("provision", "--no-input", "--skip", "software", "--with", "Player"))
                .isEqualTo(2);
        assertThat(visit.errors()).contains("leaves the section software out").doesNotContain("in no rule");
    }

    @Test
    void withoutConsentAProgramIsLeftOutAndThatIsSaid() {
        assertThat(visit.run("provision", "--no-input")).isEqualTo(0);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains(
                        "the user has not agreed to Chat, so it is left out; provision --consent \"Chat\" installs it");
        assertThat(started()).doesNotContain("chat.exe");
    }

    @Test
    void withConsentItIsInstalled() {
        assertThat(visit.run("provision", "--no-input", "--consent", "Chat")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe", "chat.exe");
        assertThat(visit.run("provision", "--no-input", "--consent", "Viewer")).isEqualTo(6);
    }

    @Test
    void theUserIsAskedWhereSomebodyIsThere() {
        visit.terminal = new ScriptedTerminal().typing("y", "y");
        assertThat(visit.run("provision")).isEqualTo(0);
        assertThat(visit.errors()).contains("The house's profile offers Chat. Does the user want it installed?");
        assertThat(started()).containsExactly("viewer.exe", "chat.exe");
    }

    @Test
    void aUserWhoSaysNoGetsNothing() {
        visit.terminal = new ScriptedTerminal().typing("n", "y");
        assertThat(visit.run("provision")).isEqualTo(0);
        assertThat(started()).containsExactly("viewer.exe");
    }

    @Test
    void aRestartThatAnInstallerNeedsIsTheExitCode() {
        visit.windows.programRuns().program("viewer.exe", start -> installed("Viewer", 3010));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(3010);
        visit.windows.programRuns().program("unviewer.exe", start -> {
            visit.windows.remove(FakeInstallers.UNINSTALL.child("Viewer"));
            return OptionalInt.of(3010);
        });
        assertThat(visit.run("undo")).isEqualTo(3010);
    }

    @Test
    void aRestartIsToldThoughAPersonMustLookTheVersionUp() throws IOException {
        visit.profile("bcia.yaml", PROFILE.replace("\"Viewer*\"", "\"Viewer*\", version: \">=3.80 <4\""));
        visit.windows.programRuns().program("viewer.exe", start -> installed("Viewer", 3010));
        assertThat(visit.run("provision", "--no-input", "--report", "json:r.json"))
                .isEqualTo(3);
        assertThat(Files.readString(folder.resolve("r.json"))).contains("\"restartRequired\" : true");
    }

    @ParameterizedTest
    @CsvSource({"3010", "3017", "350"})
    void whatIsThereOnlyAfterARestartIsTriedAgainAfterIt(int code) throws IOException {
        visit.windows.programRuns().program("viewer.exe", start -> OptionalInt.of(code));
        assertThat(visit.run("provision", "--no-input", "--report", "json:r.json", "--resume"))
                .isEqualTo(3);
        assertThat(Files.readString(folder.resolve("r.json"))).contains("\"restartRequired\" : true");
        assertThat(visit.windows.scheduledTasks().names()).hasSize(1);
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.windows.scheduledTasks().names()).isEmpty();
    }

    @Test
    void anInstallerThatFailsEndsItsSettingAndNotTheRun() {
        visit.windows.programRuns().program("viewer.exe", start -> OptionalInt.of(1603));
        assertThat(visit.run("provision", "--no-input", "--with", "Player")).isEqualTo(3);
        String seen = visit.output().replaceAll("\\s+", " ");
        assertThat(seen)
                .contains("failed: install Viewer with viewer.exe")
                .contains("exit code: 1603")
                .contains("Windows Installer failed and took its steps back");
        assertThat(started()).containsExactly("viewer.exe", "player.exe");
    }

    @Test
    void aForbiddenProgramIsUninstalledWhereTheProfileAllowsIt() {
        installed("Toolbar", 0);
        visit.windows.programRuns().program("unToolbar.exe", this::toolbarRemoved);
        assertThat(visit.run("provision", "--no-input")).isEqualTo(0);
        assertThat(started()).contains("unToolbar.exe");
    }

    private OptionalInt toolbarRemoved(ProgramRuns.Start start) {
        assertThat(start.arguments()).isEqualTo("/quiet");
        visit.windows.remove(FakeInstallers.UNINSTALL.child("Toolbar"));
        return OptionalInt.of(0);
    }

    @Test
    void aDryRunStartsNothing() {
        assertThat(visit.run("provision", "--dry-run", "-v")).isEqualTo(0);
        assertThat(visit.output()).contains("install Viewer with viewer.exe");
        assertThat(started()).isEmpty();
    }

    @Test
    void problemsOfAnInstallBlockArePointedAt() {
        visit.profile("bcia.yaml", """
                name: bad
                software:
                  required:
                    - name: A
                      any-of: [{display-name: A}]
                      install: {file: ../../evil.exe, kind: nsis, sha256: abc}
                    - name: B
                      any-of: [{display-name: B}]
                      install: {file: b.exe, kind: setup, sha256: %s}
                """.formatted("0".repeat(64)));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(2);
        assertThat(visit.errors())
                .contains("bcia.yaml:6:")
                .contains("bcia.yaml:9:")
                .contains("without ..");
        assertThat(visit.errors()).contains("SHA-256");
    }

    @Test
    void whatTheShapeCannotSeeIsPointedAtToo() {
        visit.profile("bcia.yaml", """
                name: bad
                software:
                  required:
                    - name: A
                      any-of: [{display-name: A}]
                      licence: forbidden
                    - name: B
                      any-of: [{display-name: B}]
                      install: {file: b.exe, kind: exe, sha256: %s}
                """.formatted("0".repeat(64)));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(2);
        assertThat(visit.errors())
                .contains("bcia.yaml:6:16")
                .contains("A cannot be required where its licence forbids it")
                .contains("a setup of the kind exe would ask questions that nobody sees");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msi | REBOOT=Force",
                "msi | /forcerestart",
                "installshield | /s /v/qn",
                "exe | /quiet /promptrestart"
            })
    void argumentsThatRestartTheComputerAreRefusedWithTheirPlace(String kind, String arguments) {
        assertThat(installing(kind, arguments)).isEqualTo(2);
        assertThat(visit.errors()).contains("bcia.yaml:6:").contains("the installer may restart the computer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msi | REBOOT=ReallySuppress",
                "installshield | /s /v\"/qn /norestart\"",
                "installshield | /s /f1x.iss",
                "exe | /quiet /norestart"
            })
    void argumentsThatLeaveTheRestartToOthersAreTaken(String kind, String arguments) {
        installing(kind, arguments);
        assertThat(visit.errors()).doesNotContain("bcia.yaml:");
    }

    private int installing(String kind, String arguments) {
        visit.profile("bcia.yaml", """
                name: bad
                software:
                  required:
                    - name: B
                      any-of: [{display-name: B}]
                      install: {file: b.exe, kind: %s, sha256: %s, arguments: '%s'}
                """.formatted(kind, "0".repeat(64), arguments));
        return visit.run("provision", "--no-input");
    }
}
