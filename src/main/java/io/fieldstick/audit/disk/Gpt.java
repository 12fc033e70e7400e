package io.fieldstick.audit.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One copy of a GUID partition table whose header and entries both have the right checksum.
 *
 * @param alternate the byte of the disk at which the other copy's header should lie
 * @param truncated whether there are more entries than were looked at
 */
record Gpt(long alternate, List<Partition> partitions, boolean truncated) {
    /** Source of the layout: UEFI specification, section 5.3 "GUID Partition Table (GPT) disk layout". */
    static final String SIGNATURE = "EFI PART";

    private static final int HEADER_SIZE_AT = 12;
    private static final int HEADER_CRC_AT = 16;
    private static final int SMALLEST_HEADER = 92;
    private static final int SMALLEST_ENTRY = 128;
    private static final int LARGEST_ENTRY = 4096;

    /** Windows makes 128 entries of 128 bytes; more than this many bytes of them is no table that anybody wrote. */
    private static final int LARGEST_TABLE = 1 << 20;

    /** The most partitions that are listed. */
    static final int MOST_PARTITIONS = 256;

    private static final UUID UNUSED = new UUID(0, 0);

    /** The copy whose header lies at byte {@code offset} of {@code disk}; empty where either part is not sound. */
    static Optional<Gpt> parse(Region disk, long offset, int sectorSize) {
        Block header = disk.read(offset, sectorSize);
        long headerSize = header.u32(HEADER_SIZE_AT);
        boolean sound = header.has(0, SIGNATURE)
                && headerSize >= SMALLEST_HEADER
                && headerSize <= header.length()
                && header.crc32((int) headerSize, HEADER_CRC_AT) == header.u32(HEADER_CRC_AT)
                && offset(header.u64(24), sectorSize).orElse(-1) == offset;
        return sound ? entries(disk, header, sectorSize) : Optional.empty();
    }

    private static Optional<Gpt> entries(Region disk, Block header, int sectorSize) {
        long count = header.u32(80);
        long size = header.u32(84);
        OptionalLong at = offset(header.u64(72), sectorSize);
        OptionalLong alternate = offset(header.u64(32), sectorSize);
        boolean sane = size >= SMALLEST_ENTRY
                && size <= LARGEST_ENTRY
                && Long.bitCount(size) == 1
                && count * size <= LARGEST_TABLE
                && at.isPresent()
                && alternate.isPresent();
        if (!sane) {
            return Optional.empty();
        }
        Block table = disk.read(at.getAsLong(), (int) (count * size));
        boolean sound = table.length() == count * size && table.crc32(table.length(), -1) == header.u32(88);
        return sound ? Optional.of(partitions(table, (int) size, sectorSize, alternate.getAsLong())) : Optional.empty();
    }

    private static Gpt partitions(Block table, int size, int sectorSize, long alternate) {
        List<Partition> partitions = new ArrayList<>();
        boolean truncated = false;
        for (int at = 0; at < table.length(); at += size) {
            UUID type = table.guid(at);
            long first = table.u64(at + 32);
            long last = table.u64(at + 40);
            boolean used = !type.equals(UNUSED) && first > 0 && last >= first && last < NtfsBootSector.MOST_SECTORS;
            truncated |= used && partitions.size() == MOST_PARTITIONS;
            if (used && partitions.size() < MOST_PARTITIONS) {
                partitions.add(new Partition(
                        at / size + 1, PartitionType.gpt(type), first * sectorSize, (last - first + 1) * sectorSize));
            }
        }
        return new Gpt(alternate, List.copyOf(partitions), truncated);
    }

    /** The byte of a sector number; empty for one that no disk has. */
    private static OptionalLong offset(long sector, int sectorSize) {
        boolean sane = sector > 0 && sector < NtfsBootSector.MOST_SECTORS;
        return sane ? OptionalLong.of(sector * sectorSize) : OptionalLong.empty();
    }
}
