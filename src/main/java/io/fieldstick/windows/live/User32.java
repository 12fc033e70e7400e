package io.fieldstick.windows.live;

import com.sun.jna.Callback;

/** The functions of user32.dll that this package calls. */
final class User32 {
    static {
        SystemLibrary.bind(User32.class, "user32");
    }

    private User32() {}

    /** WNDENUMPROC (winuser.h). */
    interface EachWindow extends Callback {
        /** Is given the next window; 0 ends the list. */
        int callback(long window, long parameter);
    }

    static native long SendMessageTimeoutW(
            long window, int message, long first, char[] second, int flags, int milliseconds, long[] result);

    static native int EnumWindows(EachWindow each, long parameter);

    static native int IsWindowVisible(long window);

    static native int GetWindowTextW(long window, char[] title, int length);

    static native int GetWindowThreadProcessId(long window, int[] process);
}
