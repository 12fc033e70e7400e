package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The stick and its launcher, wherever they lie and whatever the PC is like. */
final class StickIT {

    @Test
    void aStickWithoutItsRuntimeSaysSoAndExitsWith7() throws IOException {
        try (WinePrefix windows = WinePrefix.fresh()) {
            Stick stick = windows.stick("C:\\工具 & co!");
            Files.delete(stick.path("runtime\\bin\\java.exe"));
            Run run = stick.run("--version");
            assertThat(run.exitCode()).as("%s", run).isEqualTo(7);
            assertThat(run.err()).contains("runtime\\bin\\java.exe is missing");
            assertThat(run.outBytes()).isEmpty();
        }
    }
}
