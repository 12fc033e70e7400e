package io.fieldstick.audit.disk;

import java.util.Optional;

/**
 * The boot region of exFAT: eleven sectors and one more that holds their checksum.
 *
 * @param flags VolumeFlags: bit 1 the volume was not closed properly, bit 2 the medium failed
 */
record ExFatBootSector(int bytesPerSector, long totalSectors, int flags) implements BootSector {
    /** Source of all offsets here: Microsoft, "exFAT file system specification", sections 3.1 and 3.4. */
    static final String NAME = "EXFAT   ";

    static final int NAME_AT = 3;
    static final int TOTAL_SECTORS_AT = 72;
    static final int FLAGS_AT = 106;
    static final int DIRTY = 0x2;
    static final int MEDIUM_FAILED = 0x4;

    /** The sector at which the backup of the boot region begins. */
    static final int BACKUP_SECTOR = 12;

    private static final int SECTOR_SHIFT_AT = 108;
    private static final int CLUSTER_SHIFT_AT = 109;
    private static final int CHECKSUM_SECTOR = 11;

    /** VolumeFlags and PercentInUse may change without a new checksum. */
    private static final int PERCENT_IN_USE_AT = 112;

    /** The boot region at the start of {@code block}; empty where it is not sound. */
    static Optional<ExFatBootSector> parse(Block block) {
        if (flaw(block).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new ExFatBootSector(1 << block.u8(SECTOR_SHIFT_AT), block.u64(TOTAL_SECTORS_AT), block.u16(FLAGS_AT)));
    }

    /** The first field that no sound exFAT boot region has so; empty where it is sound. */
    static Optional<Field> flaw(Block block) {
        if (!block.has(NAME_AT, NAME)) {
            return Optional.of(new Field(NAME_AT, 8));
        }
        if (!block.slice(11, 53).isZero()) {
            return Optional.of(new Field(11, 53));
        }
        int shift = block.u8(SECTOR_SHIFT_AT);
        if (shift < 9 || shift > 12) {
            return Optional.of(new Field(SECTOR_SHIFT_AT, 1));
        }
        if (block.u8(CLUSTER_SHIFT_AT) > 25 - shift) {
            return Optional.of(new Field(CLUSTER_SHIFT_AT, 1));
        }
        long total = block.u64(TOTAL_SECTORS_AT);
        if (total <= 0 || total > NtfsBootSector.MOST_SECTORS) {
            return Optional.of(new Field(TOTAL_SECTORS_AT, 8));
        }
        if (!block.has(END_MARK_AT, END_MARK)) {
            return Optional.of(new Field(END_MARK_AT, 2));
        }
        int checksumAt = CHECKSUM_SECTOR << shift;
        return block.u32(checksumAt) == checksum(block, checksumAt)
                ? Optional.empty()
                : Optional.of(new Field(checksumAt, 4));
    }

    private static long checksum(Block block, int length) {
        int sum = 0;
        for (int at = 0; at < length; at++) {
            if (at != FLAGS_AT && at != FLAGS_AT + 1 && at != PERCENT_IN_USE_AT) {
                sum = Integer.rotateRight(sum, 1) + block.u8(at);
            }
        }
        return sum & 0xFFFFFFFFL;
    }

    @Override
    public VolumeFormat format() {
        return VolumeFormat.EXFAT;
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
