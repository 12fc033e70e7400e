package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The content of one allocated cell; every read is checked against its end.
 *
 * @param offset of the cell from the start of the hive bins, as other cells point to it
 * @param content the bytes after the cell's size, little-endian
 */
record Cell(int offset, ByteBuffer content) {

    int size() {
        return content.limit();
    }

    boolean hasSignature(String twoLetters) {
        return size() >= 2 && content.get(0) == twoLetters.charAt(0) && content.get(1) == twoLetters.charAt(1);
    }

    int unsignedShort(int at) throws Damage {
        require(at, 2);
        return Short.toUnsignedInt(content.getShort(at));
    }

    int integer(int at) throws Damage {
        require(at, 4);
        return content.getInt(at);
    }

    byte[] bytes(int at, int length) throws Damage {
        require(at, length);
        byte[] bytes = new byte[length];
        content.get(at, bytes);
        return bytes;
    }

    /** The name of {@code length} bytes, stored in Latin-1 ("compressed") or UTF-16LE. */
    String name(int at, int length, boolean latin1) throws Damage {
        byte[] bytes = bytes(at, length);
        return latin1
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : new String(bytes, 0, length & ~1, StandardCharsets.UTF_16LE);
    }

    long fileOffset() {
        return Cells.fileOffset(offset);
    }

    private void require(int at, int length) throws Damage {
        if (length < 0 || at < 0 || at > size() - length) {
            throw new Damage(HiveProblem.at(fileOffset(), "hive.problem.record-too-short"));
        }
    }
}
