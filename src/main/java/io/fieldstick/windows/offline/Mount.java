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
 * @param paths where it may be, the first that is there counts
 */
record Mount(RegistryKey.Root root, String name, Files files, List<String> paths) {
    Mount {
        paths = List.copyOf(paths);
    }

    Reading<Hive> open() {
        Reading<Hive> hive = Reading.absent();
        for (String path : paths) {
            hive = HiveFile.open(files, path);
            if (!hive.isAbsent()) {
                return hive;
            }
        }
        return hive;
    }
}
