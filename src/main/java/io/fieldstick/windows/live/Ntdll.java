package io.fieldstick.windows.live;

/** The function of ntdll.dll that this package calls. */
final class Ntdll {
    static {
        SystemLibrary.bind(Ntdll.class, "ntdll");
    }

    private Ntdll() {}

    static native int RtlGetVersion(byte[] version);
}
