package io.fieldstick.windows.live;

import com.sun.jna.Native;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;

/** Where every refusal of a native call becomes a {@link WindowsError} with Windows's own words. */
final class Refusal {
    static final int MORE_DATA = 234;
    static final int NO_MORE_ITEMS = 259;

    private static final int FROM_SYSTEM = 0x1000;
    private static final int IGNORE_INSERTS = 0x200;
    private static final int LONGEST_TEXT = 2048;

    private Refusal() {}

    /** The error that the last native call of this thread left (GetLastError). */
    static int lastCode() {
        return Native.getLastError();
    }

    static WindowsError of(Message tried, int code) {
        return new WindowsError(tried, code, text(code));
    }

    /** Absent where {@code code} says that there is no such key, file or device, and else unreadable. */
    static <T> Reading<T> reading(Message tried, int code) {
        return code == WindowsError.FILE_NOT_FOUND || code == WindowsError.PATH_NOT_FOUND
                ? Reading.absent()
                : Reading.unreadable(of(tried, code));
    }

    /** Throws what a write was refused with; nothing where {@code code} is 0. */
    static void check(Message tried, int code) {
        if (code != 0) {
            throw new WindowsException(of(tried, code));
        }
    }

    private static String text(int code) {
        char[] buffer = new char[LONGEST_TEXT];
        int length = Kernel32.FormatMessageW(FROM_SYSTEM | IGNORE_INSERTS, null, code, 0, buffer, buffer.length, null);
        return new String(buffer, 0, Math.max(0, length)).strip();
    }
}
