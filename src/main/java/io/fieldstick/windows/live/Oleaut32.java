package io.fieldstick.windows.live;

import com.sun.jna.Pointer;

/** The functions of oleaut32.dll that this package calls: texts as COM takes them. */
final class Oleaut32 {
    static {
        SystemLibrary.bind(Oleaut32.class, "oleaut32");
    }

    private Oleaut32() {}

    static native Pointer SysAllocString(char[] text);

    static native void SysFreeString(Pointer text);
}
