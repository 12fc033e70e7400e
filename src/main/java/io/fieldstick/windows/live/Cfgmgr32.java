package io.fieldstick.windows.live;

/** The function of cfgmgr32.dll that this package calls. */
final class Cfgmgr32 {
    static {
        SystemLibrary.bind(Cfgmgr32.class, "cfgmgr32");
    }

    private Cfgmgr32() {}

    static native int CM_Get_DevNode_Status(int[] status, int[] problem, int device, int flags);
}
