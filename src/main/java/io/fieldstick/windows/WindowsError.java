package io.fieldstick.windows;

import io.fieldstick.message.Message;

/**
 * A refusal: what was tried, the code, and Windows's own words for it.
 *
 * @param tried what was tried, as {@code read HKLM\SOFTWARE\X} would be in the reader's language
 * @param code the Win32 error code or HRESULT, as Windows returned it; or the exit code of a program, as its maker means it
 * @param text Windows's own text for {@code code}, in Windows's own language; empty where it has none
 */
public record WindowsError(Message tried, int code, String text, Teller teller) {

    /** Who gave the code: the same number means one thing from Windows and another from a program. */
    public enum Teller {
        WINDOWS,
        PROGRAM
    }

    public static final int FILE_NOT_FOUND = 2;
    public static final int PATH_NOT_FOUND = 3;
    public static final int ACCESS_DENIED = 5;
    public static final int INVALID_DATA = 13;
    public static final int NOT_READY = 21;
    public static final int SHARING_VIOLATION = 32;
    public static final int NOT_SUPPORTED = 50;
    public static final int INVALID_PARAMETER = 87;
    /** ERROR_MORE_DATA (winerror.h): more data is available. */
    public static final int MORE_DATA = 234;
    /** ERROR_TIMEOUT (winerror.h): this operation returned because the timeout period expired. */
    public static final int TIMEOUT = 1460;

    public static final int PRIVILEGE_NOT_HELD = 1314;
    /** ERROR_FILE_OFFLINE (winerror.h): this file is currently not available for use on this computer. */
    public static final int FILE_OFFLINE = 4350;

    /** A refusal by Windows itself. */
    public WindowsError(Message tried, int code, String text) {
        this(tried, code, text, Teller.WINDOWS);
    }

    /** A program that ended with {@code code}, which says that it failed. */
    public static WindowsError exit(Message tried, int code) {
        return new WindowsError(tried, code, "", Teller.PROGRAM);
    }

    /** Whether Windows denied access, which an administrator may have. */
    public boolean isDenied() {
        return teller == Teller.WINDOWS && code == ACCESS_DENIED;
    }

    /** {@code 5, Access is denied}; codes that are HRESULTs in hexadecimal. */
    public String said() {
        String number = code >= 0 ? Integer.toString(code) : String.format("0x%08X", code);
        return text.isEmpty() ? number : number + ", " + text;
    }
}
