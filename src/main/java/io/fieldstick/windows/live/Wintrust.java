package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of wintrust.dll that this package calls. */
final class Wintrust {
    static {
        SystemLibrary.bind(Wintrust.class, "wintrust");
    }

    private Wintrust() {}

    static native int WinVerifyTrust(long window, byte[] action, Pointer data);

    static native @Nullable Pointer WTHelperProvDataFromStateData(long state);

    static native @Nullable Pointer WTHelperGetProvSignerFromChain(Pointer data, int signer, int counter, int index);

    static native @Nullable Pointer WTHelperGetProvCertFromChain(Pointer signer, int index);
}
