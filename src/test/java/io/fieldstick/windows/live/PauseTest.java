package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Duration SHORT = Duration.ofMillis(60);

    /** Whoever asks a program every fifth of a second must not ask it a million times a second from then on. */
    @Test
    void aThreadThatWasInterruptedStillPausesAndIsInterruptedAfterwards() {
        Thread.currentThread().interrupt();
        long began = System.nanoTime();
        Pause.of(SHORT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(SHORT);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCallThatFailedAndLeftNoCodeIsNotTakenForOneThatSucceeded() {
        assertThat(Refusal.ofFailure(5)).isEqualTo(5);
        assertThat(Refusal.ofFailure(0)).isNotZero();
    }
}
