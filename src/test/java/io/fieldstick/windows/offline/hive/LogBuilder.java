package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the logs that Windows would have left when it was stopped between two states of a hive. */
public final class LogBuilder {
    private static final int BASE = 4096;

    private LogBuilder() {}

    /** {@code before} as it looks while the write to the next state goes on: its sequence numbers differ. */
    public static byte[] dirty(byte[] before) {
        byte[] dirty = before.clone();
        ByteBuffer words = words(dirty);
        words.putInt(4, words.getInt(4) + 1);
        HiveBuilder.sign(dirty);
        return dirty;
    }

    /** A log of the new format whose entries, from sequence number {@code first}, lead from state to state. */
    public static byte[] newLog(int first, byte[]... states) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(base(states[states.length - 1], 6, first));
        for (int i = 1; i < states.length; i++) {
            parts.add(entry(first + i - 1, states[i - 1], states[i]));
        }
        return joined(parts);
    }

    /** A log of the old format with the pages in which {@code after} differs from {@code before}. */
    public static byte[] oldLog(byte[] before, byte[] after) {
        byte[] base = base(after, 1, words(before).getInt(8) + 1);
        words(base).putLong(12, words(before).getLong(12));
        HiveBuilder.sign(base);
        int pages = (after.length - BASE) / 512;
        byte[] vector = new byte[(4 + pages / 8 + 511) / 512 * 512];
        System.arraycopy("DIRT".getBytes(StandardCharsets.US_ASCII), 0, vector, 0, 4);
        List<byte[]> parts = new ArrayList<>(List.of(base, vector));
        for (int page = 0; page < pages; page++) {
            if (differs(before, after, page, 512)) {
                vector[4 + page / 8] |= (byte) (1 << (page % 8));
                parts.add(page(after, page, 512));
            }
        }
        return joined(parts);
    }

    /** Marvin32 as the specification of SymCrypt describes it, in 64-bit arithmetic, apart from the reader's. */
    static long marvin(byte[] seed, byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length / 4 + 2) * 4);
        padded[data.length] = (byte) 0x80;
        long a = Integer.toUnsignedLong(words(seed).getInt(0));
        long b = Integer.toUnsignedLong(words(seed).getInt(4));
        for (int i = 0; i < padded.length; i += 4) {
            a = (a + Integer.toUnsignedLong(words(padded).getInt(i))) & 0xFFFFFFFFL;
            b ^= a;
            a = (turn(a, 20) + b) & 0xFFFFFFFFL;
            b = turn(b, 9) ^ a;
            a = (turn(a, 27) + b) & 0xFFFFFFFFL;
            b = turn(b, 19);
        }
        return b << 32 | a;
    }

    private static long turn(long word, int by) {
        return ((word << by) | (word >>> (32 - by))) & 0xFFFFFFFFL;
    }

    private static byte[] base(byte[] file, int type, int sequence) {
        byte[] base = Arrays.copyOf(file, 512);
        ByteBuffer words = words(base);
        words.putInt(4, sequence);
        words.putInt(8, sequence);
        words.putInt(28, type);
        HiveBuilder.sign(base);
        return base;
    }

    private static byte[] entry(int sequence, byte[] before, byte[] after) {
        List<Integer> dirty = new ArrayList<>();
        for (int page = 0; page < (after.length - BASE) / 4096; page++) {
            if (differs(before, after, page, 4096)) {
                dirty.add(page);
            }
        }
        int size = (40 + dirty.size() * (8 + 4096) + 511) / 512 * 512;
        byte[] entry = new byte[size];
        ByteBuffer words = words(entry);
        words.put(0, "HvLE".getBytes(StandardCharsets.US_ASCII));
        words.putInt(4, size);
        words.putInt(12, sequence);
        words.putInt(16, after.length - BASE);
        words.putInt(20, dirty.size());
        for (int i = 0; i < dirty.size(); i++) {
            words.putInt(40 + 8 * i, dirty.get(i) * 4096);
            words.putInt(44 + 8 * i, 4096);
            words.put(40 + 8 * dirty.size() + 4096 * i, page(after, dirty.get(i), 4096));
        }
        signEntry(entry);
        return entry;
    }

    /** Puts the right checksums into a log entry. */
    static void signEntry(byte[] entry) {
        byte[] seed = {(byte) 0x82, (byte) 0xEF, 0x4D, (byte) 0x88, 0x7A, 0x4E, 0x55, (byte) 0xC5};
        words(entry).putLong(24, marvin(seed, Arrays.copyOfRange(entry, 40, entry.length)));
        words(entry).putLong(32, marvin(seed, Arrays.copyOf(entry, 32)));
    }

    private static boolean differs(byte[] before, byte[] after, int page, int size) {
        int from = BASE + page * size;
        return before.length < from + size || !Arrays.equals(before, from, from + size, after, from, from + size);
    }

    private static byte[] page(byte[] file, int page, int size) {
        return Arrays.copyOfRange(file, BASE + page * size, BASE + (page + 1) * size);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer all =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    static ByteBuffer words(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
