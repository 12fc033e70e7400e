package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.hive.Hive;
import java.util.List;

/** Opens a hive and, where a write to it was cut short, its logs, through the {@link Files} of any Windows. */
final class HiveFile {
    /** A hive is read into memory whole; no real one is known that comes near. */
    static final int MOST_BYTES = 512 << 20;

    /** ERROR_FILE_TOO_LARGE (MS docs: system error codes 0-499). */
    private static final int FILE_TOO_LARGE = 223;

    /** Windows Vista and later have two logs, earlier ones one (specification, "Multiple transaction log files"). */
    private static final List<String> LOG_ENDINGS = List.of(".LOG1", ".LOG2", ".LOG");

    private HiveFile() {}

    /** The hive in the file {@code path}; nothing is written, to its logs neither. */
    static Reading<Hive> open(Files files, String path) {
        return whole(files, path).flatMap(file -> Hive.read(path, file, logs(files, path, file)));
    }

    private static List<Reading<byte[]>> logs(Files files, String path, byte[] file) {
        return Hive.isInterrupted(file)
                ? LOG_ENDINGS.stream()
                        .map(ending -> whole(files, path + ending))
                        .toList()
                : List.of();
    }

    private static Reading<byte[]> whole(Files files, String path) {
        return files.entry(path).flatMap(entry -> {
            if (entry.isDirectory() || entry.isLink() || entry.isOnlyInCloud()) {
                return Reading.unreadable(new WindowsError(Tried.readFile(path), WindowsError.INVALID_DATA, ""));
            }
            return entry.size() > most()
                    ? Reading.unreadable(tooLarge(path, entry))
                    : files.bytes(path, 0, (int) entry.size());
        });
    }

    /** A file that only pretends to be a hive must not take the memory that the rest of the audit needs. */
    private static long most() {
        return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 2);
    }

    private static WindowsError tooLarge(String path, FileEntry entry) {
        return new WindowsError(Message.of("hive.tried.open-large", path, entry.size(), most()), FILE_TOO_LARGE, "");
    }
}
