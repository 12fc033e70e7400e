package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The checksum Marvin32 over a part of a buffer, as Windows 8.1 and later put it into a hive's log. */
final class Marvin32 {
    /** The seed of the registry: the bytes 82 EF 4D 88 7A 4E 55 C5 (specification, "Log entries", note 3). */
    static final long REGISTRY_SEED = 0xC5554E7A884DEF82L;

    private int low;
    private int high;

    private Marvin32(long seed) {
        low = (int) seed;
        high = (int) (seed >>> 32);
    }

    /** The 64 bits whose little-endian bytes are the checksum of {@code length} bytes from {@code from}. */
    static long of(long seed, byte[] bytes, int from, int length) {
        Marvin32 state = new Marvin32(seed);
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int whole = length & ~3;
        for (int at = from; at < from + whole; at += 4) {
            state.mix(words.getInt(at));
        }
        int last = 0x80;
        for (int at = from + length - 1; at >= from + whole; at--) {
            last = last << 8 | Byte.toUnsignedInt(bytes[at]);
        }
        state.mix(last);
        state.mix(0);
        return Integer.toUnsignedLong(state.high) << 32 | Integer.toUnsignedLong(state.low);
    }

    private void mix(int word) {
        low += word;
        high ^= low;
        low = Integer.rotateLeft(low, 20) + high;
        high = Integer.rotateLeft(high, 9) ^ low;
        low = Integer.rotateLeft(low, 27) + high;
        high = Integer.rotateLeft(high, 19);
    }
}
