package io.fieldstick.windows;

import java.util.Arrays;

/** All bytes of a file, as a value. */
public final class FileContent {
    private final byte[] bytes;

    private FileContent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code bytes}. */
    public static FileContent of(byte[] bytes) {
        return new FileContent(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileContent content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size: content may be of any kind. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
