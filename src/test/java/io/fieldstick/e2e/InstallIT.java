package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs are installed from the stick by real packages, and uninstalled by undo. */
class InstallIT {
    private static final String UNINSTALL = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    private static final String UNINSTALL_32 =
            "HKLM\\Software\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    private WinePrefix windows = WinePrefix.fresh();
    private Stick stick = stick();

    private Stick stick() {
        return windows.stick("C:\\工具 & co!\\stick");
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    @Test
    void aPackageAndASetupAreInstalledProvedAndUninstalled() throws IOException {
        Path msi = carry(Installers.msi(windows));
        Path setup = carry(Installers.nsis(windows, "dockview", "码头看图 5.0"));
        profile(rule("Harbour Ledger", msi, "msi", ""), rule("码头看图", setup, "nsis", ""));
        String before = windows.exportRegistry(UNINSTALL);

        Run provision = provision();
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
        assertThat(windows.path("C:\\Program Files\\Harbour Ledger\\ledger.txt"))
                .exists();
        assertThat(windows.path("C:\\Program Files\\dockview\\uninst.exe")).exists();
        assertThat(windows.tree("C:\\windows\\temp")).noneMatch(file -> file.startsWith("fieldstick-"));
        assertThat(inCases("Harbour Ledger.log"))
                .hasSize(1)
                .allSatisfy(log -> assertThat(log).isNotEmptyFile());
        assertThat(on("verify").exitCode()).isEqualTo(0);

        Run again = provision();
        assertThat(again.exitCode()).as(again.toString()).isEqualTo(0);
        assertThat(again.out()).doesNotContain("changed");

        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
        assertThat(windows.exportRegistry(UNINSTALL)).isEqualTo(before);
        assertThat(windows.path("C:\\Program Files\\Harbour Ledger")).doesNotExist();
        assertThat(on("verify").exitCode()).isEqualTo(4);
    }

    /** Most setups that the house has are of 32 bits: their entry is in the other view, their files in the other folder. */
    @Test
    void aSetupOf32BitsIsInstalledProvedAndUninstalledOnA64BitWindows() throws IOException {
        // First: where Wine has no 32-bit part this test is left out, and the other PC is still to be thrown away.
        WinePrefix wow64 = WinePrefix.wow64();
        windows.close();
        windows = wow64;
        stick = stick();
        profile(rule("Narrow", carry(Installers.nsis(windows, "narrow", "Narrow", "NARROW")), "nsis", ""));
        String before = windows.exportRegistry(UNINSTALL_32);

        Run provision = provision();
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
        assertThat(windows.path("C:\\Program Files (x86)\\narrow\\uninst.exe")).exists();
        assertThat(windows.exportRegistry(UNINSTALL_32)).contains("\"DisplayName\"=\"Narrow\"");
        assertThat(on("verify").exitCode()).isEqualTo(0);

        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
        assertThat(windows.path("C:\\Program Files (x86)\\narrow")).doesNotExist();
        assertThat(windows.exportRegistry(UNINSTALL_32)).isEqualTo(before);
    }

    @Test
    void everyWayToFailIsToldAndTheOtherProgramsAreInstalledAllTheSame() throws IOException {
        Path fatal = carry(Installers.nsis(windows, "fatal", "Fatal", "NOTHING", "EXIT=1603"));
        Path hollow = carry(Installers.nsis(windows, "hollow", "Hollow", "NOTHING"));
        Path hanging = carry(Installers.nsis(windows, "hanging", "Hanging", "HANG"));
        Path restart = carry(Installers.nsis(windows, "restart", "Restart", "EXIT=3010"));
        profile(
                rule("Fatal", fatal, "nsis", ""),
                rule("Hollow", hollow, "nsis", ""),
                rule("Hanging", hanging, "nsis", ", time-limit-minutes: 1"),
                rule("Restart", restart, "nsis", ""));

        Run provision = provision();
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(3);
        assertThat(provision.out().replaceAll("\\s+", " "))
                .contains("exit code: 1603")
                .contains("Windows Installer failed and took its steps back")
                .contains(
                        "the installer of Hollow ended with 0, which means that it is done, but Windows does not show")
                .contains("it had not ended after 1 min and was ended with all that it had started");
        assertThat(windows.exportRegistry(UNINSTALL)).contains("\"DisplayName\"=\"Restart\"");
        assertThat(windows.tree("C:\\windows\\temp")).noneMatch(file -> file.startsWith("fieldstick-"));
    }

    @Test
    void aRestartIsToldAndAnInstallerThatLacksAByteIsNeverStarted() throws IOException {
        Path restart = carry(Installers.nsis(windows, "restart", "Restart", "EXIT=3010"));
        profile(rule("Restart", restart, "nsis", ""));
        byte[] bytes = Files.readAllBytes(restart);
        bytes[bytes.length / 2] ^= 1;
        byte[] good = Files.readAllBytes(restart);
        Files.write(restart, bytes);
        Run refused = provision();
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(7);
        assertThat(refused.err().replaceAll("\\s+", " "))
                .contains("restart.exe is not the file that the profile means");
        assertThat(windows.exportRegistry(UNINSTALL)).doesNotContain("Restart");

        Files.write(restart, good);
        Run provision = provision();
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(3010);
    }

    @Test
    void aSetupThatFindsAnotherInWindowsInstallersPlaceIsTriedAgain() throws IOException {
        Path busy = carry(Installers.nsis(windows, "busy", "Busy", "BUSY"));
        profile(rule("Busy", busy, "nsis", ""));
        Run provision = provision();
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
        assertThat(windows.exportRegistry("HKLM\\Software\\busy")).contains("\"Tried\"=\"yes\"");
        assertThat(windows.exportRegistry(UNINSTALL)).contains("\"DisplayName\"=\"Busy\"");
    }

    @Test
    void aForbiddenProgramIsUninstalledOnlyWhereTheRuleAllowsItAndOnlySilently() throws IOException {
        installHere("quiet", "Quiet Game", "QUIET");
        installHere("kept", "Kept Game", "QUIET");
        installHere("loud", "Loud Game");
        forbid("Quiet Game", ", uninstall: allowed", "Kept Game", "", "Loud Game", ", uninstall: allowed");

        Run provision = provision();
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(3);
        assertThat(windows.exportRegistry(UNINSTALL))
                .doesNotContain("Quiet Game")
                .contains("\"DisplayName\"=\"Kept Game\"", "\"DisplayName\"=\"Loud Game\"");
        assertThat(windows.path("C:\\Program Files\\quiet\\uninst.exe")).doesNotExist();
        assertThat(provision.out().replaceAll("\\s+", " ")).contains("uninstall Loud Game under Settings, Apps");

        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.out().replaceAll("\\s+", " ")).contains("install Quiet Game again");
    }

    private void installHere(String file, String name, String... defines) {
        windows.copyIn(Installers.nsis(windows, file, name, defines), "C:\\windows\\temp\\" + file + ".exe");
        Run install = windows.run("C:\\windows\\temp\\" + file + ".exe", "/S");
        assertThat(install.exitCode()).as(install.toString()).isEqualTo(0);
    }

    private void forbid(String... namesAndFields) throws IOException {
        StringBuilder yaml = new StringBuilder("name: house\nsoftware:\n  forbidden:\n");
        for (int i = 0; i < namesAndFields.length; i += 2) {
            yaml.append("    - {name: %1$s, any-of: [{display-name: \"%1$s*\"}]%2$s}\n"
                    .formatted(namesAndFields[i], namesAndFields[i + 1]));
        }
        Files.writeString(stick.path("profiles\\house.yaml"), yaml, StandardCharsets.UTF_8);
    }

    @Test
    void aRunThatIsKilledBeforeDuringOrAfterAnInstallationIsTakenBack() throws IOException {
        Path slow = carry(Installers.nsis(windows, "slow", "Slow", "SLOW"));
        profile(rule("Slow", slow, "nsis", ""));
        String before = windows.exportRegistry(UNINSTALL);
        for (String moment : List.of("before", "during", "after")) {
            Run killed = stick.killedAt(1, moment, "house.yaml");
            assertThat(killed.exitCode()).as("killed %s: %s", moment, killed).isEqualTo(137);
            if (moment.equals("during")) {
                // Nobody waits for the installer any more, and it finishes all the same.
                awaitEntry("Slow");
            }
            Run undo = stick.run("undo", "--lang", "en");
            assertThat(undo.exitCode()).as("killed %s: %s", moment, undo).isEqualTo(0);
            assertThat(windows.exportRegistry(UNINSTALL))
                    .as("killed %s", moment)
                    .isEqualTo(before);
        }
    }

    private void awaitEntry(String name) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!windows.exportRegistry(UNINSTALL)
                .contains("\"UninstallString\"=\"C:\\\\Program Files\\\\" + name.toLowerCase(java.util.Locale.ROOT))) {
            assertThat(Instant.now()).as("the installation of %s", name).isBefore(end);
        }
    }

    private Run provision() {
        return on("provision", "--no-input");
    }

    private Run on(String command, String... more) {
        return stick.run(Stream.concat(
                        Stream.of(command, "--lang", "en", "--profile", stick.windowsPath("profiles\\house.yaml")),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path carry(Path installer) throws IOException {
        Path place = stick.path("installers\\" + installer.getFileName());
        Files.createDirectories(place.getParent());
        return Files.copy(installer, place);
    }

    private void profile(String... rules) throws IOException {
        Files.writeString(
                stick.path("profiles\\house.yaml"),
                "name: house\nsoftware:\n  required:\n" + String.join("", rules),
                StandardCharsets.UTF_8);
    }

    private static String rule(String name, Path installer, String kind, String more) throws IOException {
        return "    - name: %s\n      any-of: [{display-name: \"%s*\"}]\n      licence: free\n".formatted(name, name)
                + "      install: {file: %s, kind: %s, sha256: %s%s}\n"
                        .formatted(installer.getFileName(), kind, sha256(installer), more);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> inCases(String name) throws IOException {
        try (Stream<Path> files = Files.walk(stick.path("cases"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .toList();
        }
    }
}
