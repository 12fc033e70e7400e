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

    /** Commands that take longer to notice, or to show what they have, than anybody waits for one that never asks. */
    static final class SlowCommand {
        private static final long LONGER_THAN_PATIENCE = 6_000;

        private SlowCommand() {}

        public static void main(String[] how) throws InterruptedException {
            try (Interruption interruption = Interruption.watched()) {
                interruption.whenSlow(() -> print(how[0].equals("is-slow-to-notice") ? "waits\n" : ""));
                switch (how[0]) {
                    case "notices" -> {
                        print("ready\n");
                        awaitRequest(interruption);
                        Thread.sleep(LONGER_THAN_PATIENCE);
                    }
                    case "is-slow-to-notice" -> {
                        interruption.requested();
                        print("ready\n");
                        Thread.sleep(LONGER_THAN_PATIENCE);
                        awaitRequest(interruption);
                    }
                    case "asks-a-person" -> {
                        interruption.requested();
                        interruption.personIsAsked();
                        print("ready\n");
                        Thread.sleep(Long.MAX_VALUE);
                    }
                    default -> {
                        print("ready\n");
                        Thread.sleep(Long.MAX_VALUE);
                    }
                }
                print("shown\n");
            }
        }

        private static void awaitRequest(Interruption interruption) throws InterruptedException {
            while (!interruption.requested()) {
                Thread.sleep(20);
            }
        }

        private static void print(String line) {
            System.out.print(line);
            System.out.flush();
        }
    }
}
