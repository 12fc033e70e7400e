package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Windows has no kill -INT; Ctrl-C itself is pressed in InterruptionIT")
class InterruptionTest {

    @ParameterizedTest
    @CsvSource({"notices, 'shown\n'", "does-not-notice, ''"})
    void whoNoticesIsGivenTheTimeToShowWhatThereIs(String how, String shown) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowCommand.class.getName(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = command.getInputStream()) {
            assertThat(out.readNBytes(6)).asString().isEqualTo("ready\n");
            new ProcessBuilder("kill", "-INT", Long.toString(command.pid()))
                    .start()
                    .waitFor();
            assertThat(new String(out.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(shown);
        }
        assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    }

    /** A command that takes longer to show what it has than anybody waits for one that does not notice. */
    static final class SlowCommand {
        private SlowCommand() {}

        public static void main(String[] how) throws InterruptedException {
            try (Interruption interruption = Interruption.watched()) {
                System.out.print("ready\n");
                System.out.flush();
                while (how[0].equals("does-not-notice") || !interruption.requested()) {
                    Thread.sleep(20);
                }
                Thread.sleep(6_000);
                System.out.print("shown\n");
                System.out.flush();
            }
        }
    }
}
