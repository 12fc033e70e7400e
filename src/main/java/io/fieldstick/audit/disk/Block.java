package io.fieldstick.audit.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32;

/** Bytes of a disk, little-endian; what lies beyond their end counts as zero, so no offset can do harm. */
final class Block {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final byte[] bytes;

    Block(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    int u8(int at) {
        return at >= 0 && at < bytes.length ? bytes[at] & 0xFF : 0;
    }

    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /** A 64-bit number; one that does not fit comes out negative, which no length or offset may be. */
    long u64(int at) {
        return u32(at) | u32(at + 4) << 32;
    }

    /** A GUID as it lies on a disk: its first three fields are little-endian. */
    UUID guid(int at) {
        long high = u32(at) << 32 | (long) u16(at + 4) << 16 | u16(at + 6);
        ByteBuffer low = ByteBuffer.wrap(slice(at + 8, 8).bytes).order(ByteOrder.BIG_ENDIAN);
        return new UUID(high, low.getLong());
    }

    /** Whether the Latin-1 characters {@code text} stand at {@code at}. */
    boolean has(int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at + wanted.length <= bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** {@code length} bytes from {@code at}, filled up with zeros where this block ends before. */
    Block slice(int at, int length) {
        int from = Math.max(0, Math.min(at, bytes.length));
        return new Block(Arrays.copyOf(Arrays.copyOfRange(bytes, from, bytes.length), length));
    }

    boolean isZero() {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** The CRC-32 of the first {@code length} bytes, with the four at {@code hole} taken as zero. */
    long crc32(int length, int hole) {
        byte[] copy = slice(0, length).bytes;
        if (hole >= 0) {
            Arrays.fill(copy, hole, hole + 4, (byte) 0);
        }
        CRC32 crc = new CRC32();
        crc.update(copy);
        return crc.getValue();
    }

    /** The bytes from {@code at} in hexadecimal, as a person compares them: {@code 4e 54 46 53}. */
    String hex(int at, int length) {
        return HEX.formatHex(slice(at, length).bytes);
    }

    /** A copy of the bytes. */
    byte[] copy() {
        return bytes.clone();
    }
}
