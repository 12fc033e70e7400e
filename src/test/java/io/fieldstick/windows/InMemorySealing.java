package io.fieldstick.windows;

import java.util.Arrays;

/** A seal that keeps nobody out, but whose bytes are others than those that were sealed. */
final class InMemorySealing implements Sealing {
    private static final byte MARK = 0x2A;

    @Override
    public Reading<byte[]> seal(byte[] bytes) {
        byte[] sealed = Arrays.copyOf(bytes, bytes.length + 1);
        sealed[bytes.length] = MARK;
        for (int i = 0; i < bytes.length; i++) {
            sealed[i] ^= MARK;
        }
        return Reading.of(sealed);
    }

    @Override
    public Reading<byte[]> open(byte[] sealed) {
        if (sealed.length == 0 || sealed[sealed.length - 1] != MARK) {
            return Reading.unreadable(WindowsErrors.error(Tried.openSealed(), WindowsError.INVALID_DATA));
        }
        byte[] bytes = Arrays.copyOf(sealed, sealed.length - 1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= MARK;
        }
        return Reading.of(bytes);
    }
}
