package io.fieldstick.audit.disk;

import java.util.List;
import java.util.Optional;

/**
 * The boot sector of NTFS.
 *
 * @param totalSectors the sectors of the file system; the backup boot sector lies in the next one and is not counted
 * @param recordSize the bytes of a record of the master file table
 */
record NtfsBootSector(
        int bytesPerSector, int clusterSize, long totalSectors, long mftCluster, long mirrorCluster, int recordSize)
        implements BootSector {
    /** Source of all offsets here: libyal/libfsntfs, documentation, "volume header". */
    static final String NAME = "NTFS    ";

    static final int NAME_AT = 3;
    static final int TOTAL_SECTORS_AT = 40;
    private static final int MFT_AT = 48;
    private static final int MIRROR_AT = 56;
    private static final int RECORD_SIZE_AT = 64;

    /** Reserved sectors, FATs, root entries, 16-bit sectors, sectors per FAT: always zero in NTFS. */
    private static final List<Field> ZERO_FIELDS =
            List.of(new Field(14, 2), new Field(16, 3), new Field(19, 2), new Field(22, 2));

    /** Sectors beyond which a disk of any size cannot be, so that no sum of lengths overflows. */
    static final long MOST_SECTORS = 1L << 48;

    /** The boot sector at the start of {@code block}; empty where it is not sound. */
    static Optional<NtfsBootSector> parse(Block block) {
        if (flaw(block).isPresent()) {
            return Optional.empty();
        }
        int sector = block.u16(11);
        int cluster = sector * sectorsPerCluster(block.u8(13));
        return Optional.of(new NtfsBootSector(
                sector,
                cluster,
                block.u64(TOTAL_SECTORS_AT),
                block.u64(MFT_AT),
                block.u64(MIRROR_AT),
                recordSize(block.u8(RECORD_SIZE_AT), cluster)));
    }

    /** The first field that no sound NTFS boot sector has so; empty where it is sound. */
    static Optional<Field> flaw(Block block) {
        if (!block.has(NAME_AT, NAME)) {
            return Optional.of(new Field(NAME_AT, 8));
        }
        int sector = block.u16(11);
        if (!BootSector.isSectorSize(sector)) {
            return Optional.of(new Field(11, 2));
        }
        int perCluster = sectorsPerCluster(block.u8(13));
        if (perCluster == 0) {
            return Optional.of(new Field(13, 1));
        }
        for (Field zero : ZERO_FIELDS) {
            if (!block.slice(zero.offset(), zero.length()).isZero()) {
                return Optional.of(zero);
            }
        }
        return sizesFlaw(block, sector * perCluster, perCluster);
    }

    private static Optional<Field> sizesFlaw(Block block, int cluster, int perCluster) {
        long total = block.u64(TOTAL_SECTORS_AT);
        if (total <= 0 || total > MOST_SECTORS) {
            return Optional.of(new Field(TOTAL_SECTORS_AT, 8));
        }
        for (int at : List.of(MFT_AT, MIRROR_AT)) {
            long place = block.u64(at);
            if (place <= 0 || place > total / perCluster) {
                return Optional.of(new Field(at, 8));
            }
        }
        if (recordSize(block.u8(RECORD_SIZE_AT), cluster) == 0) {
            return Optional.of(new Field(RECORD_SIZE_AT, 1));
        }
        return block.has(END_MARK_AT, END_MARK) ? Optional.empty() : Optional.of(new Field(END_MARK_AT, 2));
    }

    /** 1 to 128 as they are, 244 to 255 as powers of two (large clusters of Windows 10 1709); 0 for anything else. */
    private static int sectorsPerCluster(int stored) {
        if (stored >= 244) {
            return 1 << (256 - stored);
        }
        return stored <= 128 && Integer.bitCount(stored) == 1 ? stored : 0;
    }

    /** Positive: clusters; negative: a power of two of bytes; 0 where it is neither 512 to 65536. */
    private static int recordSize(int stored, int cluster) {
        long bytes = stored < 128 ? (long) stored * cluster : 256 - stored < 31 ? 1L << (256 - stored) : 0;
        return bytes >= 512 && bytes <= 65536 && Long.bitCount(bytes) == 1 ? (int) bytes : 0;
    }

    /** The byte of the volume at which record {@code number} of the master file table lies, for the first few. */
    long recordOffset(int number) {
        return mftCluster * clusterSize + (long) number * recordSize;
    }

    /** The byte of the volume at which the copy of the first records lies. */
    long mirrorOffset() {
        return mirrorCluster * clusterSize;
    }

    @Override
    public VolumeFormat format() {
        return VolumeFormat.NTFS;
    }

    @Override
    public long neededLength() {
        return totalSectors * bytesPerSector;
    }

    @Override
    public Field sizeField(Block sector) {
        return new Field(TOTAL_SECTORS_AT, 8);
    }
}
