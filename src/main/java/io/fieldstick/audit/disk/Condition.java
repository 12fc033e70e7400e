package io.fieldstick.audit.disk;

/** What became of a volume, as far as its own bytes tell. */
public enum Condition {
    /** Its boot sector and the start of its metadata are as they should be. */
    SOUND("sound"),
    /** BitLocker encrypted it, and it is not unlocked. */
    LOCKED_BITLOCKER("locked-bitlocker"),
    /** Its boot sector is destroyed, and the backup of it is intact. */
    BOOT_SECTOR_DESTROYED("boot-sector-destroyed"),
    /** The boot sector and its backup are destroyed, and other traces of the file system are left. */
    BOTH_BOOT_SECTORS_DESTROYED("both-boot-sectors-destroyed"),
    /** The boot sector is sound, and the list of all files that it points to is not. */
    FILE_TABLE_DAMAGED("file-table-damaged"),
    /** It says that it is longer than what holds it. */
    CUT_SHORT("cut-short"),
    /** Another system's file system. */
    FOREIGN("foreign"),
    /** A piece of something that lies on several disks. */
    POOL("pool"),
    /** Every byte that was looked at is zero. */
    ZEROS("zeros"),
    /** The beginning is zero, and there is something behind it. */
    BEGINNING_ERASED("beginning-erased"),
    /** The medium cannot be read. */
    UNREADABLE("unreadable"),
    /** There is something, and nobody knows what. */
    UNKNOWN("unknown");

    private final String key;

    Condition(String key) {
        this.key = key;
    }

    /** Its name for programs and message keys. */
    public String key() {
        return key;
    }

    /** Whether something was lost or is about to be, whatever the volume was for. */
    public boolean isDamage() {
        return this == BOOT_SECTOR_DESTROYED
                || this == BOTH_BOOT_SECTORS_DESTROYED
                || this == FILE_TABLE_DAMAGED
                || this == CUT_SHORT
                || this == BEGINNING_ERASED
                || this == UNREADABLE;
    }
}
