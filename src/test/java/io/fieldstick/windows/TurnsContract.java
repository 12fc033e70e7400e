package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of the turn on every {@link Windows}. The other who wants it is a thread: to Windows that is the same. */
public abstract class TurnsContract {
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    protected abstract Turns turns();

    @AfterEach
    void theOtherGoes() {
        other.shutdownNow();
    }

    private Turns.Turn takenByTheOther() {
        return CompletableFuture.supplyAsync(() -> turns().take(), other).join();
    }

    private void givenBackByTheOther(Turns.Turn turn) {
        CompletableFuture.runAsync(((Turns.Taken) turn)::close, other).join();
    }

    @Test
    void theTurnIsOnesOnly() {
        try (Turns.Taken mine = (Turns.Taken) turns().take()) {
            mine.leave("somebody, since 12:00 周三");
            assertThat(takenByTheOther()).isEqualTo(new Turns.Busy(Optional.of("somebody, since 12:00 周三")));
            mine.leave("shorter");
            assertThat(takenByTheOther()).isEqualTo(new Turns.Busy(Optional.of("shorter")));
        }
    }

    @Test
    void whatWasGivenBackCanBeTaken() {
        Turns.Turn theirs = takenByTheOther();
        assertThat(turns().take()).isInstanceOf(Turns.Busy.class);
        givenBackByTheOther(theirs);
        try (Turns.Taken mine = (Turns.Taken) turns().take()) {
            assertThat(takenByTheOther()).isInstanceOf(Turns.Busy.class);
            mine.leave("x".repeat(10_000));
            assertThat(takenByTheOther()).isInstanceOf(Turns.Busy.class);
        }
    }
}
