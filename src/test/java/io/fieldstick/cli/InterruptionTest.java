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
    @CsvSource({"notices, 'shown\n'", "is-slow-to-notice, 'waits\nshown\n'", "does-not-notice, ''", "asks-a-person, ''"
    })
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
                interruption.whenSlow(() -> {
                    if (how[0].equals("is-slow-to-notice")) {
                        print("waits\n");
                    }
                });
                if (!how[0].equals("does-not-notice")) {
                    interruption.requested();
                }
                if (how[0].equals("asks-a-person")) {
                    interruption.personIsAsked();
                }
                print("ready\n");
                if (how[0].equals("is-slow-to-notice")) {
                    Thread.sleep(6_000);
                }
                while (!how[0].contains("notice") || how[0].equals("does-not-notice") || !interruption.requested()) {
                    Thread.sleep(20);
                }
                Thread.sleep(how[0].equals("notices") ? 6_000 : 0);
                print("shown\n");
            }
        }

        private static void print(String line) {
            System.out.print(line);
            System.out.flush();
        }
    }
}
