package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log as Windows 8.1 and later write it: entries of whole pages, each with a sequence number and two checksums. */
record NewLog(BaseBlock base, List<Entry> entries) {
    /** "HvLE". */
    private static final int SIGNATURE = 0x454C7648;

    private static final int HEADER = 40;
    private static final int HASHED_HEADER = 32;
    private static final int ALIGNMENT = 512;

    /** The log's entries up to the first that is not sound or does not follow; null where it is no such log. */
    static @Nullable NewLog of(byte[] log) {
        BaseBlock base = BaseBlock.of(log);
        if (!base.isNewLog()) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        int at = base.sector();
        for (Entry entry = entry(log, at); entry != null; entry = entry(log, at)) {
            boolean follows = entries.isEmpty() || entry.sequence == entries.get(entries.size() - 1).sequence + 1;
            if (!follows) {
                break;
            }
            entries.add(entry);
            at += entry.size;
        }
        return new NewLog(base, List.copyOf(entries));
    }

    private static @Nullable Entry entry(byte[] log, int at) {
        ByteBuffer bytes = BaseBlock.littleEndian(log);
        if (at < 0 || at > log.length - HEADER || bytes.getInt(at) != SIGNATURE) {
            return null;
        }
        int size = bytes.getInt(at + 4);
        boolean sized = size >= HEADER && size % ALIGNMENT == 0 && size <= log.length - at;
        if (!sized
                || bytes.getLong(at + 24) != Marvin32.of(Marvin32.REGISTRY_SEED, log, at + HEADER, size - HEADER)
                || bytes.getLong(at + 32) != Marvin32.of(Marvin32.REGISTRY_SEED, log, at, HASHED_HEADER)) {
            return null;
        }
        return new Entry(log, at, size, bytes.getInt(at + 12), bytes.getInt(at + 16), bytes.getInt(at + 20));
    }

    /**
     * One write: pages of the hive bins, one behind the other.
     *
     * @param log the log that it lies in
     * @param at its offset there
     * @param size its bytes, header included
     * @param binsSize the bytes of all hive bins after it
     * @param pages how many pages it has
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the log is shared by all its entries
    record Entry(byte[] log, int at, int size, int sequence, int binsSize, int pages) {

        /** Whether all its pages lie inside it and inside bins of at most {@code mostBins} bytes. */
        boolean fits(long mostBins) {
            if (binsSize <= 0 || binsSize % Bins.UNIT != 0 || binsSize > mostBins) {
                return false;
            }
            if (pages < 0 || pages > (size - HEADER) / 8) {
                return false;
            }
            ByteBuffer bytes = BaseBlock.littleEndian(log);
            long left = size - HEADER - 8L * pages;
            for (int i = 0; i < pages; i++) {
                int offset = bytes.getInt(at + HEADER + 8 * i);
                int length = bytes.getInt(at + HEADER + 8 * i + 4);
                left -= length;
                if (offset < 0 || length < 0 || offset > binsSize - length || left < 0) {
                    return false;
                }
            }
            return true;
        }

        /** Puts its pages, which fit, into the hive {@code file}. */
        void writeTo(byte[] file) {
            ByteBuffer bytes = BaseBlock.littleEndian(log);
            int from = at + HEADER + 8 * pages;
            for (int i = 0; i < pages; i++) {
                int offset = bytes.getInt(at + HEADER + 8 * i);
                int length = bytes.getInt(at + HEADER + 8 * i + 4);
                System.arraycopy(log, from, file, BaseBlock.SIZE + offset, length);
                from += length;
            }
        }
    }
}
