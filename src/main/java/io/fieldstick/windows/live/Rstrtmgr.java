package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of rstrtmgr.dll that this package calls; WinPE has no such library. */
final class Rstrtmgr {
    static {
        SystemLibrary.bind(Rstrtmgr.class, "rstrtmgr");
    }

    private Rstrtmgr() {}

    static native int RmStartSession(int[] session, int flags, char[] key);

    static native int RmRegisterResources(
            int session,
            int fileCount,
            Pointer files,
            int processCount,
            @Nullable Pointer processes,
            int serviceCount,
            @Nullable Pointer services);

    static native int RmGetList(int session, int[] needed, int[] count, byte[] processes, int[] reasons);

    static native int RmEndSession(int session);
}
