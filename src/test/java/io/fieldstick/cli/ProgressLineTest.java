package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Message;
import io.fieldstick.userdata.Watch;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long GB = 1L << 30;

    @Test
    void theTimeLeftIsWhatTheRestOfTheDiskTakesAtTheSameRate() {
        assertThat(left(10 * GB, 40 * GB, 20)).contains(Message.of("cli.progress.minutes", 1L));
        assertThat(left(10 * GB, 100 * GB, 60)).contains(Message.of("cli.progress.minutes", 9L));
        assertThat(left(90 * GB, 100 * GB, 90)).contains(Message.of("cli.progress.seconds", 10L));
    }

    @Test
    void nothingIsSaidWhereNobodyCanKnow() {
        assertThat(left(10 * GB, 100 * GB, 2)).isEmpty();
        assertThat(left(GB, 100 * GB, 60)).isEmpty();
        assertThat(left(10 * GB, 0, 60)).isEmpty();
        assertThat(left(101 * GB, 100 * GB, 60)).isEmpty();
    }

    private static Optional<Message> left(long bytes, long inUse, int seconds) {
        return ProgressLine.left(new Watch.Progress(1, 1, bytes, inUse, "C:\\"), Duration.ofSeconds(seconds));
    }
}
