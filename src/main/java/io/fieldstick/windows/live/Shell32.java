package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of shell32.dll that this package calls. */
final class Shell32 {
    static {
        SystemLibrary.bind(Shell32.class, "shell32");
    }

    private Shell32() {}

    static native void SHChangeNotify(int event, int flags, @Nullable Pointer first, @Nullable Pointer second);

    static native int ShellExecuteExW(Pointer execution);

    static native @Nullable Pointer CommandLineToArgvW(Pointer commandLine, int[] count);
}
