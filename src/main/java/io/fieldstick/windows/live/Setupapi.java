package io.fieldstick.windows.live;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of setupapi.dll that this package calls. */
final class Setupapi {
    /** DIGCF_PRESENT and DIGCF_ALLCLASSES of setupapi.h. */
    static final int PRESENT_OF_ALL_CLASSES = 0x2 | 0x4;

    /** SPDRP_ numbers of setupapi.h. */
    static final int DESCRIPTION = 0;

    static final int HARDWARE_ID = 1;
    static final int COMPATIBLE_IDS = 2;

    static {
        SystemLibrary.bind(Setupapi.class, "setupapi");
    }

    private Setupapi() {}

    /** PSP_FILE_CALLBACK_W: what Windows says, twice the thing that it is about, and an answer. */
    interface EachNotification extends Callback {
        int of(@Nullable Pointer context, int what, @Nullable Pointer first, @Nullable Pointer second);
    }

    static native int SetupIterateCabinetW(
            char[] cabinet, int reserved, EachNotification each, @Nullable Pointer context);

    static native long SetupDiGetClassDevsW(
            @Nullable Pointer guid, char @Nullable [] enumerator, long window, int flags);

    static native int SetupDiEnumDeviceInfo(long set, int index, byte[] device);

    static native int SetupDiGetDeviceRegistryPropertyW(
            long set, byte[] device, int property, int[] type, byte[] value, int length, int[] needed);

    static native int SetupDiDestroyDeviceInfoList(long set);
}
