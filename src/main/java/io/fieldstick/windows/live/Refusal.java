package io.fieldstick.windows.live;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import org.jspecify.annotations.Nullable;

/** Where every refusal of a native call becomes a {@link WindowsError} with Windows's own words. */
final class Refusal {
    static final int NO_MORE_ITEMS = 259;

    /** ERROR_GEN_FAILURE (winerror.h). */
    private static final int NO_KIND = 31;

    private static final int FROM_SYSTEM = 0x1000;
    private static final int FROM_LIBRARY = 0x800;
    private static final int IGNORE_INSERTS = 0x200;
    private static final int LONGEST_TEXT = 2048;

    /** LOAD_LIBRARY_AS_DATAFILE (libloaderapi.h): nothing of the library is run. */
    private static final int AS_DATA_FILE = 2;

    private Refusal() {}

    /** The error that the last native call of this thread, which has failed, left (GetLastError). */
    static int lastCode() {
        return ofFailure(Native.getLastError());
    }

    /** {@code code}, or a failure of no kind where a call that has failed left none: a refusal is never taken for success. */
    static int ofFailure(int code) {
        return code == 0 ? NO_KIND : code;
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
        String library = library(code);
        long module = library.isEmpty()
                ? 0
                : Kernel32.LoadLibraryExW(Wide.of(Kernel32.systemDirectory() + "\\" + library), null, AS_DATA_FILE);
        try {
            return module == 0
                    ? text(FROM_SYSTEM, null, code)
                    : text(FROM_SYSTEM | FROM_LIBRARY, new Pointer(module), code);
        } finally {
            Kernel32.FreeLibrary(module);
        }
    }

    /**
     * The library that has the words for {@code code}, which Windows's own table lacks (MS docs: "Looking Up Text for
     * Error Code Numbers", lmerr.h; WinHTTP, "Error Messages", winhttp.h); empty for all others.
     */
    private static String library(int code) {
        if (code >= 2100 && code <= 2999) {
            return "netmsg.dll";
        }
        return code >= 12_000 && code <= 12_999 ? "winhttp.dll" : "";
    }

    private static String text(int from, @Nullable Pointer library, int code) {
        char[] buffer = new char[LONGEST_TEXT];
        int length = Kernel32.FormatMessageW(from | IGNORE_INSERTS, library, code, 0, buffer, buffer.length, null);
        return new String(buffer, 0, Math.max(0, length)).strip();
    }
}
