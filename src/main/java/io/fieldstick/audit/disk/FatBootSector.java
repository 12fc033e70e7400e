package io.fieldstick.audit.disk;

import java.util.Optional;

/**
 * The boot sector of FAT12, FAT16 or FAT32; which of them is decided by the number of clusters, not by the name in it.
 *
 * @param reservedSectors the sectors before the first file allocation table
 */
record FatBootSector(VolumeFormat format, int bytesPerSector, int reservedSectors, long totalSectors)
        implements BootSector {
    /** Source of all offsets and of the limits: Microsoft, "FAT: General Overview of On-Disk Format" 1.03. */
    private static final int FAT12_LIMIT = 4085;

    private static final int FAT16_LIMIT = 65525;
    private static final int ROOT_ENTRY_BYTES = 32;

    /** The sector of the FAT32 backup boot sector, by the same paper: "no value other than 6 is recommended". */
    static final int BACKUP_SECTOR = 6;

    /** The boot sector at the start of {@code block}; empty where it is not one of FAT, or not sound. */
    static Optional<FatBootSector> parse(Block block) {
        int sector = block.u16(11);
        int perCluster = block.u8(13);
        int reserved = block.u16(14);
        int fats = block.u8(16);
        int media = block.u8(21);
        boolean jump = (block.u8(0) == 0xEB && block.u8(2) == 0x90) || block.u8(0) == 0xE9;
        boolean sane = jump
                && BootSector.isSectorSize(sector)
                && Integer.bitCount(perCluster) == 1
                && reserved > 0
                && (fats == 1 || fats == 2)
                && (media == 0xF0 || media >= 0xF8)
                && block.has(END_MARK_AT, END_MARK);
        return sane ? byClusters(block, sector, perCluster, reserved, fats) : Optional.empty();
    }

    private static Optional<FatBootSector> byClusters(Block block, int sector, int perCluster, int reserved, int fats) {
        long total = block.u16(19) != 0 ? block.u16(19) : block.u32(32);
        long perFat = block.u16(22) != 0 ? block.u16(22) : block.u32(36);
        long root = ((long) block.u16(17) * ROOT_ENTRY_BYTES + sector - 1) / sector;
        long clusters = (total - reserved - fats * perFat - root) / perCluster;
        if (perFat == 0 || clusters <= 0) {
            return Optional.empty();
        }
        return Optional.of(new FatBootSector(format(clusters, block.u16(22) == 0), sector, reserved, total));
    }

    /** By the number of clusters; only FAT32 has no 16-bit length of its tables, however few clusters it has. */
    private static VolumeFormat format(long clusters, boolean wideTables) {
        if (wideTables || clusters >= FAT16_LIMIT) {
            return VolumeFormat.FAT32;
        }
        return clusters < FAT12_LIMIT ? VolumeFormat.FAT12 : VolumeFormat.FAT16;
    }

    /** The byte of the volume at which the first file allocation table begins. */
    long tableOffset() {
        return (long) reservedSectors * bytesPerSector;
    }

    @Override
    public long neededLength() {
        return totalSectors * bytesPerSector;
    }

    @Override
    public Field sizeField(Block sector) {
        return sector.u16(19) != 0 ? new Field(19, 2) : new Field(32, 4);
    }
}
