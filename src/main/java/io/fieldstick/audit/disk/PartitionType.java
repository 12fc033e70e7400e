package io.fieldstick.audit.disk;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a partition table says a partition is for.
 *
 * @param code as the table has it: {@code 07}, {@code EBD0A0A2-B9E5-4433-87C0-68B6B72699C7}
 * @param name the type's usual name; the code where it is not known
 */
public record PartitionType(String code, String name, Role role) {

    /** What is to be expected in a partition. */
    public enum Role {
        /** A file system that Windows gives a drive letter to. */
        VOLUME,
        /** A file system that Windows keeps for itself: EFI system, recovery. */
        SYSTEM,
        /** No file system at all. */
        RESERVED,
        /** Another system's. */
        FOREIGN,
        /** A piece of a dynamic disk or of Storage Spaces. */
        POOL,
        /** It is not known what. */
        UNKNOWN
    }

    /** MBR types that are no partitions but lead elsewhere. */
    static final int MBR_UNUSED = 0x00;

    static final int MBR_EXTENDED = 0x05;
    static final int MBR_EXTENDED_LBA = 0x0F;
    static final int MBR_EXTENDED_LINUX = 0x85;
    static final int MBR_PROTECTIVE = 0xEE;
    static final int MBR_LDM = 0x42;

    /** Sources: Microsoft, win32 "Disk Partition Types"; util-linux, include/pt-mbr-partnames.h. */
    private static final Map<Integer, Named> MBR = Map.ofEntries(
            Map.entry(0x01, new Named("FAT12", Role.VOLUME)),
            Map.entry(0x04, new Named("FAT16 <32M", Role.VOLUME)),
            Map.entry(0x06, new Named("FAT16", Role.VOLUME)),
            Map.entry(0x07, new Named("NTFS/exFAT/ReFS", Role.VOLUME)),
            Map.entry(0x0B, new Named("FAT32", Role.VOLUME)),
            Map.entry(0x0C, new Named("FAT32 (LBA)", Role.VOLUME)),
            Map.entry(0x0E, new Named("FAT16 (LBA)", Role.VOLUME)),
            Map.entry(0x11, new Named("hidden FAT12", Role.SYSTEM)),
            Map.entry(0x12, new Named("OEM diagnostics", Role.SYSTEM)),
            Map.entry(0x14, new Named("hidden FAT16 <32M", Role.SYSTEM)),
            Map.entry(0x16, new Named("hidden FAT16", Role.SYSTEM)),
            Map.entry(0x17, new Named("hidden NTFS", Role.SYSTEM)),
            Map.entry(0x1B, new Named("hidden FAT32", Role.SYSTEM)),
            Map.entry(0x1C, new Named("hidden FAT32 (LBA)", Role.SYSTEM)),
            Map.entry(0x1E, new Named("hidden FAT16 (LBA)", Role.SYSTEM)),
            Map.entry(0x27, new Named("Windows recovery", Role.SYSTEM)),
            Map.entry(MBR_LDM, new Named("dynamic disk (LDM)", Role.POOL)),
            Map.entry(0x82, new Named("Linux swap", Role.FOREIGN)),
            Map.entry(0x83, new Named("Linux", Role.FOREIGN)),
            Map.entry(0x84, new Named("Intel hibernation", Role.RESERVED)),
            Map.entry(0x8E, new Named("Linux LVM", Role.FOREIGN)),
            Map.entry(0xAF, new Named("HFS/HFS+", Role.FOREIGN)),
            Map.entry(0xDA, new Named("no file system", Role.RESERVED)),
            Map.entry(0xEF, new Named("EFI system", Role.SYSTEM)),
            Map.entry(0xFD, new Named("Linux RAID", Role.FOREIGN)));

    /** Sources: Microsoft, winioctl.h PARTITION_INFORMATION_GPT; util-linux, include/pt-gpt-partnames.h. */
    private static final Map<UUID, Named> GPT = Map.ofEntries(
            gpt("C12A7328-F81F-11D2-BA4B-00A0C93EC93B", "EFI system", Role.SYSTEM),
            gpt("E3C9E316-0B5C-4DB8-817D-F92DF00215AE", "Microsoft reserved", Role.RESERVED),
            gpt("EBD0A0A2-B9E5-4433-87C0-68B6B72699C7", "basic data", Role.VOLUME),
            gpt("DE94BBA4-06D1-4D40-A16A-BFD50179D6AC", "Windows recovery", Role.SYSTEM),
            gpt("5808C8AA-7E8F-42E0-85D2-E1E90434CFB3", "LDM metadata", Role.RESERVED),
            gpt("AF9B60A0-1431-4F62-BC68-3311714A69AD", "LDM data", Role.POOL),
            gpt("E75CAF8F-F680-4CEE-AFA3-B001E56EFC2D", "Storage Spaces", Role.POOL),
            gpt("D3BFE2DE-3DAF-11DF-BA40-E3A556D89593", "Intel Fast Flash", Role.RESERVED),
            gpt("BFBFAFE7-A34F-448A-9A5B-6213EB736C22", "Lenovo boot", Role.SYSTEM),
            gpt("21686148-6449-6E6F-744E-656564454649", "BIOS boot", Role.RESERVED),
            gpt("0FC63DAF-8483-4772-8E79-3D69D8477DE4", "Linux", Role.FOREIGN),
            gpt("E6D6D379-F507-44C2-A23C-238F2A3DF928", "Linux LVM", Role.FOREIGN),
            gpt("CA7D7CCB-63ED-4C53-861C-1742536059CC", "LUKS", Role.FOREIGN),
            gpt("0657FD6D-A4AB-43C4-84E5-0933C84B4F4F", "Linux swap", Role.FOREIGN),
            gpt("48465300-0000-11AA-AA11-00306543ECAC", "Apple HFS+", Role.FOREIGN),
            gpt("7C3457EF-0000-11AA-AA11-00306543ECAC", "Apple APFS", Role.FOREIGN));

    private record Named(String name, Role role) {}

    private static Map.Entry<UUID, Named> gpt(String guid, String name, Role role) {
        return Map.entry(UUID.fromString(guid), new Named(name, role));
    }

    /** The type with the MBR number {@code number}. */
    static PartitionType mbr(int number) {
        String code = String.format("%02X", number);
        Named known = MBR.getOrDefault(number, new Named(code, Role.UNKNOWN));
        return new PartitionType(code, known.name(), known.role());
    }

    /** The type with the GPT identifier {@code guid}. */
    static PartitionType gpt(UUID guid) {
        String code = guid.toString().toUpperCase(Locale.ROOT);
        Named known = GPT.getOrDefault(guid, new Named(code, Role.UNKNOWN));
        return new PartitionType(code, known.name(), known.role());
    }

    /** Whether an MBR number means that more partitions are described elsewhere on the disk. */
    static boolean isExtended(int number) {
        return number == MBR_EXTENDED || number == MBR_EXTENDED_LBA || number == MBR_EXTENDED_LINUX;
    }
}
