package io.fieldstick.windows;

import java.time.Instant;

/**
 * One name in a folder as the folder's listing gives it; the file itself was not opened.
 *
 * @param name the name in its folder; may hold characters that are no valid UTF-16
 * @param attributes the FILE_ATTRIBUTE_ bits (MS docs: File Attribute Constants)
 * @param reparseTag the tag where the attribute REPARSE_POINT is set, else 0
 * @param size bytes of the main stream; a cloud placeholder's is its full size although nothing is on the disk
 * @param modified when it was last written
 * @param id the file's number on its volume, which all its hard links have; 0 where it was not told, as it is not where a
 *     file is asked for by itself
 */
public record FileEntry(String name, int attributes, int reparseTag, long size, Instant modified, long id) {
    public static final int READONLY = 0x1;
    public static final int HIDDEN = 0x2;
    public static final int SYSTEM = 0x4;
    public static final int DIRECTORY = 0x10;
    public static final int REPARSE_POINT = 0x400;
    public static final int OFFLINE = 0x1000;
    public static final int ENCRYPTED = 0x4000;
    public static final int RECALL_ON_OPEN = 0x40000;
    public static final int RECALL_ON_DATA_ACCESS = 0x400000;

    /** Reparse tags of ordinary files: cloud placeholders 0x9000n01A, WOF, deduplication (winnt.h). */
    private static final int CLOUD_TAG = 0x9000001A;

    private static final int CLOUD_TAG_MASK = 0xFFFF0FFF;
    private static final int WOF_TAG = 0x80000017;
    private static final int DEDUP_TAG = 0x80000013;
    /** IsReparseTagNameSurrogate of ntifs.h: only a tag with this bit stands for another name of something. */
    private static final int NAME_SURROGATE = 0x20000000;

    /** An entry whose id was not told. */
    public FileEntry(String name, int attributes, int reparseTag, long size, Instant modified) {
        this(name, attributes, reparseTag, size, modified, 0);
    }

    public boolean isDirectory() {
        return has(DIRECTORY);
    }

    /**
     * Whether it leads elsewhere (junction, symbolic link, mount point ...) and so must never be followed. A file whose tag
     * stands for no other name is a file, whatever keeps its bytes: an archive, single instance storage. A folder with a
     * tag that is not known here is taken for a link.
     */
    public boolean isLink() {
        return has(REPARSE_POINT) && (isNamed(reparseTag) || (isDirectory() && !isKnown(reparseTag)));
    }

    private static boolean isNamed(int tag) {
        return tag == 0 || (tag & NAME_SURROGATE) != 0;
    }

    private static boolean isKnown(int tag) {
        return (tag & CLOUD_TAG_MASK) == CLOUD_TAG || tag == WOF_TAG || tag == DEDUP_TAG;
    }

    /** Whether its bytes are only in the cloud, so that opening it would download them. */
    public boolean isOnlyInCloud() {
        return has(OFFLINE) || has(RECALL_ON_DATA_ACCESS) || (has(REPARSE_POINT) && has(RECALL_ON_OPEN));
    }

    public boolean has(int attribute) {
        return (attributes & attribute) != 0;
    }
}
