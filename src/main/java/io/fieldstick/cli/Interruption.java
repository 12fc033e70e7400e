package io.fieldstick.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C while a command is at work: the command is asked to end with what it has, and given time to show it. */
final class Interruption implements AutoCloseable {
    /** Windows itself ends a console program about 5 seconds after the window was closed (MS docs: HandlerRoutine). */
    private static final long PATIENCE_SECONDS = 4;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch shown = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    private Interruption() {}

    /** From now on, until it is closed, Ctrl-C is asked about with {@link #requested()}. */
    static Interruption watched() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean requested() {
        return requested.get();
    }

    private void interrupt() {
        requested.set(true);
        try {
            if (!shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    /** Everything is shown: Ctrl-C may end the process, with exit code 130 where it had been pressed. */
    @Override
    public void close() {
        shown.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            requested.set(true);
        }
    }
}
