package io.fieldstick.windows.live;

/** The functions of iphlpapi.dll that this package calls. */
final class Iphlpapi {
    static {
        SystemLibrary.bind(Iphlpapi.class, "iphlpapi");
    }

    private Iphlpapi() {}

    static native int GetIfTable2(long[] table);

    static native void FreeMibTable(long table);
}
