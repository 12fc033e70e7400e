package io.fieldstick.audit.disk;

/** The sound boot sector of a file system that Windows mounts. */
sealed interface BootSector permits NtfsBootSector, ExFatBootSector, FatBootSector {
    VolumeFormat format();

    /** The bytes that the partition must have for this file system to be whole. */
    long neededLength();

    /** Where in the sector that length stands. */
    Field sizeField(Block sector);

    /** A field of the sector: where it stands, and how long it is. */
    record Field(int offset, int length) {}

    /** The mark at byte 510 of every boot sector. */
    String END_MARK = "U\u00AA";

    int END_MARK_AT = 510;

    static boolean isSectorSize(int bytes) {
        return bytes >= 512 && bytes <= 4096 && Integer.bitCount(bytes) == 1;
    }
}
