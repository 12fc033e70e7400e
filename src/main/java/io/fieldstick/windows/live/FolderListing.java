package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.FileTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a folder with their files' ids, many at a time (MS docs: winbase GetFileInformationByHandleEx,
 * FILE_ID_BOTH_DIR_INFO; [MS-FSCC] 2.4.17 says where the reparse tag is).
 */
final class FolderListing {
    /** Next entry, times, size, attributes, length of the name, reparse tag, short name, id; then the name. */
    static final int NAME = 104;

    private static final int WRITTEN = 24;
    private static final int SIZE = 40;
    private static final int ATTRIBUTES = 56;
    private static final int NAME_BYTES = 60;
    private static final int REPARSE_TAG = 64;
    private static final int ID = 96;

    /** FileIdBothDirectoryInfo (minwinbase.h): each call goes on where the one before ended. */
    private static final int BOTH_DIRECTORY_INFO = 10;

    /** What file servers take too. */
    private static final int BUFFER_BYTES = 64 << 10;

    private static final int NO_MORE_FILES = 18;

    private FolderListing() {}

    /** All entries of {@code folder}; empty where its file system does not list in this way, or fails on the way. */
    static Optional<List<FileEntry>> of(Device folder) {
        List<FileEntry> entries = new ArrayList<>();
        try (Memory buffer = new Memory(BUFFER_BYTES)) {
            ByteBuffer view = buffer.getByteBuffer(0, BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int code = folder.inform(BOTH_DIRECTORY_INFO, buffer);
            while (code == 0) {
                parse(view, entries);
                code = folder.inform(BOTH_DIRECTORY_INFO, buffer);
            }
            return code == NO_MORE_FILES ? Optional.of(entries) : Optional.empty();
        }
    }

    /** Adds the entries in {@code view} to {@code entries}, but {@code .} and {@code ..}; never reads beyond its end. */
    static void parse(ByteBuffer view, List<FileEntry> entries) {
        int at = 0;
        while (at >= 0 && at + NAME <= view.limit()) {
            int bytes = Math.min(view.getInt(at + NAME_BYTES), view.limit() - at - NAME);
            String name = name(view, at + NAME, Math.max(0, bytes) / 2);
            if (!name.equals(".") && !name.equals("..")) {
                entries.add(entry(view, at, name));
            }
            int next = view.getInt(at);
            at = next < NAME ? -1 : at + next;
        }
    }

    private static FileEntry entry(ByteBuffer view, int at, String name) {
        int attributes = view.getInt(at + ATTRIBUTES);
        boolean reparse = (attributes & FileEntry.REPARSE_POINT) != 0;
        boolean directory = (attributes & FileEntry.DIRECTORY) != 0;
        return new FileEntry(
                name,
                attributes,
                reparse ? view.getInt(at + REPARSE_TAG) : 0,
                directory ? 0 : view.getLong(at + SIZE),
                FileTime.instant(view.getLong(at + WRITTEN)),
                view.getLong(at + ID));
    }

    private static String name(ByteBuffer view, int at, int length) {
        char[] name = new char[length];
        for (int i = 0; i < length; i++) {
            name[i] = view.getChar(at + 2 * i);
        }
        return new String(name);
    }
}
