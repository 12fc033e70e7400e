package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The function of urlmon.dll that this package calls. */
final class Urlmon {
    static {
        SystemLibrary.bind(Urlmon.class, "urlmon");
    }

    private Urlmon() {}

    static native int CoInternetCreateSecurityManager(@Nullable Pointer serviceProvider, long[] manager, int reserved);
}
