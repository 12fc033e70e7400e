package io.fieldstick.windows;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The turn to change an {@link InMemoryWindows}; as a mutex of Windows, it is a thread's. */
public final class InMemoryTurns implements Turns {
    private @Nullable Thread holder;
    private Optional<String> notice = Optional.empty();
    private Optional<WindowsError> refusal = Optional.empty();

    /** Another process has the turn from now on, and left this. */
    public void occupied(Optional<String> left) {
        holder = new Thread();
        notice = left;
    }

    /** Whoever has the turn gives it back. */
    public void free() {
        holder = null;
        notice = Optional.empty();
    }

    /** Whether some process has the turn. */
    public boolean isTaken() {
        return holder != null;
    }

    /** Windows answers {@code code} to everybody who asks. */
    public void refuse(int code) {
        refusal = Optional.of(WindowsErrors.error(Tried.takeTurn("Global\\Fieldstick-turn"), code));
    }

    @Override
    public synchronized Turn take() {
        if (refusal.isPresent()) {
            throw new WindowsException(refusal.get());
        }
        if (holder != null && holder != Thread.currentThread()) {
            return new Busy(notice);
        }
        holder = Thread.currentThread();
        return new Taken() {
            @Override
            public void leave(String text) {
                notice = Optional.of(text);
            }

            @Override
            public void close() {
                free();
            }
        };
    }
}
