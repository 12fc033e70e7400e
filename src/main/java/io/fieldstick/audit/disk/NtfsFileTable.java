package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * The start of NTFS's master file table, as far as it tells whether the volume can be used.
 *
 * @param readable whether its first record, or the copy of that, is one
 * @param evidence the first bytes of both
 * @param dirty the mark that the volume is to be checked, where it has that
 */
record NtfsFileTable(boolean readable, List<Evidence> evidence, Optional<Mark> dirty) {
    /** Source of all offsets here: libyal/libfsntfs, documentation, "MFT entry" and "Volume information". */
    static final String RECORD = "FILE";

    private static final int VOLUME_RECORD = 3;
    private static final int FIRST_ATTRIBUTE_AT = 20;
    private static final long VOLUME_INFORMATION = 0x70;
    private static final long END = 0xFFFFFFFFL;
    private static final int SMALLEST_ATTRIBUTE = 24;
    private static final int FLAGS_IN_CONTENT = 10;
    private static final int FLAG_DIRTY = 0x1;

    /** Every 512 bytes of a record end in two bytes that stand in its update sequence instead. */
    private static final int STRIDE = 512;

    static NtfsFileTable read(Region volume, NtfsBootSector boot) {
        Block first = volume.read(boot.recordOffset(0), boot.recordSize());
        Block mirror = volume.read(boot.mirrorOffset(), boot.recordSize());
        List<Evidence> evidence = List.of(
                volume.evidence(boot.recordOffset(0), first, 0, 4), volume.evidence(boot.mirrorOffset(), mirror, 0, 4));
        return new NtfsFileTable(first.has(0, RECORD), evidence, dirty(volume, boot));
    }

    private static Optional<Mark> dirty(Region volume, NtfsBootSector boot) {
        long offset = boot.recordOffset(VOLUME_RECORD);
        return restored(volume.read(offset, boot.recordSize()))
                .flatMap(record -> flagsAt(record)
                        .flatMap(at -> Mark.dirty(
                                (record.u16(at) & FLAG_DIRTY) != 0, volume.evidence(offset, record, at, 2))));
    }

    /** The record with the bytes back in place that its update sequence holds; empty where they do not fit. */
    static Optional<Block> restored(Block record) {
        int sequence = record.u16(4);
        int strides = record.u16(6) - 1;
        boolean sane = record.has(0, RECORD)
                && strides == record.length() / STRIDE
                && sequence + 2 * (strides + 1) <= record.length();
        if (!sane) {
            return Optional.empty();
        }
        byte[] bytes = record.copy();
        for (int stride = 0; stride < strides; stride++) {
            int end = (stride + 1) * STRIDE - 2;
            if (record.u16(end) != record.u16(sequence)) {
                return Optional.empty();
            }
            bytes[end] = (byte) record.u8(sequence + 2 * (stride + 1));
            bytes[end + 1] = (byte) record.u8(sequence + 2 * (stride + 1) + 1);
        }
        return Optional.of(new Block(bytes));
    }

    /** Where in the record the flags of its $VOLUME_INFORMATION stand; empty where it has none. */
    private static Optional<Integer> flagsAt(Block record) {
        int at = record.u16(FIRST_ATTRIBUTE_AT);
        while (at + SMALLEST_ATTRIBUTE <= record.length() && record.u32(at) != END) {
            long length = record.u32(at + 4);
            if (length < SMALLEST_ATTRIBUTE || length > record.length() - at) {
                return Optional.empty();
            }
            int flags = at + record.u16(at + 20) + FLAGS_IN_CONTENT;
            if (record.u32(at) == VOLUME_INFORMATION) {
                boolean resident = record.u8(at + 8) == 0 && flags + 2 <= at + length;
                return resident ? Optional.of(flags) : Optional.empty();
            }
            at += (int) length;
        }
        return Optional.empty();
    }
}
