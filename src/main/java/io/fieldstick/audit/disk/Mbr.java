package io.fieldstick.audit.disk;

import io.fieldstick.audit.disk.TableFault.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A master boot record with the logical partitions of its extended one.
 *
 * @param protective whether it says that the true table is a GPT
 * @param partitions all but unused, extended and protective entries
 */
record Mbr(boolean protective, List<Partition> partitions, List<TableFault> faults) {
    /** Source of the layout: UEFI specification, section 5.2 "LBA 0 format". */
    static final int TABLE_AT = 446;

    private static final int ENTRY_SIZE = 16;
    private static final int ENTRIES = 4;
    private static final int FIRST_LOGICAL = 5;

    /** The most logical partitions that are followed; Windows itself has letters for 24. */
    static final int MOST_LOGICAL = 128;

    /** An entry; start and count in sectors. */
    private record Entry(int status, int type, long start, long count) {
        boolean used() {
            return type != PartitionType.MBR_UNUSED && count > 0;
        }

        boolean sane() {
            return (status == 0 || status == 0x80) && (!used() || start > 0);
        }
    }

    /** The MBR at the start of {@code disk}; empty where there is none, or only something that ends in 55 AA. */
    static Optional<Mbr> parse(Region disk, int sectorSize) {
        Block sector = disk.read(0, 512);
        List<Entry> entries = entries(sector);
        boolean table = sector.has(BootSector.END_MARK_AT, BootSector.END_MARK)
                && entries.stream().allMatch(Entry::sane);
        if (!table) {
            return Optional.empty();
        }
        boolean protective = entries.stream().anyMatch(entry -> entry.type() == PartitionType.MBR_PROTECTIVE);
        List<Partition> partitions = new ArrayList<>();
        List<TableFault> faults = new ArrayList<>();
        for (int slot = 0; slot < ENTRIES; slot++) {
            Entry entry = entries.get(slot);
            if (entry.used() && PartitionType.isExtended(entry.type())) {
                followChain(disk, sectorSize, entry.start(), partitions, faults);
            } else if (entry.used() && entry.type() != PartitionType.MBR_PROTECTIVE) {
                partitions.add(partition(slot + 1, entry, 0, sectorSize));
            }
        }
        return Optional.of(new Mbr(protective, List.copyOf(partitions), List.copyOf(faults)));
    }

    /** Each link has one logical partition, and the way to the next link counted from the first. */
    private static void followChain(
            Region disk, int sectorSize, long first, List<Partition> partitions, List<TableFault> faults) {
        Set<Long> seen = new HashSet<>();
        int number = FIRST_LOGICAL;
        long link = first;
        while (seen.add(link) && seen.size() <= MOST_LOGICAL) {
            Block sector = disk.read(link * sectorSize, 512);
            if (!sector.has(BootSector.END_MARK_AT, BootSector.END_MARK)) {
                faults.add(chainFault(disk, link * sectorSize, sector, BootSector.END_MARK_AT, 2));
                return;
            }
            List<Entry> entries = entries(sector);
            if (entries.get(0).used()) {
                partitions.add(partition(number++, entries.get(0), link, sectorSize));
            }
            if (!entries.get(1).used()) {
                return;
            }
            link = first + entries.get(1).start();
        }
        faults.add(chainFault(disk, link * sectorSize, disk.read(link * sectorSize, 512), TABLE_AT, 2 * ENTRY_SIZE));
    }

    private static TableFault chainFault(Region disk, long offset, Block sector, int at, int length) {
        return new TableFault(Kind.CHAIN_BROKEN, disk.evidence(offset, sector, at, length));
    }

    private static Partition partition(int number, Entry entry, long base, int sectorSize) {
        return new Partition(
                number,
                PartitionType.mbr(entry.type()),
                (base + entry.start()) * sectorSize,
                entry.count() * sectorSize);
    }

    private static List<Entry> entries(Block sector) {
        List<Entry> entries = new ArrayList<>();
        for (int slot = 0; slot < ENTRIES; slot++) {
            int at = TABLE_AT + slot * ENTRY_SIZE;
            entries.add(new Entry(sector.u8(at), sector.u8(at + 4), sector.u32(at + 8), sector.u32(at + 12)));
        }
        return entries;
    }
}
