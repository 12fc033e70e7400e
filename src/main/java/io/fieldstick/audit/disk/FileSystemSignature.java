package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the first bytes of a volume say it is, and the bytes that say so. */
public record FileSystemSignature(VolumeFormat format, Evidence evidence) {
    /** As much as has to be read for every signature: the last is Btrfs's, and that of a swap with 64 KiB pages. */
    static final int HEAD = 0x10048;

    /**
     * Sources: util-linux, libblkid/src/superblocks (NTFS, exFAT, ReFS, XFS, Btrfs, LUKS, LVM, APFS, swap); libyal/libbde
     * (BitLocker); mdbtools/libldm, ldm.c (LDM: PRIVHEAD in sector 6); gus33000/StorageSpace, SPACEDB.cs.
     */
    private static final List<Mark> MARKS = List.of(
            new Mark(VolumeFormat.BITLOCKER_VISTA, 0, "\u00EBR\u0090-FVE-FS-"),
            new Mark(VolumeFormat.BITLOCKER, 3, "-FVE-FS-"),
            new Mark(VolumeFormat.NTFS, NtfsBootSector.NAME_AT, NtfsBootSector.NAME),
            new Mark(VolumeFormat.EXFAT, ExFatBootSector.NAME_AT, ExFatBootSector.NAME),
            new Mark(VolumeFormat.REFS, 0, "\0\0\0ReFS\0"),
            new Mark(VolumeFormat.LUKS, 0, "LUKS\u00BA\u00BE"),
            new Mark(VolumeFormat.XFS, 0, "XFSB"),
            new Mark(VolumeFormat.STORAGE_SPACES, 0, "SPACEDB "),
            new Mark(VolumeFormat.LVM, 0x018, "LVM2 001"),
            new Mark(VolumeFormat.LVM, 0x218, "LVM2 001"),
            new Mark(VolumeFormat.LVM, 0x418, "LVM2 001"),
            new Mark(VolumeFormat.LVM, 0x618, "LVM2 001"),
            new Mark(VolumeFormat.APFS, 32, "NXSB"),
            new Mark(VolumeFormat.LDM, 6 * 512, "PRIVHEAD"),
            new Mark(VolumeFormat.BTRFS, 0x10040, "_BHRfS_M"),
            new Mark(VolumeFormat.HFS_PLUS, 1024, "H+\0\4"),
            new Mark(VolumeFormat.HFSX, 1024, "HX\0\5"),
            new Mark(VolumeFormat.SWAP, 0x1000 - 10, "SWAPSPACE2"),
            new Mark(VolumeFormat.SWAP, 0x2000 - 10, "SWAPSPACE2"),
            new Mark(VolumeFormat.SWAP, 0x4000 - 10, "SWAPSPACE2"),
            new Mark(VolumeFormat.SWAP, 0x10000 - 10, "SWAPSPACE2"),
            new Mark(VolumeFormat.SWAP, 0x1000 - 10, "SWAP-SPACE"));

    /** BitLocker To Go hides behind a FAT32 boot sector; these GUIDs in it tell it apart (libyal/libbde). */
    private static final List<UUID> BITLOCKER_GUIDS = List.of(
            UUID.fromString("4967D63B-2E29-4AD8-8399-F6A339E3D001"),
            UUID.fromString("92A84D3B-DD80-4D0E-9E4E-B1E3284EAED8"));

    private static final int TO_GO_GUID_AT = 424;

    private record Mark(VolumeFormat format, int at, String bytes) {}

    /** The signature in {@code head}, the first {@link #HEAD} bytes of {@code region}; empty where there is none. */
    static Optional<FileSystemSignature> in(Region region, Block head) {
        if (BITLOCKER_GUIDS.contains(head.guid(TO_GO_GUID_AT))) {
            return Optional.of(at(region, head, VolumeFormat.BITLOCKER_TO_GO, TO_GO_GUID_AT, 16));
        }
        for (Mark mark : MARKS) {
            if (head.has(mark.at(), mark.bytes())) {
                return Optional.of(
                        at(region, head, mark.format(), mark.at(), mark.bytes().length()));
            }
        }
        return FatBootSector.parse(head)
                .map(fat -> at(region, head, fat.format(), 0, 26))
                .or(() -> ext(head).map(format -> at(region, head, format, Ext.MAGIC_AT, 2)))
                .or(() -> hfs(head).map(format -> at(region, head, format, 1024, 2)));
    }

    private static FileSystemSignature at(Region region, Block head, VolumeFormat format, int at, int length) {
        return new FileSystemSignature(format, region.evidence(0, head, at, length));
    }

    /** The fields of an ext2/3/4 superblock (Linux kernel, Documentation/filesystems/ext4/super.rst). */
    private static final class Ext {
        static final int BASE = 1024;
        static final int MAGIC_AT = BASE + 0x38;
        static final String MAGIC = "S\u00EF";
        static final int COMPAT_HAS_JOURNAL = 0x4;
        /** Filetype, recover, journal device, meta_bg. */
        static final int INCOMPAT_KNOWN_TO_EXT3 = 0x2 | 0x4 | 0x8 | 0x10;
        /** Sparse superblocks, large files, B-tree directories. */
        static final int READONLY_KNOWN_TO_EXT3 = 0x1 | 0x2 | 0x4;
    }

    /** The two bytes of ext's magic number say little, so the fields around them must make sense too. */
    private static Optional<VolumeFormat> ext(Block head) {
        boolean sane = head.has(Ext.MAGIC_AT, Ext.MAGIC)
                && head.u32(Ext.BASE) != 0
                && head.u32(Ext.BASE + 4) != 0
                && head.u32(Ext.BASE + 0x18) <= 6
                && head.u32(Ext.BASE + 0x4C) <= 1;
        if (!sane) {
            return Optional.empty();
        }
        boolean journal = (head.u32(Ext.BASE + 0x5C) & Ext.COMPAT_HAS_JOURNAL) != 0;
        boolean beyondExt3 = (head.u32(Ext.BASE + 0x60) & ~Ext.INCOMPAT_KNOWN_TO_EXT3) != 0
                || (head.u32(Ext.BASE + 0x64) & ~Ext.READONLY_KNOWN_TO_EXT3) != 0;
        return Optional.of(beyondExt3 ? VolumeFormat.EXT4 : journal ? VolumeFormat.EXT3 : VolumeFormat.EXT2);
    }

    /** The old HFS: two letters, and an allocation block size that is a multiple of 512 (Inside Macintosh: Files). */
    private static Optional<VolumeFormat> hfs(Block head) {
        long blockSize = (long) head.u8(1044) << 24 | head.u8(1045) << 16 | head.u8(1046) << 8 | head.u8(1047);
        boolean sane = head.has(1024, "BD") && blockSize > 0 && blockSize % 512 == 0;
        return sane ? Optional.of(VolumeFormat.HFS) : Optional.empty();
    }
}
