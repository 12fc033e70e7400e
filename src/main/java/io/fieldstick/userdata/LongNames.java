package io.fieldstick.userdata;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import java.util.regex.Pattern;

/**
 * Paths with short names in them, as old programs store them ({@code C:\DOCUME~1\ZHANGS~1}), by the names that folders
 * list: otherwise what lies there would not be recognised when the walk comes upon it.
 */
final class LongNames {
    /** MS docs: "Naming Files, Paths, and Namespaces", short names. */
    private static final Pattern SHORT =
            Pattern.compile("[^\\\\]{1,7}~[0-9A-F]{1,4}(\\.[^\\\\.]{0,3})?", Pattern.CASE_INSENSITIVE);

    private LongNames() {}

    /** {@code path} with each short name replaced; one that Windows does not know stays as it is. */
    static String of(String path, Files files) {
        if (path.indexOf('~') < 0 || !WindowsPath.isAbsolute(path) || WindowsPath.isOnServer(path)) {
            return path;
        }
        String found = path.substring(0, 3);
        for (String name : path.substring(3).split("\\\\", -1)) {
            String here = WindowsPath.child(found, name);
            Reading<FileEntry> entry = SHORT.matcher(name).matches() ? files.entry(here) : Reading.absent();
            found = entry instanceof Reading.Present<FileEntry> present
                    ? WindowsPath.child(found, present.value().name())
                    : here;
        }
        return found;
    }
}
