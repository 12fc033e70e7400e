package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A control that comes in a package: registered by its own code, made by COM, and taken back. */
class ActiveXIT {
    /** The class that Wine's devenum.dll registers; under another name it stands for the house's control. */
    private static final String CLSID = "{62BE5D10-60EB-11D0-BD3B-00A0C911CE86}";

    private static final String KEY = "HKLM\\Software\\Classes\\CLSID\\" + CLSID;

    private final WinePrefix windows = WinePrefix.fresh();
    private final Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    @Test
    void aControlOutOfAPackageIsRegisteredFromItsOwnFolderAndUndoRemovesBoth() throws IOException {
        windows.run("regsvr32", "/u", "/s", "devenum.dll");
        assertThat(windows.exportRegistry(KEY)).isEmpty();
        Path cabinet = Installers.cabinet(windows, windows.path("C:\\windows\\system32\\devenum.dll"), CLSID);
        carry(cabinet);

        Run provision = stick.run("provision", "--no-input", "--lang", "en");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(0);
        String sha256 = sha256(cabinet);
        String folder = "C:\\Program Files\\Fieldstick\\" + sha256.substring(0, 12);
        assertThat(windows.exportRegistry(KEY)).contains((folder + "\\house.dll").replace("\\", "\\\\"));
        assertThat(windows.tree(folder)).contains("house.dll").hasSize(3);
        assertThat(windows.tree("C:\\windows\\temp")).noneMatch(file -> file.startsWith("fieldstick-"));
        Run verify = stick.run("verify", "--lang", "en", "--verbose");
        assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(0);
        assertThat(verify.out()).contains("CoCreateInstance");

        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(0);
        assertThat(windows.exportRegistry(KEY)).isEmpty();
        assertThat(windows.path("C:\\Program Files\\Fieldstick")).doesNotExist();
    }

    private void carry(Path cabinet) throws IOException {
        Files.copy(cabinet, stick.path("installers\\house.cab"));
        Files.writeString(
                stick.path("profiles\\bcia.yaml"), """
                name: harbour
                activex:
                  - name: OA
                    file: house.cab
                    sha256: %s
                    clsid: "%s"
                """.formatted(sha256(cabinet), CLSID), StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
