package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Controls of the house: registered by their own code, made by COM as programs of their bitness would, and taken back. */
class ActiveXIT {
    /** The class of house-control.c. */
    private static final String HOUSE = "{5B1D0E7A-3C42-4F3B-9A7E-2D6C8F104B11}";

    @ParameterizedTest
    @CsvSource({
        "64, WORKS, S_OK, registered",
        "64, REFUSES, 0x80040112, cannot make an object",
        "64, CRASHES, 0xC0000005, its code crashed",
        "64, HANGS, 1460, gave no answer",
        "32, WORKS, S_OK, registered",
        "32, REFUSES, 0x80040112, cannot make an object",
        "32, CRASHES, 0xC0000005, its code crashed",
    })
    void anObjectIsMadeOfEachControlAndUndoUnregistersIt(int bits, String behaviour, String answer, String words)
            throws IOException {
        boolean works = behaviour.equals("WORKS");
        try (WinePrefix windows = windows(bits)) {
            Stick stick = windows.stick("C:\\工具 & co!\\stick");
            Path control = Installers.control(windows, bits, behaviour);
            carry(stick, control);

            Run provision = stick.run("provision", "--no-input", "--lang", "en");
            assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(works ? 0 : 3);
            String folder = "C:\\Program Files" + (bits == 32 ? " (x86)" : "") + "\\Fieldstick\\"
                    + sha256(control).substring(0, 12);
            assertThat(windows.exportRegistry(key(bits))).contains((folder + "\\house.dll").replace("\\", "\\\\"));
            Run verify = stick.run("verify", "--lang", "en", "--verbose");
            assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(works ? 0 : 4);
            assertThat(verify.out())
                    .contains(words)
                    .contains("CoCreateInstance" + (bits == 32 ? " (32-bit)" : "") + " = " + answer);

            Run undo = stick.run("undo", "--lang", "en");
            assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
            assertThat(windows.exportRegistry(key(bits))).isEmpty();
            assertThat(windows.path(folder)).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 32})
    void aControlOutOfAPackageIsRegisteredFromItsOwnFolderAndUndoRemovesBoth(int bits) throws IOException {
        try (WinePrefix windows = windows(bits)) {
            Stick stick = windows.stick("C:\\工具 & co!\\stick");
            Path cabinet = Installers.cabinet(windows, Installers.control(windows, bits, "WORKS"), HOUSE);
            carry(stick, cabinet);

            Run provision = stick.run("provision", "--no-input", "--lang", "en");
            assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
            String folder = "C:\\Program Files\\Fieldstick\\" + sha256(cabinet).substring(0, 12);
            assertThat(windows.exportRegistry(key(bits))).contains((folder + "\\house.dll").replace("\\", "\\\\"));
            assertThat(windows.tree(folder)).contains("house.dll").hasSize(3);
            assertThat(windows.tree("C:\\windows\\temp")).noneMatch(file -> file.startsWith("fieldstick-"));
            Run verify = stick.run("verify", "--lang", "en", "--verbose");
            assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(0);
            assertThat(verify.out()).contains("CoCreateInstance" + (bits == 32 ? " (32-bit)" : "") + " = S_OK");

            Run undo = stick.run("undo", "--lang", "en");
            assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
            assertThat(windows.exportRegistry(key(bits))).isEmpty();
            assertThat(windows.path("C:\\Program Files\\Fieldstick")).doesNotExist();
        }
    }

    /** Wine lets the user who installs a file own it, and what a user may change is not run with all rights. */
    @Test
    void aControlThatASetupBringsIsLookedAtOnceTheSetupIsThere() throws IOException {
        try (WinePrefix windows = WinePrefix.wow64()) {
            Stick stick = windows.stick("C:\\工具 & co!\\stick");
            Path setup = Installers.bringer(windows);
            carry(stick, setup, """
                activex: [{name: OA, clsid: "%s"}]
                software:
                  required:
                    - name: Bringer
                      any-of: [{display-name: Bringer}]
                      licence: free
                      install: {file: bringer.exe, kind: nsis, sha256: %s}
                """.formatted(HOUSE, sha256(setup)));
            Run before = stick.run("verify", "--lang", "en", "--only", "activex");
            assertThat(before.exitCode()).as(before.toString()).isEqualTo(4);
            assertThat(before.out().replaceAll("\\s+", " ")).contains("it is brought by a program that is not there");

            Run provision = stick.run("provision", "--no-input", "--lang", "en");
            assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
            Run verify = stick.run("verify", "--lang", "en", "--verbose");
            assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(0);
            String file = "C:\\ProgramFiles(x86)\\bringer\\house.dll";
            assertThat(verify.out().replaceAll("\\s+", ""))
                    .contains("InprocServer32(32-bit)=" + file)
                    .contains("becauseothersthanadministratorsmaychange" + file);

            Run undo = stick.run("undo", "--lang", "en");
            assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
            assertThat(windows.exportRegistry(key(32))).isEmpty();
        }
    }

    private static WinePrefix windows(int bits) {
        return bits == 32 ? WinePrefix.wow64() : WinePrefix.fresh();
    }

    private static String key(int bits) {
        return "HKLM\\Software\\Classes\\" + (bits == 32 ? "WOW6432Node\\" : "") + "CLSID\\" + HOUSE;
    }

    private static void carry(Stick stick, Path control) throws IOException {
        carry(stick, control, """
                activex:
                  - name: OA
                    file: %s
                    sha256: %s
                    clsid: "%s"
                """.formatted(control.getFileName(), sha256(control), HOUSE));
    }

    private static void carry(Stick stick, Path installer, String sections) throws IOException {
        Files.copy(installer, stick.path("installers\\" + installer.getFileName()));
        Files.writeString(stick.path("profiles\\bcia.yaml"), "name: harbour\n" + sections, StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
