package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a volume without a sound boot sector: the backup of it, other traces, zeros or nothing that is known.
 *
 * @param format what it was; empty where nothing tells
 * @param evidence the bytes that tell
 */
record LostVolume(Condition condition, Optional<VolumeFormat> format, List<Evidence> evidence) {
    private static final List<Integer> SECTOR_SIZES = List.of(512, 1024, 2048, 4096);

    /** The main boot region of exFAT with sectors of 4096 bytes. */
    static final int EXFAT_REGION = ExFatBootSector.BACKUP_SECTOR * 4096;

    /** Where Windows puts the file table on a volume of any size: cluster 786432 (format.com); mkntfs: cluster 4. */
    private static final List<Integer> FILE_TABLE_CLUSTERS = List.of(4, 786_432, 2);

    private static final List<Integer> CLUSTER_SIZES = List.of(4096, 512, 1024, 2048, 8192, 16384, 32768, 65536);

    /** As much as is looked at for zeros at the beginning. */
    private static final int BEGINNING = Region.LARGEST_READ;

    private static final int SAMPLES = 64;
    private static final int SAMPLE = 4096;

    static LostVolume search(Region volume) {
        return ntfsBackup(volume)
                .or(() -> exFatBackup(volume))
                .or(() -> fatBackup(volume))
                .or(() -> fileTable(volume))
                .or(() -> fatTables(volume))
                .orElseGet(() -> zerosOrUnknown(volume));
    }

    /** NTFS keeps it in the last sector of the partition (Microsoft; libyal/libfsntfs). */
    private static Optional<LostVolume> ntfsBackup(Region volume) {
        long end = volume.length().orElse(0);
        for (int size : SECTOR_SIZES) {
            Block sector = volume.read(end - size, size);
            if (NtfsBootSector.parse(sector).isPresent()) {
                return backup(VolumeFormat.NTFS, volume.evidence(end - size, sector, NtfsBootSector.NAME_AT, 8));
            }
        }
        return Optional.empty();
    }

    private static Optional<LostVolume> exFatBackup(Region volume) {
        for (int size : SECTOR_SIZES) {
            long at = (long) ExFatBootSector.BACKUP_SECTOR * size;
            Block region = volume.read(at, EXFAT_REGION);
            Optional<ExFatBootSector> boot = ExFatBootSector.parse(region);
            if (boot.isPresent() && boot.get().bytesPerSector() == size) {
                return backup(VolumeFormat.EXFAT, volume.evidence(at, region, ExFatBootSector.NAME_AT, 8));
            }
        }
        return Optional.empty();
    }

    private static Optional<LostVolume> fatBackup(Region volume) {
        for (int size : SECTOR_SIZES) {
            long at = (long) FatBootSector.BACKUP_SECTOR * size;
            Block sector = volume.read(at, 512);
            Optional<FatBootSector> boot = FatBootSector.parse(sector);
            if (boot.isPresent() && boot.get().bytesPerSector() == size) {
                return backup(boot.get().format(), volume.evidence(at, sector, 0, 26));
            }
        }
        return Optional.empty();
    }

    private static Optional<LostVolume> backup(VolumeFormat format, Evidence evidence) {
        return Optional.of(new LostVolume(Condition.BOOT_SECTOR_DESTROYED, Optional.of(format), List.of(evidence)));
    }

    /** NTFS without either boot sector: its file table, or the copy of the first records, where it usually lies. */
    private static Optional<LostVolume> fileTable(Region volume) {
        for (int cluster : FILE_TABLE_CLUSTERS) {
            for (int size : CLUSTER_SIZES) {
                long at = (long) cluster * size;
                Block record = volume.read(at, 1024);
                if (NtfsFileTable.restored(record).isPresent()) {
                    return traces(VolumeFormat.NTFS, volume.evidence(at, record, 0, 4));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * FAT or exFAT without a boot sector: the first two entries of a file allocation table, at the start of a sector.
     * FAT has it within the first few dozen sectors, exFAT's formatters put it at up to 1 MiB.
     */
    private static Optional<LostVolume> fatTables(Region volume) {
        return fatTables(volume, 0).or(() -> fatTables(volume, BEGINNING));
    }

    private static Optional<LostVolume> fatTables(Region volume, long from) {
        Block block = volume.read(from, BEGINNING);
        for (int at = 0; at < block.length(); at += 512) {
            if (block.has(at, "\u00F8\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF")) {
                return traces(VolumeFormat.EXFAT, volume.evidence(from, block, at, 8));
            }
            boolean fat32 = (block.u32(at) & 0x0FFFFFFFL) == 0x0FFFFFF8L && block.u32(at + 4) >>> 24 == 0x0F;
            if (fat32) {
                return traces(VolumeFormat.FAT32, volume.evidence(from, block, at, 8));
            }
        }
        return Optional.empty();
    }

    private static Optional<LostVolume> traces(VolumeFormat format, Evidence evidence) {
        return Optional.of(
                new LostVolume(Condition.BOTH_BOOT_SECTORS_DESTROYED, Optional.of(format), List.of(evidence)));
    }

    /** Looks at the beginning, the end, and places between them: a whole disk would take hours. */
    private static LostVolume zerosOrUnknown(Region volume) {
        Block beginning = volume.read(0, BEGINNING);
        if (!beginning.isZero() || !volume.failures().isEmpty()) {
            return new LostVolume(Condition.UNKNOWN, Optional.empty(), List.of());
        }
        long end = volume.length().orElse(beginning.length());
        long step = Math.max(SAMPLE, (end - beginning.length()) / SAMPLES);
        for (long at = beginning.length(); at < end; at += step) {
            Optional<Evidence> something = firstByte(volume, at, volume.read(at, SAMPLE));
            if (something.isPresent()) {
                return new LostVolume(Condition.BEGINNING_ERASED, Optional.empty(), List.of(something.get()));
            }
        }
        long last = Math.max(0, end - BEGINNING);
        return firstByte(volume, last, volume.read(last, BEGINNING))
                .map(found -> new LostVolume(Condition.BEGINNING_ERASED, Optional.empty(), List.of(found)))
                .orElseGet(() -> new LostVolume(Condition.ZEROS, Optional.empty(), looked(volume, beginning, end)));
    }

    private static Optional<Evidence> firstByte(Region volume, long offset, Block block) {
        for (int at = 0; at < block.length(); at++) {
            if (block.u8(at) != 0) {
                return Optional.of(volume.evidence(offset, block, at, Math.min(16, block.length() - at)));
            }
        }
        return Optional.empty();
    }

    private static List<Evidence> looked(Region volume, Block beginning, long end) {
        List<Evidence> looked = new ArrayList<>();
        looked.add(new Evidence(volume.place(0), beginning.length() + " x 00"));
        if (end > beginning.length()) {
            looked.add(new Evidence(volume.place(Math.max(0, end - BEGINNING)), Math.min(end, BEGINNING) + " x 00"));
        }
        return looked;
    }
}
