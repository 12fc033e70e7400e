package io.fieldstick.windows;

import java.util.Optional;

/**
 * The turn to change this computer. One process has it at a time, whichever stick it was started from, and it ends with
 * that process, however that ends.
 */
public interface Turns {

    /**
     * Takes the turn where nobody has it.
     *
     * @throws WindowsException where Windows refused, as when somebody who is no administrator keeps its name from us
     */
    Turn take();

    /** Whose turn it is. */
    sealed interface Turn {}

    /** It is this process's turn until this is closed. */
    non-sealed interface Taken extends Turn, AutoCloseable {
        /** Leaves {@code notice} for those who want the turn meanwhile, instead of the one before; best effort. */
        void leave(String notice);

        @Override
        void close();
    }

    /** It is another process's turn; {@code notice} is what an administrator's process left, where it left any. */
    record Busy(Optional<String> notice) implements Turn {}
}
