package io.fieldstick.windows.live;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads a REPARSE_DATA_BUFFER ([MS-FSCC] 2.1.2.4 symbolic link, 2.1.2.5 mount point): where a link leads. */
final class ReparseData {
    /** FSCTL_GET_REPARSE_POINT (winioctl.h). */
    static final int GET_REPARSE_POINT = 0x000900A8;

    /** MAXIMUM_REPARSE_DATA_BUFFER_SIZE (winnt.h). */
    static final int MOST_BYTES = 16 << 10;

    private static final int MOUNT_POINT = 0xA0000003;
    private static final int SYMLINK = 0xA000000C;

    /** Where the name that Windows goes by begins in the names, and its length: both in bytes. */
    private static final int NAME_OFFSET = 8;

    private static final int NAME_LENGTH = 10;
    private static final int FLAGS = 16;
    private static final int RELATIVE = 1;
    private static final int MOUNT_POINT_NAMES = 16;
    private static final int SYMLINK_NAMES = 20;

    private ReparseData() {}

    /** What the link says, as {@link WindowsPath#resolved} takes it; absent where that is no path, as a volume without a letter. */
    static Reading<String> target(byte[] data) {
        ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int tag = data.length < SYMLINK_NAMES ? 0 : buffer.getInt(0);
        if (tag != MOUNT_POINT && tag != SYMLINK) {
            return Reading.absent();
        }
        int start = (tag == SYMLINK ? SYMLINK_NAMES : MOUNT_POINT_NAMES)
                + Short.toUnsignedInt(buffer.getShort(NAME_OFFSET));
        int length = Short.toUnsignedInt(buffer.getShort(NAME_LENGTH));
        if (length < 2 || start + length > data.length) {
            return Reading.absent();
        }
        String name = new String(data, start, length, StandardCharsets.UTF_16LE);
        boolean relative = tag == SYMLINK && (buffer.getInt(FLAGS) & RELATIVE) != 0;
        return relative ? Reading.of(name) : absolute(WindowsPath.normal(name));
    }

    private static Reading<String> absolute(String path) {
        return WindowsPath.isAbsolute(path) ? Reading.of(path) : Reading.absent();
    }
}
