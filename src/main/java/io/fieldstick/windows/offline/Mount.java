package io.fieldstick.windows.offline;

import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.offline.hive.Hive;
import java.util.List;

/**
 * Where the content of a hive file appears in the registry; nothing is mounted by Windows.
 *
 * @param root HKLM or HKU
 * @param name the key directly below the root: {@code SOFTWARE}, a SID, a SID with {@code _Classes}
 * @param files where the file lies
 * @param paths where it may be, the first that is there counts; unreadable where the folder cannot be told
 */
record Mount(RegistryKey.Root root, String name, Files files, Reading<List<String>> paths) {

    Reading<Hive> open() {
        return file().flatMap(path -> HiveFile.open(files, path));
    }

    /** The path of the file; absent where none is there, unreadable where that cannot be told. */
    Reading<String> file() {
        return paths.flatMap(all -> {
            Reading<String> found = Reading.absent();
            for (String path : all) {
                found = files.entry(path).map(entry -> path);
                if (!found.isAbsent()) {
                    return found;
                }
            }
            return found;
        });
    }
}
