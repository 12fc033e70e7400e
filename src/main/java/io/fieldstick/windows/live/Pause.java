package io.fieldstick.windows.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A wait that takes its time. */
final class Pause {
    private Pause() {}

    /**
     * Lets {@code time} pass, whole: a thread that was interrupted is so afterwards, but whoever asks again and again with a
     * pause between would otherwise ask without any.
     */
    static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        boolean interrupted = false;
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
