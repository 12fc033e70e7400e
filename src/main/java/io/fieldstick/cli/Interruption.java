package io.fieldstick.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C while a command is at work: the command is asked to end with what it has, and given time to show it. One that asks
 * now and then is waited for, even where a disk that fails keeps it from asking; one that never asks is not.
 */
final class Interruption implements AutoCloseable {
    /** So long for a command that never asks; after it one that asks is said to be waited for. */
    private static final long PATIENCE_SECONDS = 4;

    /**
     * So long for one that asks: after a walk the rest is quickly judged, but a stick may be slow to write to. When the
     * window was closed Windows ends the program after 5 seconds all the same (MS docs: HandlerRoutine).
     */
    private static final long TO_SHOW_SECONDS = 60;

    private final AtomicBoolean asks = new AtomicBoolean();
    private volatile Runnable whenSlow = () -> {};
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

    /** Whether it was pressed: a command that is told so ends with what it has. */
    boolean requested() {
        asks.set(true);
        return requested.get();
    }

    /** Until the command asks again nobody waits for it: a person answers it, or does not. */
    void personIsAsked() {
        asks.set(false);
    }

    /** From now on {@code tell} is called once where the command is still waited for after some seconds. */
    void whenSlow(Runnable tell) {
        whenSlow = tell;
    }

    private void interrupt() {
        requested.set(true);
        try {
            boolean well = shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!well && asks.get()) {
                whenSlow.run();
                well = shown.await(TO_SHOW_SECONDS, TimeUnit.SECONDS);
            }
            if (!well) {
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
