package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of ole32.dll that this package calls. */
final class Ole32 {
    static final int APARTMENT_THREADED = 2;

    static {
        SystemLibrary.bind(Ole32.class, "ole32");
    }

    private Ole32() {}

    static native int CoInitializeEx(@Nullable Pointer reserved, int apartment);

    static native void CoUninitialize();

    /** Puts the address of the object into {@code made}: arrays of pointers cannot be bound in this way. */
    static native int CoCreateInstance(
            Pointer classId, @Nullable Pointer outer, int context, Pointer interfaceId, long[] made);
}
