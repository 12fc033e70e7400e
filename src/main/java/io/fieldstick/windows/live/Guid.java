package io.fieldstick.windows.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** A GUID as Windows has it in memory: the first three fields little-endian, the last eight bytes as they are written. */
final class Guid {
    static final int BYTES = 16;

    private Guid() {}

    /** The bytes of {@code text}, which has no braces. */
    static byte[] bytes(String text) {
        UUID id = UUID.fromString(text);
        long high = id.getMostSignificantBits();
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The GUID in these bytes, in small letters without braces. */
    static String text(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long first = Integer.toUnsignedLong(in.getInt());
        long second = Short.toUnsignedLong(in.getShort());
        long third = Short.toUnsignedLong(in.getShort());
        long low = in.order(ByteOrder.BIG_ENDIAN).getLong();
        return new UUID(first << 32 | second << 16 | third, low).toString();
    }
}
