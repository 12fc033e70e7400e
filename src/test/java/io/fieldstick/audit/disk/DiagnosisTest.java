package io.fieldstick.audit.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemorySectors;
import io.fieldstick.windows.Sectors;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the images are made by mkntfs, mkfs, sfdisk and sgdisk")
class DiagnosisTest {
    private static final byte[] SECTOR_OF_FF = filled(512);

    static Stream<Arguments> volumes() {
        return Stream.of(
                Arguments.of(
                        DiskImages.ntfs(),
                        Condition.SOUND,
                        VolumeFormat.NTFS,
                        "ntfs.img +0x3",
                        "4e 54 46 53 20 20 20 20"),
                Arguments.of(
                        DiskImages.ntfsWith4096ByteSectors(),
                        Condition.SOUND,
                        VolumeFormat.NTFS,
                        "ntfs-4096.img +0x3",
                        "4e 54 46 53"),
                Arguments.of(
                        DiskImages.exFat(), Condition.SOUND, VolumeFormat.EXFAT, "exfat.img +0x3", "45 58 46 41 54"),
                Arguments.of(DiskImages.fat12(), Condition.SOUND, VolumeFormat.FAT12, "fat12.img +0x0", "eb 3c 90"),
                Arguments.of(DiskImages.fat16(), Condition.SOUND, VolumeFormat.FAT16, "fat16.img +0x0", "eb 3c 90"),
                Arguments.of(DiskImages.fat32(), Condition.SOUND, VolumeFormat.FAT32, "fat32.img +0x0", "eb 58 90"),
                Arguments.of(
                        DiskImages.reFs(),
                        Condition.SOUND,
                        VolumeFormat.REFS,
                        "refs.img +0x0",
                        "00 00 00 52 65 46 53 00"),
                Arguments.of(
                        DiskImages.bitLockerVista(),
                        Condition.LOCKED_BITLOCKER,
                        VolumeFormat.BITLOCKER_VISTA,
                        "bitlocker-vista.img +0x0",
                        "eb 52 90 2d 46 56 45 2d 46 53 2d"),
                Arguments.of(
                        DiskImages.bitLocker(),
                        Condition.LOCKED_BITLOCKER,
                        VolumeFormat.BITLOCKER,
                        "bitlocker.img +0x3",
                        "2d 46 56 45 2d 46 53 2d"),
                Arguments.of(
                        DiskImages.bitLockerToGo(),
                        Condition.LOCKED_BITLOCKER,
                        VolumeFormat.BITLOCKER_TO_GO,
                        "bitlocker-to-go.img +0x1a8",
                        "3b d6 67 49"),
                Arguments.of(DiskImages.ext(2), Condition.FOREIGN, VolumeFormat.EXT2, "ext2.img +0x438", "53 ef"),
                Arguments.of(DiskImages.ext(3), Condition.FOREIGN, VolumeFormat.EXT3, "ext3.img +0x438", "53 ef"),
                Arguments.of(DiskImages.ext(4), Condition.FOREIGN, VolumeFormat.EXT4, "ext4.img +0x438", "53 ef"),
                Arguments.of(DiskImages.xfs(), Condition.FOREIGN, VolumeFormat.XFS, "xfs.img +0x0", "58 46 53 42"),
                Arguments.of(
                        DiskImages.btrfs(), Condition.FOREIGN, VolumeFormat.BTRFS, "btrfs.img +0x10040", "5f 42 48 52"),
                Arguments.of(
                        DiskImages.luks(1),
                        Condition.FOREIGN,
                        VolumeFormat.LUKS,
                        "luks1.img +0x0",
                        "4c 55 4b 53 ba be"),
                Arguments.of(
                        DiskImages.luks(2),
                        Condition.FOREIGN,
                        VolumeFormat.LUKS,
                        "luks2.img +0x0",
                        "4c 55 4b 53 ba be"),
                Arguments.of(DiskImages.lvm(), Condition.FOREIGN, VolumeFormat.LVM, "lvm.img +0x218", "4c 56 4d 32"),
                Arguments.of(DiskImages.apfs(), Condition.FOREIGN, VolumeFormat.APFS, "apfs.img +0x20", "4e 58 53 42"),
                Arguments.of(DiskImages.hfs(), Condition.FOREIGN, VolumeFormat.HFS, "hfs.img +0x400", "42 44"),
                Arguments.of(
                        DiskImages.hfsPlus(), Condition.FOREIGN, VolumeFormat.HFS_PLUS, "hfs-plus.img +0x400", "48 2b"),
                Arguments.of(DiskImages.hfsx(), Condition.FOREIGN, VolumeFormat.HFSX, "hfsx.img +0x400", "48 58"),
                Arguments.of(DiskImages.swap(), Condition.FOREIGN, VolumeFormat.SWAP, "swap.img +0xff6", "53 57 41 50"),
                Arguments.of(DiskImages.ldm(), Condition.POOL, VolumeFormat.LDM, "ldm.img +0xc00", "50 52 49 56"),
                Arguments.of(
                        DiskImages.storageSpaces(),
                        Condition.POOL,
                        VolumeFormat.STORAGE_SPACES,
                        "storage-spaces.img +0x0",
                        "53 50 41 43 45 44 42 20"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("volumes")
    void aVolumeIsKnownByItsSignature(
            Path image, Condition condition, VolumeFormat format, String where, String bytes) {
        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(condition);
        assertThat(diagnosis.format()).contains(format);
        assertThat(diagnosis.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.where()).isEqualTo(where);
            assertThat(evidence.value()).startsWith(bytes);
        });
        assertThat(diagnosis.marks()).isEmpty();
    }

    @Test
    void aDestroyedNtfsBootSectorIsToldFromItsBackupInTheLastSector() {
        Path image = DiskImages.changed(DiskImages.ntfs(), "ntfs-boot.img", Map.of(0L, SECTOR_OF_FF));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BOOT_SECTOR_DESTROYED);
        assertThat(diagnosis.format()).contains(VolumeFormat.NTFS);
        assertThat(diagnosis.evidence())
                .containsExactly(
                        new Evidence("ntfs-boot.img +0x0", "ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff"),
                        new Evidence("ntfs-boot.img +0xfffe03", "4e 54 46 53 20 20 20 20"));
    }

    @Test
    void anNtfsBootSectorFullOfZerosIsNotCalledEmpty() {
        Path image = DiskImages.changed(DiskImages.ntfs(), "ntfs-zeroed.img", Map.of(0L, new byte[512]));

        assertThat(diagnose(image).condition()).isEqualTo(Condition.BOOT_SECTOR_DESTROYED);
    }

    @Test
    void aSingleWrongFieldOfTheNtfsBootSectorIsNamed() {
        Path image =
                DiskImages.changed(DiskImages.ntfs(), "ntfs-field.img", Map.of(48L, DiskImages.u64(0x7FFFFFFFFFL)));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BOOT_SECTOR_DESTROYED);
        assertThat(diagnosis.evidence())
                .first()
                .isEqualTo(new Evidence("ntfs-field.img +0x30", "ff ff ff ff 7f 00 00 00"));
    }

    @Test
    void withBothNtfsBootSectorsGoneItsFileTableStillTells() {
        Path image =
                DiskImages.changed(DiskImages.ntfs(), "ntfs-both.img", Map.of(0L, SECTOR_OF_FF, -512L, SECTOR_OF_FF));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BOTH_BOOT_SECTORS_DESTROYED);
        assertThat(diagnosis.format()).contains(VolumeFormat.NTFS);
        assertThat(diagnosis.evidence()).contains(new Evidence("ntfs-both.img +0x4000", "46 49 4c 45"));
    }

    @Test
    void aDestroyedFileTableIsNotCalledSound() {
        Path image = DiskImages.changed(DiskImages.ntfs(), "ntfs-mft.img", Map.of(0x4000L, SECTOR_OF_FF));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.FILE_TABLE_DAMAGED);
        assertThat(diagnosis.evidence()).contains(new Evidence("ntfs-mft.img +0x4000", "ff ff ff ff"));
    }

    @Test
    void aDestroyedExFatBootSectorIsToldFromItsBackupRegion() {
        Path image = DiskImages.changed(DiskImages.exFat(), "exfat-boot.img", Map.of(0L, SECTOR_OF_FF));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BOOT_SECTOR_DESTROYED);
        assertThat(diagnosis.format()).contains(VolumeFormat.EXFAT);
        assertThat(diagnosis.evidence()).contains(new Evidence("exfat-boot.img +0x1803", "45 58 46 41 54 20 20 20"));
    }

    @Test
    void anExFatBootRegionWithAWrongChecksumIsDestroyedToo() {
        // The serial number, which mkfs.exfat chooses anew each time.
        Path image =
                DiskImages.changed(DiskImages.exFat(), "exfat-checksum.img", Map.of(100L, new byte[] {1, 2, 3, 4}));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BOOT_SECTOR_DESTROYED);
        assertThat(diagnosis.evidence().get(0).where()).isEqualTo("exfat-checksum.img +0x1600");
    }

    @Test
    void withBothExFatBootRegionsGoneItsAllocationTableStillTells() {
        Path image = DiskImages.changed(
                DiskImages.exFat(), "exfat-both.img", Map.of(0L, SECTOR_OF_FF, 12 * 512L, SECTOR_OF_FF));

        assertThat(diagnose(image).condition()).isEqualTo(Condition.BOTH_BOOT_SECTORS_DESTROYED);
        assertThat(diagnose(image).format()).contains(VolumeFormat.EXFAT);
    }

    @Test
    void aDestroyedFat32BootSectorIsToldFromItsBackupInTheSeventhSector() {
        Path image = DiskImages.changed(DiskImages.fat32(), "fat32-boot.img", Map.of(0L, SECTOR_OF_FF));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BOOT_SECTOR_DESTROYED);
        assertThat(diagnosis.format()).contains(VolumeFormat.FAT32);
        assertThat(diagnosis.evidence().get(1).where()).isEqualTo("fat32-boot.img +0xc00");
    }

    @Test
    void withBothFat32BootSectorsGoneItsAllocationTableStillTells() {
        Path image = DiskImages.changed(
                DiskImages.fat32(), "fat32-both.img", Map.of(0L, SECTOR_OF_FF, 6 * 512L, SECTOR_OF_FF));

        assertThat(diagnose(image).condition()).isEqualTo(Condition.BOTH_BOOT_SECTORS_DESTROYED);
        assertThat(diagnose(image).format()).contains(VolumeFormat.FAT32);
    }

    static Stream<Arguments> cutVolumes() {
        return Stream.of(
                Arguments.of(DiskImages.ntfs(), 40),
                Arguments.of(DiskImages.exFat(), 72),
                Arguments.of(DiskImages.fat32(), 32),
                Arguments.of(DiskImages.fat16(), 19));
    }

    @ParameterizedTest
    @MethodSource("cutVolumes")
    void aVolumeLongerThanItsDeviceIsCutShort(Path whole, int sizeField) {
        String name = "cut-" + whole.getFileName();
        Path image = DiskImages.cutTo(whole, name, 9 * DiskImages.MIB);

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.CUT_SHORT);
        assertThat(diagnosis.evidence().get(0).where()).isEqualTo(name + " +0x" + Integer.toHexString(sizeField));
        assertThat(diagnosis.evidence()).last().isEqualTo(new Evidence(name + " +0x900000", "end after 9437184 bytes"));
    }

    @Test
    void zerosAreCalledZeros() {
        Diagnosis diagnosis = diagnose(DiskImages.zeros());

        assertThat(diagnosis.condition()).isEqualTo(Condition.ZEROS);
        assertThat(diagnosis.evidence()).contains(new Evidence("zeros.img +0x0", "1048576 x 00"));
    }

    @Test
    void zerosWithSomethingBehindThemAreNotCalledEmpty() {
        Path image =
                DiskImages.changed(DiskImages.zeros(), "erased.img", Map.of(-700_000L, DiskImages.bytes("c0ffee")));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.BEGINNING_ERASED);
        assertThat(diagnosis.evidence()).last().satisfies(evidence -> {
            assertThat(evidence.where()).isEqualTo("erased.img +0x3551a0");
            assertThat(evidence.value()).startsWith("c0 ff ee");
        });
    }

    @Test
    void whatNobodyKnowsIsUnknownWithItsFirstBytes() {
        Diagnosis diagnosis = diagnose(DiskImages.noise());

        assertThat(diagnosis.condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(diagnosis.format()).isEmpty();
        assertThat(diagnosis.evidence().get(0).where()).isEqualTo("noise.img +0x0");
    }

    @Test
    void aMediumThatFailsAtItsBeginningIsUnreadableAndNotEmpty() {
        Diagnosis diagnosis =
                Diagnosis.of(Region.whole(new InMemorySectors("\\\\.\\E:", new byte[4 * DiskImages.MIB]).bad(0, 23)));

        assertThat(diagnosis.condition()).isEqualTo(Condition.UNREADABLE);
        assertThat(diagnosis.evidence())
                .containsExactly(new Evidence("\\\\.\\E: +0x0", "23, Data error (cyclic redundancy check)."));
    }

    @Test
    void aBadSectorElsewhereDoesNotHideTheSignature() {
        byte[] volume = DiskImages.read(DiskImages.bitLocker(), 0, 4 * DiskImages.MIB);

        Diagnosis diagnosis = Diagnosis.of(Region.whole(new InMemorySectors("\\\\.\\E:", volume).bad(40_000, 1117)));

        assertThat(diagnosis.condition()).isEqualTo(Condition.LOCKED_BITLOCKER);
    }

    @Test
    void aBadSectorAmongZerosMeansThatNobodyKnows() {
        Diagnosis diagnosis = Diagnosis.of(
                Region.whole(new InMemorySectors("\\\\.\\E:", new byte[4 * DiskImages.MIB]).bad(40_000, 1117)));

        assertThat(diagnosis.condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(diagnosis.evidence())
                .anySatisfy(evidence -> assertThat(evidence.value()).startsWith("1117"));
    }

    @Test
    void theDirtyMarkOfNtfsIsReadFromItsVolumeRecord() {
        int flags = volumeFlagsOf(DiskImages.ntfs());
        Path image = DiskImages.changed(DiskImages.ntfs(), "ntfs-dirty.img", Map.of((long) flags, new byte[] {1}));

        Diagnosis diagnosis = diagnose(image);

        assertThat(diagnosis.condition()).isEqualTo(Condition.SOUND);
        assertThat(diagnosis.marks())
                .containsExactly(new Mark(
                        Mark.Kind.DIRTY, new Evidence("ntfs-dirty.img +0x" + Integer.toHexString(flags), "01 00")));
    }

    @Test
    void theMarksOfExFatAreReadFromItsBootSector() {
        Path image = DiskImages.changed(DiskImages.exFat(), "exfat-dirty.img", Map.of(106L, new byte[] {6}));

        assertThat(diagnose(image).condition()).isEqualTo(Condition.SOUND);
        assertThat(diagnose(image).marks())
                .extracting(Mark::kind)
                .containsExactly(Mark.Kind.DIRTY, Mark.Kind.MEDIUM_FAILED);
    }

    @Test
    void theMarksOfFatAreReadFromItsAllocationTable() {
        long fat16 = firstTable(DiskImages.fat16());
        long fat32 = firstTable(DiskImages.fat32());
        Path dirty16 =
                DiskImages.changed(DiskImages.fat16(), "fat16-dirty.img", Map.of(fat16 + 2, DiskImages.bytes("ff7f")));
        Path failed32 = DiskImages.changed(
                DiskImages.fat32(), "fat32-failed.img", Map.of(fat32 + 4, DiskImages.bytes("ffffff0b")));

        assertThat(diagnose(dirty16).marks()).extracting(Mark::kind).containsExactly(Mark.Kind.DIRTY);
        assertThat(diagnose(failed32).marks()).extracting(Mark::kind).containsExactly(Mark.Kind.MEDIUM_FAILED);
    }

    private static long firstTable(Path fat) {
        byte[] boot = DiskImages.read(fat, 0, 512);
        return 512L * ((boot[14] & 0xFF) | (boot[15] & 0xFF) << 8);
    }

    /** mkntfs puts the file table at cluster 4; the flags follow "version 3.1" in the volume's record. */
    private static int volumeFlagsOf(Path ntfs) {
        int record = 0x4000 + 3 * 1024;
        byte[] bytes = DiskImages.read(ntfs, record, 1024);
        for (int at = 0; at < 1024 - 16; at++) {
            boolean attribute = bytes[at] == 0x70 && bytes[at + 1] == 0 && bytes[at + 2] == 0 && bytes[at + 3] == 0;
            if (attribute && at % 8 == 0) {
                return record + at + (bytes[at + 20] & 0xFF) + 10;
            }
        }
        throw new AssertionError("no volume information in the record that mkntfs wrote");
    }

    private static Diagnosis diagnose(Path image) {
        String before = DiskImages.sha256(image);
        try (Sectors sectors = DiskImages.open(image)) {
            return Diagnosis.of(Region.whole(sectors));
        } finally {
            assertThat(DiskImages.sha256(image)).as("nothing is written").isEqualTo(before);
        }
    }

    private static byte[] filled(int count) {
        byte[] bytes = new byte[count];
        java.util.Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }
}
