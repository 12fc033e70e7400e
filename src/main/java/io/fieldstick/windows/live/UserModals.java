package io.fieldstick.windows.live;

import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** USER_MODALS_INFO_0 and _3 of lmaccess.h as bytes: unsigned 32-bit numbers, one after the other. */
final class UserModals {
    static final int PASSWORDS = 0;
    static final int PASSWORDS_BYTES = 20;
    static final int LOCKOUT = 3;
    static final int LOCKOUT_BYTES = 12;

    private UserModals() {}

    static PasswordPolicy passwords(byte[] modals) {
        ByteBuffer in = buffer(modals);
        return new PasswordPolicy(in.getInt(0), seconds(in, 4), seconds(in, 8), in.getInt(16));
    }

    /** {@code before} with this policy in it: when people are signed off by force stays as it is. */
    static byte[] with(PasswordPolicy policy, byte[] before) {
        byte[] after = before.clone();
        buffer(after)
                .putInt(0, policy.minimumLength())
                .putInt(4, (int) policy.maximumAge())
                .putInt(8, (int) policy.minimumAge())
                .putInt(16, policy.history());
        return after;
    }

    static LockoutPolicy lockout(byte[] modals) {
        ByteBuffer in = buffer(modals);
        return new LockoutPolicy(seconds(in, 0), seconds(in, 4), in.getInt(8));
    }

    static byte[] bytes(LockoutPolicy policy) {
        byte[] modals = new byte[LOCKOUT_BYTES];
        buffer(modals)
                .putInt(0, (int) policy.duration())
                .putInt(4, (int) policy.window())
                .putInt(8, policy.threshold());
        return modals;
    }

    private static long seconds(ByteBuffer in, int offset) {
        return Integer.toUnsignedLong(in.getInt(offset));
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
