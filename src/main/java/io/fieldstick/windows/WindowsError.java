package io.fieldstick.windows;

import io.fieldstick.message.Message;

/**
 * A refusal by Windows: what was tried, the Win32 error code, and Windows's own words for it.
 *
 * @param tried what was tried, as {@code read HKLM\SOFTWARE\X} would be in the reader's language
 * @param code the Win32 error code or HRESULT, as Windows returned it
 * @param text Windows's own text for {@code code}, in Windows's own language; empty where it has none
 */
public record WindowsError(Message tried, int code, String text) {
    public static final int FILE_NOT_FOUND = 2;
    public static final int PATH_NOT_FOUND = 3;
    public static final int ACCESS_DENIED = 5;
    public static final int INVALID_DATA = 13;
    public static final int NOT_READY = 21;
    public static final int SHARING_VIOLATION = 32;
    public static final int NOT_SUPPORTED = 50;
    public static final int INVALID_PARAMETER = 87;
    public static final int PRIVILEGE_NOT_HELD = 1314;

    /** {@code 5, Access is denied}; codes that are HRESULTs in hexadecimal. */
    public String said() {
        String number = code >= 0 ? Integer.toString(code) : String.format("0x%08X", code);
        return text.isEmpty() ? number : number + ", " + text;
    }
}
