package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a hive, or the copy of it that a log begins with.
 *
 * @param sound whether signature and checksum are right; where not, no other field means anything
 * @param primary the sequence number that a write begins with
 * @param secondary the sequence number that a write ends with
 * @param written when it was last written (FILETIME)
 * @param minor the minor version: big data exists from 4 on
 * @param type 0 a hive, 1 and 2 a log of the old format, 6 of the new one
 * @param root the offset of the root key's cell
 * @param binsSize the bytes of all hive bins
 * @param sector the bytes of one sector of a log, from the clustering factor
 */
record BaseBlock(
        boolean sound,
        int primary,
        int secondary,
        long written,
        int minor,
        int type,
        int root,
        int binsSize,
        int sector) {
    static final int SIZE = 4096;

    /** "regf". */
    private static final int SIGNATURE = 0x66676572;

    private static final int CHECKSUM_AT = 508;
    private static final int HEADER = 512;
    private static final BaseBlock UNSOUND = new BaseBlock(false, 0, 0, 0, 0, 0, 0, 0, HEADER);

    /** Reads the first 512 bytes of {@code file}; not sound where there are fewer. */
    static BaseBlock of(byte[] file) {
        if (file.length < HEADER) {
            return UNSOUND;
        }
        ByteBuffer header = littleEndian(file);
        if (header.getInt(0) != SIGNATURE || header.getInt(CHECKSUM_AT) != checksum(header)) {
            return UNSOUND;
        }
        int clustering = header.getInt(44);
        return new BaseBlock(
                true,
                header.getInt(4),
                header.getInt(8),
                header.getLong(12),
                header.getInt(24),
                header.getInt(28),
                header.getInt(36),
                header.getInt(40),
                clustering >= 1 && clustering <= 8 ? clustering * HEADER : HEADER);
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The same block of a hive whose bins are {@code bytes} large. */
    BaseBlock grownTo(int bytes) {
        return new BaseBlock(sound, primary, secondary, written, minor, type, root, bytes, sector);
    }

    /** Whether a write had begun and not ended. */
    boolean isDirty() {
        return !sound || primary != secondary;
    }

    boolean isOldLog() {
        return sound && (type == 1 || type == 2);
    }

    boolean isNewLog() {
        return sound && type == 6;
    }

    /** XOR of the 32-bit words before it; 0 and -1 are never stored, 1 and -2 stand for them. */
    private static int checksum(ByteBuffer header) {
        int sum = 0;
        for (int at = 0; at < CHECKSUM_AT; at += 4) {
            sum ^= header.getInt(at);
        }
        if (sum == 0) {
            return 1;
        }
        return sum == -1 ? -2 : sum;
    }
}
