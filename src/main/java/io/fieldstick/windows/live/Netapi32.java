package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of netapi32.dll that this package calls. */
final class Netapi32 {
    static {
        SystemLibrary.bind(Netapi32.class, "netapi32");
    }

    private Netapi32() {}

    static native int NetGetJoinInformation(@Nullable Pointer server, long[] name, int[] status);

    static native int NetApiBufferFree(long buffer);

    static native int NetUserModalsGet(@Nullable Pointer server, int level, long[] found);

    static native int NetUserModalsSet(@Nullable Pointer server, int level, byte[] modals, int[] wrongMember);
}
