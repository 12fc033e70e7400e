package io.fieldstick.windows.live;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Map;

/** A DLL of Windows itself, bound from System32 by its full path. */
final class SystemLibrary {
    private SystemLibrary() {}

    /**
     * Binds the native methods of {@code binding} to {@code name}.dll. The full path keeps a DLL of the same name in the
     * current folder or beside java.exe, on a stick that anybody can write to, from being loaded with an administrator's
     * rights.
     */
    static void bind(Class<?> binding, String name) {
        Native.register(binding, NativeLibrary.getInstance(path(name), Map.of()));
    }

    /** The full path of {@code name}.dll. */
    static String path(String name) {
        return Kernel32.systemDirectory() + "\\" + name + ".dll";
    }
}
