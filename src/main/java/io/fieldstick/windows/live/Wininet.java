package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of wininet.dll that this package calls. */
final class Wininet {
    static {
        SystemLibrary.bind(Wininet.class, "wininet");
    }

    private Wininet() {}

    static native int InternetQueryOptionW(long internet, int option, Pointer buffer, int[] length);

    static native int InternetSetOptionW(long internet, int option, @Nullable Pointer buffer, int length);
}
