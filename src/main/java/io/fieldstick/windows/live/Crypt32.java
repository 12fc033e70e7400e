package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of crypt32.dll that this package calls. */
final class Crypt32 {
    static {
        SystemLibrary.bind(Crypt32.class, "crypt32");
    }

    private Crypt32() {}

    static native int CertGetNameStringW(
            Pointer certificate, int type, int flags, @Nullable Pointer parameter, char[] name, int length);

    static native int CryptProtectData(
            Pointer in,
            @Nullable Pointer description,
            @Nullable Pointer entropy,
            @Nullable Pointer reserved,
            @Nullable Pointer prompt,
            int flags,
            Pointer out);

    static native int CryptUnprotectData(
            Pointer in,
            @Nullable Pointer description,
            @Nullable Pointer entropy,
            @Nullable Pointer reserved,
            @Nullable Pointer prompt,
            int flags,
            Pointer out);
}
