package io.fieldstick.windows.live;

/** The function of user32.dll that this package calls. */
final class User32 {
    static {
        SystemLibrary.bind(User32.class, "user32");
    }

    private User32() {}

    static native long SendMessageTimeoutW(
            long window, int message, long first, char[] second, int flags, int milliseconds, long[] result);
}
