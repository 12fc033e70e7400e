package io.fieldstick.audit.disk;

import io.fieldstick.audit.disk.TableFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The partitions of a disk as its MBR or GPT describes them, and what is not as it should be in the table. */
public record PartitionTable(Style style, List<Partition> partitions, List<TableFault> faults) {

    /** Which kind of table a disk has. */
    public enum Style {
        MBR,
        GPT
    }

    private static final List<Integer> SECTOR_SIZES = List.of(512, 4096);

    public PartitionTable {
        partitions = List.copyOf(partitions);
        faults = List.copyOf(faults);
    }

    /** The table of {@code disk}; empty where it has none. */
    static Optional<PartitionTable> parse(Region disk) {
        int own = disk.sectorSize();
        Optional<Mbr> mbr = Mbr.parse(disk, own);
        if (mbr.isPresent()
                && !mbr.get().protective()
                && !mbr.get().partitions().isEmpty()) {
            // Windows too believes such an MBR, and takes a GPT beside it for what an earlier table left behind.
            return mbr.map(found -> mbrOnly(disk, found));
        }
        return gpt(disk, mbr, own)
                .or(() -> otherSectorSize(disk, mbr, own))
                .or(() -> mbr.map(found -> mbrOnly(disk, found)));
    }

    /** A disk that was moved into, or out of, a USB enclosure that changes the size of the sectors. */
    private static Optional<PartitionTable> otherSectorSize(Region disk, Optional<Mbr> mbr, int own) {
        for (int size : SECTOR_SIZES) {
            Optional<PartitionTable> table = size == own ? Optional.empty() : gpt(disk, mbr, size);
            if (table.isPresent()) {
                TableFault fault =
                        new TableFault(Kind.OTHER_SECTOR_SIZE, disk.evidence(size, disk.read(size, 8), 0, 8));
                List<TableFault> faults = new ArrayList<>(table.get().faults());
                faults.add(fault);
                return Optional.of(new PartitionTable(Style.GPT, table.get().partitions(), faults));
            }
        }
        return Optional.empty();
    }

    private static Optional<PartitionTable> gpt(Region disk, Optional<Mbr> mbr, int sectorSize) {
        Optional<Gpt> first = Gpt.parse(disk, sectorSize, sectorSize);
        long end = disk.length().orElse(0);
        long backupAt = first.map(Gpt::alternate).orElse(end - sectorSize);
        Optional<Gpt> backup = Gpt.parse(disk, backupAt, sectorSize);
        Optional<Gpt> used = first.or(() -> backup);
        return used.map(gpt -> {
            List<TableFault> faults = new ArrayList<>();
            if (first.isEmpty()) {
                faults.add(fault(disk, Kind.GPT_FIRST_BROKEN, sectorSize, 0, 16));
            }
            if (backup.isEmpty()) {
                faults.add(fault(disk, Kind.GPT_BACKUP_BROKEN, backupAt, 0, 16));
            }
            addMbrFaults(disk, mbr, faults);
            if (gpt.truncated()) {
                faults.add(fault(disk, Kind.TOO_MANY, sectorSize, 80, 4));
            }
            return new PartitionTable(Style.GPT, gpt.partitions(), faults);
        });
    }

    private static void addMbrFaults(Region disk, Optional<Mbr> mbr, List<TableFault> faults) {
        if (mbr.isEmpty() || !mbr.get().protective()) {
            faults.add(fault(disk, Kind.PROTECTION_MISSING, 0, Mbr.TABLE_AT, 16));
        } else if (!mbr.get().partitions().isEmpty()) {
            faults.add(fault(disk, Kind.HYBRID, 0, Mbr.TABLE_AT, 64));
        }
    }

    private static PartitionTable mbrOnly(Region disk, Mbr mbr) {
        List<TableFault> faults = new ArrayList<>(mbr.faults());
        if (mbr.protective()) {
            faults.add(fault(disk, Kind.GPT_LOST, disk.sectorSize(), 0, 16));
        }
        return new PartitionTable(Style.MBR, mbr.partitions(), faults);
    }

    private static TableFault fault(Region disk, Kind kind, long offset, int at, int length) {
        Block sector = disk.read(offset, at + length);
        return new TableFault(kind, disk.evidence(offset, sector, at, length));
    }
}
