package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something a volume wrote down about itself for the next start, and the bytes of it. */
public record Mark(Kind kind, Evidence evidence) {

    /** What a volume can say of itself. */
    public enum Kind {
        /** It was not closed properly: Windows will want to check it. */
        DIRTY("dirty"),
        /** The medium failed while it was in use. */
        MEDIUM_FAILED("medium-failed");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its name for programs and message keys. */
        public String key() {
            return key;
        }
    }

    /** FAT[1]'s highest bits, 0 where something happened (Microsoft, "FAT: General Overview", ClnShutBit, HrdErrBit). */
    private static final int FAT16_CLEAN = 0x8000;

    private static final int FAT16_NO_ERRORS = 0x4000;
    private static final long FAT32_CLEAN = 0x08000000;
    private static final long FAT32_NO_ERRORS = 0x04000000;

    /** The marks of the volume with the sound boot sector {@code boot}, which stands at the start of {@code head}. */
    static List<Mark> of(Region volume, Block head, BootSector boot) {
        if (boot instanceof NtfsBootSector ntfs) {
            return NtfsFileTable.read(volume, ntfs).dirty().stream().toList();
        }
        if (boot instanceof ExFatBootSector exFat) {
            Evidence flags = volume.evidence(0, head, ExFatBootSector.FLAGS_AT, 2);
            return marks(
                    (exFat.flags() & ExFatBootSector.DIRTY) != 0,
                    (exFat.flags() & ExFatBootSector.MEDIUM_FAILED) != 0,
                    flags);
        }
        return boot instanceof FatBootSector fat ? fat(volume, fat) : List.of();
    }

    private static List<Mark> fat(Region volume, FatBootSector fat) {
        Block table = volume.read(fat.tableOffset(), 8);
        if (table.length() < 8) {
            return List.of();
        }
        return switch (fat.format()) {
            case FAT16 ->
                marks(
                        (table.u16(2) & FAT16_CLEAN) == 0,
                        (table.u16(2) & FAT16_NO_ERRORS) == 0,
                        volume.evidence(fat.tableOffset(), table, 2, 2));
            case FAT32 ->
                marks(
                        (table.u32(4) & FAT32_CLEAN) == 0,
                        (table.u32(4) & FAT32_NO_ERRORS) == 0,
                        volume.evidence(fat.tableOffset(), table, 4, 4));
            default -> List.of();
        };
    }

    private static List<Mark> marks(boolean dirty, boolean mediumFailed, Evidence evidence) {
        List<Mark> marks = new ArrayList<>();
        if (dirty) {
            marks.add(new Mark(Kind.DIRTY, evidence));
        }
        if (mediumFailed) {
            marks.add(new Mark(Kind.MEDIUM_FAILED, evidence));
        }
        return marks;
    }

    static Optional<Mark> dirty(boolean isDirty, Evidence evidence) {
        return isDirty ? Optional.of(new Mark(Kind.DIRTY, evidence)) : Optional.empty();
    }
}
