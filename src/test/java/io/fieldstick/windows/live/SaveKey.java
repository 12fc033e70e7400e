package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.WinReg.HKEY;
import com.sun.jna.win32.StdCallLibrary;

/** RegSaveKey, which makes a hive file of a key; the program itself saves none. */
final class SaveKey {
    private interface Library extends StdCallLibrary {
        int RegSaveKeyW(HKEY key, WString file, Pointer security);
    }

    private SaveKey() {}

    static int RegSaveKeyW(HKEY key, String file) {
        return com.sun.jna.Native.load("advapi32", Library.class).RegSaveKeyW(key, new WString(file), Pointer.NULL);
    }
}
