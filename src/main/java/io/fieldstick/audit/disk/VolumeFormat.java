package io.fieldstick.audit.disk;

/** What a volume can be made of, by its signature. */
public enum VolumeFormat {
    NTFS("NTFS", Family.WINDOWS),
    EXFAT("exFAT", Family.WINDOWS),
    FAT12("FAT12", Family.WINDOWS),
    FAT16("FAT16", Family.WINDOWS),
    FAT32("FAT32", Family.WINDOWS),
    REFS("ReFS", Family.WINDOWS),
    BITLOCKER_VISTA("BitLocker (Vista)", Family.BITLOCKER),
    BITLOCKER("BitLocker", Family.BITLOCKER),
    BITLOCKER_TO_GO("BitLocker To Go", Family.BITLOCKER),
    EXT2("ext2", Family.FOREIGN),
    EXT3("ext3", Family.FOREIGN),
    EXT4("ext4", Family.FOREIGN),
    XFS("XFS", Family.FOREIGN),
    BTRFS("Btrfs", Family.FOREIGN),
    LUKS("LUKS", Family.FOREIGN),
    LVM("Linux LVM", Family.FOREIGN),
    SWAP("Linux swap", Family.FOREIGN),
    APFS("APFS", Family.FOREIGN),
    HFS("HFS", Family.FOREIGN),
    HFS_PLUS("HFS+", Family.FOREIGN),
    HFSX("HFSX", Family.FOREIGN),
    LDM("LDM", Family.POOL),
    STORAGE_SPACES("Storage Spaces", Family.POOL);

    /** Whose format it is, and so what Windows does with it. */
    public enum Family {
        /** Windows mounts it. */
        WINDOWS,
        /** Windows mounts it with the key. */
        BITLOCKER,
        /** Another system's: Windows calls it RAW. */
        FOREIGN,
        /** A piece of something that lies on several disks. */
        POOL
    }

    private final String shown;
    private final Family family;

    VolumeFormat(String shown, Family family) {
        this.shown = shown;
        this.family = family;
    }

    /** Its own name, the same in every language. */
    public String shown() {
        return shown;
    }

    public Family family() {
        return family;
    }
}
