package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read from a program that NSIS made, and from what is left of it after damage. */
class FileVersionTest {
    private static final String PATH = "C:\\FeiQ.exe";
    private static final String SCRIPT = """
            Unicode true
            Name "FeiQ"
            OutFile "feiq.exe"
            %s
            Section
            SectionEnd
            """;
    private static final String VERSION = """
            VIProductVersion "3.0.0.2"
            VIFileVersion "3.1.20.65535"
            VIAddVersionKey "FileVersion" "three"
            """;

    @TempDir
    private static Path folder;

    private static byte[] program = {};

    @BeforeAll
    static void aRealProgram() throws IOException {
        program = made(VERSION);
    }

    @Test
    void theFourNumbersOfTheFileAreRead() {
        assertThat(version(program).map(FileVersion::toString)).isEqualTo(Reading.of("3.1.20.65535"));
    }

    @Test
    void aProgramThatStatesNoVersionHasNone() throws IOException {
        assertThat(version(made("")).isAbsent()).isTrue();
    }

    @Test
    void whatIsNoProgramHasNoVersion() {
        assertThat(version(new byte[0]).isAbsent()).isTrue();
        assertThat(version("MZ".getBytes(StandardCharsets.US_ASCII)).isAbsent()).isTrue();
        assertThat(version("a text that somebody named .exe, and long enough to hold a header of a program"
                                .getBytes(StandardCharsets.US_ASCII))
                        .isAbsent())
                .isTrue();
    }

    @Test
    void aFileThatIsNotThereHasNoVersion() {
        assertThat(FileVersion.of(new InMemoryWindows().files(), PATH).isAbsent())
                .isTrue();
    }

    @Test
    void aFileThatMayNotBeReadIsNotCalledVersionless() {
        InMemoryWindows windows =
                new InMemoryWindows().bytes(PATH, program).unreadable(PATH, WindowsError.ACCESS_DENIED);
        assertThat(FileVersion.of(windows.files(), PATH).isUnreadable()).isTrue();
    }

    @Test
    void aProgramThatWasCutOffSomewhereEndsWithAnAnswer() {
        for (int length = 0; length < program.length; length += 97) {
            Reading<FileVersion> version = version(Arrays.copyOf(program, length));
            assertThat(version)
                    .satisfiesAnyOf(
                            answer -> assertThat(answer.isPresent()).isFalse(),
                            answer -> assertThat(answer.map(FileVersion::toString))
                                    .isEqualTo(Reading.of("3.1.20.65535")));
        }
    }

    @Test
    void aProgramWithFlippedBytesEndsWithAnAnswer() {
        Random random = new Random(17);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = program.clone();
            for (int flips = 0; flips < 4; flips++) {
                damaged[random.nextInt(Math.min(1024, damaged.length))] = (byte) random.nextInt();
            }
            assertThat(version(damaged)).isNotNull();
        }
    }

    private static Reading<FileVersion> version(byte[] bytes) {
        return FileVersion.of(new InMemoryWindows().bytes(PATH, bytes).files(), PATH);
    }

    private static byte[] made(String version) throws IOException {
        Path script = folder.resolve("feiq.nsi");
        Files.writeString(script, SCRIPT.formatted(version), StandardCharsets.UTF_8);
        try {
            Process process = new ProcessBuilder("makensis", "-V2", "-INPUTCHARSET", "UTF8", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (IOException e) {
            throw new AssertionError("makensis is needed for this test: apt-get install nsis", e);
        }
        return Files.readAllBytes(folder.resolve("feiq.exe"));
    }
}
