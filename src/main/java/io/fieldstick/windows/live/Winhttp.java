package io.fieldstick.windows.live;

import com.sun.jna.Pointer;

/** The functions of winhttp.dll that this package calls. */
final class Winhttp {
    static {
        SystemLibrary.bind(Winhttp.class, "winhttp");
    }

    private Winhttp() {}

    static native int WinHttpGetDefaultProxyConfiguration(Pointer info);

    static native int WinHttpSetDefaultProxyConfiguration(Pointer info);
}
