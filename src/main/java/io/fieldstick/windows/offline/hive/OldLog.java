package io.fieldstick.windows.offline.hive;

import org.jspecify.annotations.Nullable;

/** A log as Windows wrote it up to 8: a bitmap of 512-byte pages of the bins, and these pages. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record OldLog(BaseBlock base, byte[] log) {
    /** "DIRT". */
    private static final int SIGNATURE = 0x54524944;

    private static final int PAGE = 512;

    /** The log; null where it is none or was itself cut short. */
    static @Nullable OldLog of(byte[] log) {
        BaseBlock base = BaseBlock.of(log);
        boolean usable = base.isOldLog()
                && base.primary() == base.secondary()
                && base.binsSize() > 0
                && base.binsSize() % Bins.UNIT == 0
                && bitmapAt(base) <= log.length
                && BaseBlock.littleEndian(log).getInt(base.sector()) == SIGNATURE;
        return usable ? new OldLog(base, log) : null;
    }

    /** Whether every page that the bitmap names is there. */
    boolean isWhole() {
        if (bitmapAt(base) + bitmapSize() > log.length) {
            return false;
        }
        long pages = 0;
        for (int i = 0; i < bitmapSize(); i++) {
            pages += Integer.bitCount(Byte.toUnsignedInt(log[bitmapAt(base) + i]));
        }
        return pagesAt() + pages * PAGE <= log.length;
    }

    /** Puts its pages into the hive {@code file}, which is large enough for {@link #base()}'s bins. */
    void writeTo(byte[] file) {
        int from = pagesAt();
        for (int page = 0; page < base.binsSize() / PAGE; page++) {
            if ((log[bitmapAt(base) + page / 8] >> page % 8 & 1) != 0) {
                System.arraycopy(log, from, file, BaseBlock.SIZE + page * PAGE, PAGE);
                from += PAGE;
            }
        }
    }

    private static int bitmapAt(BaseBlock base) {
        return base.sector() + 4;
    }

    private int bitmapSize() {
        return base.binsSize() / PAGE / 8;
    }

    /** The pages begin with the sector after the bitmap. */
    private int pagesAt() {
        int end = bitmapAt(base) + bitmapSize();
        return (end + base.sector() - 1) / base.sector() * base.sector();
    }
}
