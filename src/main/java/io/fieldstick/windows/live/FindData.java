package io.fieldstick.windows.live;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.FileTime;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Reads a WIN32_FIND_DATAW, and the WIN32_FILE_ATTRIBUTE_DATA that it begins with (minwinbase.h, fileapi.h). */
final class FindData {
    /** The bytes of a WIN32_FIND_DATAW. */
    static final int LENGTH = 592;
    /** The bytes of a WIN32_FILE_ATTRIBUTE_DATA. */
    static final int ATTRIBUTES_LENGTH = 36;

    private static final int WRITTEN = 20;
    private static final int SIZE_HIGH = 28;
    private static final int SIZE_LOW = 32;
    private static final int REPARSE_TAG = 36;
    private static final int NAME = 44;
    private static final int NAME_UNITS = 260;

    private FindData() {}

    /** The entry that the little-endian {@code found} describes. */
    static FileEntry entry(ByteBuffer found) {
        return entry(found, name(found), found.getInt(REPARSE_TAG));
    }

    /** The entry of a root, which has attributes and times only. */
    static FileEntry root(ByteBuffer found, String name) {
        return entry(found, name, 0);
    }

    /** Whether it is {@code .} or {@code ..}. */
    static boolean isSelfOrParent(ByteBuffer found) {
        boolean dot = found.getChar(NAME) == '.';
        char second = found.getChar(NAME + 2);
        return dot && (second == 0 || (second == '.' && found.getChar(NAME + 4) == 0));
    }

    private static FileEntry entry(ByteBuffer found, String name, int tag) {
        int attributes = found.getInt(0);
        boolean reparse = (attributes & FileEntry.REPARSE_POINT) != 0;
        boolean directory = (attributes & FileEntry.DIRECTORY) != 0;
        long size = (long) found.getInt(SIZE_HIGH) << 32 | Integer.toUnsignedLong(found.getInt(SIZE_LOW));
        Instant written = FileTime.instant(found.getLong(WRITTEN));
        return new FileEntry(name, attributes, reparse ? tag : 0, directory ? 0 : size, written);
    }

    private static String name(ByteBuffer found) {
        char[] name = new char[NAME_UNITS];
        int length = 0;
        for (char c = found.getChar(NAME); c != 0 && length < NAME_UNITS; ) {
            name[length++] = c;
            c = length < NAME_UNITS ? found.getChar(NAME + 2 * length) : 0;
        }
        return new String(name, 0, length);
    }
}
