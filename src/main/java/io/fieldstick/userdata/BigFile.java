package io.fieldstick.userdata;

/** A file to be saved that is too big for FAT32. */
public record BigFile(String path, long bytes) {
    /** The most that a file on FAT has (MS docs: "File system functionality comparison": 4 GiB - 1). */
    public static final long FAT_LIMIT = (4L << 30) - 1;
}
