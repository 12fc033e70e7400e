package io.fieldstick.windows;

import java.time.Instant;

/** A moment as Windows counts it (MS docs: "FILETIME structure"). */
public final class FileTime {
    /** It counts 100 ns from the year 1601, this many seconds before 1970. */
    private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

    private static final long TICKS_PER_SECOND = 10_000_000L;

    private FileTime() {}

    /** The moment of {@code ticks}, which are unsigned by their documentation and signed on disks that are damaged. */
    public static Instant instant(long ticks) {
        long seconds = Math.floorDiv(ticks, TICKS_PER_SECOND) - SECONDS_1601_TO_1970;
        return Instant.ofEpochSecond(seconds, Math.floorMod(ticks, TICKS_PER_SECOND) * 100);
    }
}
