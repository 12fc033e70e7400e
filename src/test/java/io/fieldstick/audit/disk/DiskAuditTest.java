package io.fieldstick.audit.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.Disks.BitLocker;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemorySectors;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Volumes.DriveType;
import io.fieldstick.windows.WindowsError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the images are made by mkntfs, mkfs, sfdisk and sgdisk")
class DiskAuditTest {
    private static final byte[] SECTOR_OF_ZEROS = new byte[512];
    private static final RegistryKey SESSION_MANAGER =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager");
    private static final RegistryKey MINI_NT = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\MiniNT");

    private final InMemoryWindows windows = new InMemoryWindows();

    // ---- what Windows says of a volume ----------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "1005, disk/raw, it calls that \"RAW\"",
        "1392, disk/corrupt, the file system of D: is damaged",
        "1393, disk/structure-corrupt, the structure of D: is damaged",
        "21, disk/not-ready, D: is not ready",
        "1112, disk/no-medium, there is nothing in the drive D:",
        "1785, disk/unrecognized-medium, not formatted in a way it knows",
        "23, disk/unreadable, places that cannot be read correctly",
        "27, disk/unreadable, places that cannot be found",
        "1117, disk/unreadable, fails while it is being read",
        "1167, disk/not-connected, is not connected any more",
        "-2144272384, disk/locked-bitlocker, encrypted with BitLocker and locked",
        "4711, disk/refused, Windows cannot open D: (it answers: 4711)"
    })
    void everyRefusalOfAFixedVolumeStopsTheVisitInPlainWords(int code, String kind, String words) {
        windows.faultyVolume('D', DriveType.FIXED, code).device("\\\\.\\D:", volume(DiskImages.ntfs(), "\\\\.\\D:"));

        Finding finding = only(judge('D'));

        assertThat(finding.severity()).isEqualTo(Severity.STOP);
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.subject()).isEqualTo("D:");
        assertThat(text(finding.what())).contains(words);
        assertThat(finding.evidence().get(0).where()).isEqualTo("GetVolumeInformation D:\\");
        assertThat(finding.evidence().get(0).value()).startsWith(code < 0 ? "0x80310000" : Integer.toString(code));
        assertThat(advice(finding)).contains("workshop").contains("agreed").contains("nothing was written");
    }

    @Test
    void aRefusalForWantOfRightsIsIncompleteAndSaysWhatToDo() {
        windows.faultyVolume('D', DriveType.FIXED, 5);

        Finding finding = only(judge('D'));

        assertThat(finding.severity()).isEqualTo(Severity.INCOMPLETE);
        assertThat(finding.kind()).isEqualTo("disk/access-denied");
        assertThat(advice(finding)).contains("administrator");
    }

    @ParameterizedTest
    @CsvSource({"21", "1112"})
    void anEmptyCardReaderIsNoFault(int code) {
        windows.faultyVolume('F', DriveType.REMOVABLE, code);

        Finding finding = only(judge('F'));

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.kind()).isEqualTo("disk/no-medium");
    }

    static Stream<Arguments> rawVolumes() {
        return Stream.of(
                Arguments.of(DiskImages.bitLocker(), "disk/locked-bitlocker", "only the recovery key opens it"),
                Arguments.of(DiskImages.bitLockerToGo(), "disk/locked-bitlocker", "only the recovery key opens it"),
                Arguments.of(noBoot(), "disk/boot-sector-destroyed", "the copy is intact"),
                Arguments.of(noBoots(), "disk/both-boot-sectors-destroyed", "so it is not empty"),
                Arguments.of(DiskImages.ext(4), "disk/foreign", "holds ext4"),
                Arguments.of(DiskImages.storageSpaces(), "disk/pool", "one part of a set of disks"),
                Arguments.of(DiskImages.zeros(), "disk/zeros", "is blank"),
                Arguments.of(cut(), "disk/cut-short", "ends too early"),
                Arguments.of(DiskImages.noise(), "disk/unknown", "not empty"));
    }

    @ParameterizedTest
    @MethodSource("rawVolumes")
    void aRawVolumeGetsItsDiagnosisFromItsSectors(Path image, String kind, String words) {
        windows.faultyVolume('E', DriveType.FIXED, 1005).device("\\\\.\\E:", volume(image, "\\\\.\\E:"));

        Finding finding = only(judge('E'));

        assertThat(finding.severity()).isEqualTo(Severity.STOP);
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(text(finding.what())).contains("RAW").contains(words);
        assertThat(finding.evidence()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("rawVolumes")
    void theSameBytesInAnImageGetTheSameDiagnosis(Path image, String kind, String words) {
        String before = DiskImages.sha256(image);
        try (Sectors sectors = DiskImages.open(image)) {
            Finding finding = only(DiskAudit.judgeImage(sectors));

            assertThat(finding.severity()).isEqualTo(Severity.STOP);
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(text(finding.what())).contains(words);
        }
        assertThat(DiskImages.sha256(image)).isEqualTo(before);
    }

    @Test
    void aRawVolumeThatNobodyMayLookAtStopsAndIsIncomplete() {
        windows.faultyVolume('E', DriveType.FIXED, 1005).refuseDevice("\\\\.\\E:", 5);

        assertThat(judge('E')).extracting(Finding::severity).containsExactly(Severity.STOP, Severity.INCOMPLETE);
    }

    @Test
    void aMountedVolumeWithADestroyedBootSectorIsNotCalledHealthy() {
        windows.volume('E', DriveType.FIXED, "NTFS", "", 1, 1).device("\\\\.\\E:", volume(noBoot(), "\\\\.\\E:"));

        assertThat(only(judge('E')).kind()).isEqualTo("disk/boot-sector-destroyed");
    }

    @Test
    void whatAnotherDriverMountsIsNotCalledDamaged() {
        windows.volume('E', DriveType.FIXED, "ext4", "", 1, 1)
                .device("\\\\.\\E:", volume(DiskImages.ext(4), "\\\\.\\E:"));

        assertThat(only(judge('E')).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aDriveWithoutSectorsOfItsOwnIsNoFault() {
        windows.volume('G', DriveType.FIXED, "FAT32", "", 1, 1).refuseDevice("\\\\.\\G:", 1);

        assertThat(only(judge('G')).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aHealthyVolumeWhoseSectorsNobodyMayReadIsIncomplete() {
        windows.refuseDevice("\\\\.\\C:", 5);

        Finding finding = only(judge('C'));

        assertThat(finding.severity()).isEqualTo(Severity.INCOMPLETE);
        assertThat(text(finding.what())).contains("Access is denied");
    }

    @Test
    void aVolumeThatWindowsDoesNotKnowIsLookedForOnTheDisks() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "\\\\.\\PhysicalDrive0"));

        List<Finding> findings = judge('X');

        assertThat(findings.get(0).kind()).isEqualTo("disk/volume-missing");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.STOP);
        assertThat(findings).extracting(Finding::kind).contains("disk/partition-table");
    }

    // ---- disks ----------------------------------------------------------------------------------------------------

    @Test
    void aDiskWithAHighNumberIsNotPassedOver() {
        windows.device("\\\\.\\PhysicalDrive100", volume(gptDisk(), "\\\\.\\PhysicalDrive100"));

        assertThat(judged(windows, new DiskTarget.Everything()))
                .extracting(Finding::subject)
                .contains("\\\\.\\PhysicalDrive100");
    }

    @Test
    void aDiskIsJudgedPartitionByPartition() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "\\\\.\\PhysicalDrive0"));

        List<Finding> findings = judged(windows, new DiskTarget.Disk("\\\\.\\PhysicalDrive0"));

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(
                        "disk/partition-table",
                        "disk/boot-sector-destroyed",
                        "disk/locked-bitlocker",
                        "disk/health-unknown");
        assertThat(findings.get(1).subject()).isEqualTo("\\\\.\\PhysicalDrive0 #2");
        assertThat(findings.get(0).evidence())
                .containsExactly(
                        new Evidence("\\\\.\\PhysicalDrive0 +0x100000", "#1 EFI system, 16777216 bytes, FAT16"),
                        new Evidence("\\\\.\\PhysicalDrive0 +0x1100000", "#2 basic data, 16777216 bytes, NTFS"),
                        new Evidence("\\\\.\\PhysicalDrive0 +0x2100000", "#3 basic data, 4194304 bytes, BitLocker"),
                        new Evidence("\\\\.\\PhysicalDrive0 +0x2500000", "#4 Linux, 16777216 bytes, ext4"));
    }

    @Test
    void theSameDiskAsAnImageGetsTheSameFindings() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "\\\\.\\PhysicalDrive0"));
        List<Finding> disk = judged(windows, new DiskTarget.Disk("\\\\.\\PhysicalDrive0"));

        try (Sectors sectors = DiskImages.open(gptDisk())) {
            List<Finding> image = DiskAudit.judgeImage(sectors);

            assertThat(image)
                    .extracting(Finding::kind)
                    .isEqualTo(disk.stream()
                            .map(Finding::kind)
                            .filter(kind -> !kind.equals("disk/health-unknown"))
                            .toList());
        }
    }

    @Test
    void aBitLockerPartitionThatWindowsHasUnlockedDoesNotStopTheVisit() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "\\\\.\\PhysicalDrive0"));
        windows.disks().extent('C', 0, 0x2100000, 4 * DiskImages.MIB);

        assertThat(judged(windows, new DiskTarget.Disk("\\\\.\\PhysicalDrive0")))
                .extracting(Finding::kind)
                .doesNotContain("disk/locked-bitlocker");
    }

    @Test
    void aPartitionThatReachesBeyondTheDiskIsCutShort() {
        Path image =
                DiskImages.cutTo(PartitionTableTest.mbrWithLogicalPartitions(), "mbr-cut.img", 13 * DiskImages.MIB);
        try (Sectors sectors = DiskImages.open(image)) {
            List<Finding> findings = DiskAudit.judgeImage(sectors);

            assertThat(findings)
                    .filteredOn(finding -> finding.kind().equals("disk/cut-short"))
                    .extracting(Finding::subject)
                    .contains("mbr-cut.img #7");
        }
    }

    @Test
    void volumesAreFoundOnADiskThatLostItsTable() {
        Path image = DiskImages.changed(
                gptDisk(), "no-table.img", Map.of(0L, SECTOR_OF_ZEROS, 512L, SECTOR_OF_ZEROS, -512L, SECTOR_OF_ZEROS));
        try (Sectors sectors = DiskImages.open(image)) {
            Finding finding = only(DiskAudit.judgeImage(sectors));

            assertThat(finding.kind()).isEqualTo("disk/partition-table-lost");
            assertThat(finding.severity()).isEqualTo(Severity.STOP);
            assertThat(finding.evidence())
                    .containsExactly(new Evidence("no-table.img +0x100000", "FAT16, 16777216 bytes"));
        }
    }

    @Test
    void aBlankSecondDiskWarnsAndABlankNamedOneStops() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "\\\\.\\PhysicalDrive0"))
                .device("\\\\.\\PhysicalDrive1", volume(DiskImages.zeros(), "\\\\.\\PhysicalDrive1"));

        assertThat(judgeEverything())
                .filteredOn(finding -> finding.kind().equals("disk/blank"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(judged(windows, new DiskTarget.Disk("\\\\.\\PhysicalDrive1")))
                .filteredOn(finding -> finding.severity() == Severity.STOP)
                .extracting(Finding::kind)
                .containsExactly("disk/zeros");
    }

    @Test
    void aDiskThatNobodyMayOpenIsIncomplete() {
        windows.refuseDevice("\\\\.\\PhysicalDrive0", 5);

        Finding finding = only(judged(windows, new DiskTarget.Disk("\\\\.\\PhysicalDrive0")));

        assertThat(finding.severity()).isEqualTo(Severity.INCOMPLETE);
        assertThat(advice(finding)).contains("administrator");
    }

    @Test
    void aDiskThatFailsIsUnreadableAndSwitchedOff() {
        windows.device(
                "\\\\.\\PhysicalDrive0", new InMemorySectors("\\\\.\\PhysicalDrive0", new byte[8192]).bad(0, 1117));

        Finding finding =
                judged(windows, new DiskTarget.Disk("\\\\.\\PhysicalDrive0")).get(0);

        assertThat(finding.kind()).isEqualTo("disk/unreadable");
        assertThat(advice(finding)).contains("switch the computer off");
    }

    // ---- no disk --------------------------------------------------------------------------------------------------

    @Test
    void inWindowsPeWithoutADiskTheControllerWithoutDriverIsNamed() {
        windows.key(MINI_NT)
                .presentDevice("PCI\\VEN_8086&DEV_9A0B&SUBSYS_0", "PCI\\CC_0104", "", 28)
                .presentDevice("PCI\\VEN_1022&DEV_7901", "PCI\\CC_010601", "AHCI", 0)
                .presentDevice("PCI\\VEN_8086&DEV_15F3", "PCI\\CC_0200", "Ethernet", 28);

        List<Finding> findings = judgeEverything();

        assertThat(findings)
                .extracting(Finding::kind)
                .containsSubsequence("disk/no-disk", "disk/controller-without-driver");
        Finding noDisk = findings.get(0).kind().equals("disk/no-disk") ? findings.get(0) : findings.get(1);
        assertThat(noDisk.severity()).isEqualTo(Severity.STOP);
        assertThat(advice(noDisk)).contains("VMD").contains("another computer").contains("USB enclosure");
        assertThat(findings)
                .filteredOn(finding -> finding.kind().equals("disk/controller-without-driver"))
                .singleElement()
                .satisfies(finding -> assertThat(text(finding.what())).contains("Intel VMD"));
    }

    @Test
    void aControllerThatWindowsDoesNotSpeakOfIsToldAndNotTakenForOneThatWorks() {
        windows.key(MINI_NT)
                .unreadableDevice("PCI\\VEN_8086&DEV_9A0B&SUBSYS_0", "PCI\\CC_0104", "", 13)
                .unreadableDevice("PCI\\VEN_8086&DEV_15F3", "PCI\\CC_0200", "Ethernet", 13);

        assertThat(judgeEverything())
                .filteredOn(finding -> finding.kind().equals("disk/controller-not-asked"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INCOMPLETE);
                    assertThat(finding.subject()).isEqualTo("PCI\\VEN_8086&DEV_9A0B&SUBSYS_0");
                });
    }

    @Test
    void theStickAloneIsNoDiskOfTheComputer() {
        windows.key(MINI_NT).device("\\\\.\\PhysicalDrive0", volume(DiskImages.fat32(), "\\\\.\\PhysicalDrive0"));
        windows.disks().identity("\\\\.\\PhysicalDrive0", "Stick", "", 7);

        assertThat(judgeEverything()).extracting(Finding::kind).contains("disk/no-disk");
    }

    // ---- health ---------------------------------------------------------------------------------------------------

    @Test
    void aPredictedFailureWarnsAndSilenceIsNotCalledHealthy() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "a"))
                .device("\\\\.\\PhysicalDrive1", volume(gptDisk(), "b"))
                .device("\\\\.\\PhysicalDrive2", volume(gptDisk(), "c"));
        windows.disks()
                .predictsFailure("\\\\.\\PhysicalDrive0", true)
                .predictsFailure("\\\\.\\PhysicalDrive1", false)
                .identity("\\\\.\\PhysicalDrive0", "ST2000DM001", "Z1E", 11);

        List<Finding> findings = judgeEverything();

        assertThat(findings)
                .extracting(Finding::kind)
                .contains("disk/failing", "disk/no-failure-predicted", "disk/health-unknown");
        assertThat(findings)
                .filteredOn(finding -> finding.kind().equals("disk/failing"))
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(text(finding.what())).contains("ST2000DM001, Z1E");
                });
    }

    @Test
    void aVolumeThatWindowsMarkedDirtyIsToldOnce() {
        windows.device("\\\\.\\C:", volume(DiskImages.ntfs(), "\\\\.\\C:"));
        windows.disks().dirty('C', true);

        assertThat(judge('C')).extracting(Finding::kind).containsExactly("disk/volume", "disk/dirty");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "0, 1, true", "2, 1, true", "0, 0, false"})
    void theKeyOfAnEncryptedVolumeIsAskedForBeforeAnyChange(int protection, int conversion, boolean told) {
        windows.device("\\\\.\\C:", volume(DiskImages.ntfs(), "\\\\.\\C:"));
        windows.disks().bitLocker('C', Reading.of(new BitLocker(protection, OptionalInt.of(conversion))));

        List<Finding> findings = judge('C');

        assertThat(findings.stream().anyMatch(finding -> finding.kind().equals("disk/bitlocker-on")))
                .isEqualTo(told);
        findings.stream().skip(1).forEach(finding -> assertThat(advice(finding)).contains("before anybody changes"));
    }

    @Test
    void aBitLockerStateThatNobodyMayAskForIsIncomplete() {
        windows.device("\\\\.\\C:", volume(DiskImages.ntfs(), "\\\\.\\C:"));
        windows.disks().bitLocker('C', Reading.unreadable(new WindowsError(Tried.lookAt("C:"), 5, "")));

        assertThat(judge('C')).extracting(Finding::kind).containsExactly("disk/volume", "disk/bitlocker-unknown");
    }

    // ---- the next start -------------------------------------------------------------------------------------------

    @Test
    void aCheckThatWasOrderedIsFoundAndTheUsualOneIsNot() {
        windows.put(
                SESSION_MANAGER,
                "BootExecute",
                multi("autocheck autochk /r \\??\\D:", "autocheck autochk /k:E *", "autocheck autochk *"));

        assertThat(judgeEverything())
                .filteredOn(finding -> finding.kind().equals("disk/pending-check"))
                .extracting(Finding::subject)
                .containsExactly("D:");
    }

    @Test
    void everyReasonForARestartIsFound() {
        RegistryKey current = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion");
        windows.key(current.child("Component Based Servicing\\RebootPending"))
                .key(current.child("WindowsUpdate\\Auto Update\\RebootRequired"))
                .key(current.child("Installer\\InProgress"))
                .key(RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\Netlogon\\JoinDomain"))
                .key(RegistryKey.machine("SOFTWARE\\Microsoft\\AppV\\Client\\PendingTasks"))
                .put(
                        RegistryKey.machine("SOFTWARE\\Microsoft\\IntuneManagementExtension\\RebootSettings"),
                        "RebootFlag",
                        RegistryValue.dword(1))
                .put(SESSION_MANAGER, "PendingFileRenameOperations", multi("\\??\\C:\\old.tmp", ""))
                .put(InMemoryWindows.COMPUTER_NAME, "ComputerName", RegistryValue.sz("NEWNAME"));

        assertThat(judgeEverything())
                .filteredOn(finding -> finding.kind().equals("disk/pending-restart"))
                .extracting(Finding::subject)
                .containsExactly("servicing", "update", "domain", "app-v", "installer", "files", "intune", "name");
    }

    @Test
    void aFreshWindowsWaitsForNothing() {
        windows.put(SESSION_MANAGER, "PendingFileRenameOperations", multi())
                .put(RegistryKey.machine("SOFTWARE\\Microsoft\\Updates"), "UpdateExeVolatile", RegistryValue.dword(0));

        assertThat(judgeEverything())
                .extracting(Finding::kind)
                .doesNotContain("disk/pending-restart", "disk/pending-check");
    }

    @Test
    void whatCouldNotBeReadOfTheNextStartIsListed() {
        windows.unreadable(SESSION_MANAGER, 5);

        assertThat(judgeEverything())
                .filteredOn(finding -> finding.severity() == Severity.INCOMPLETE)
                .extracting(Finding::kind)
                .contains("disk/pending-check-not-read", "disk/pending-restart-not-read");
    }

    @Test
    void nothingIsWrittenAndEveryDeviceIsClosed() {
        InMemorySectors disk = (InMemorySectors) volume(gptDisk(), "\\\\.\\PhysicalDrive0");
        InMemorySectors volume = (InMemorySectors) volume(DiskImages.ntfs(), "\\\\.\\C:");
        windows.device("\\\\.\\PhysicalDrive0", disk).device("\\\\.\\C:", volume);

        judgeEverything();

        assertThat(windows.writes()).isEmpty();
        assertThat(disk.isClosed()).isTrue();
        assertThat(volume.isClosed()).isTrue();
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        windows.device("\\\\.\\PhysicalDrive0", volume(gptDisk(), "\\\\.\\PhysicalDrive0"))
                .faultyVolume('E', DriveType.FIXED, 1005);

        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (Finding finding : judgeEverything()) {
                assertThat(messages.text(finding.what()))
                        .doesNotContain("disk.")
                        .doesNotContain("{");
                assertThat(finding.advice())
                        .allSatisfy(advice -> assertThat(messages.text(advice))
                                .doesNotStartWith("disk.")
                                .doesNotContain("{"));
            }
        }
    }

    // ---- making -----------------------------------------------------------------------------------------------------

    private List<Finding> judge(char letter) {
        return judged(windows, new DiskTarget.Volume(letter));
    }

    private List<Finding> judgeEverything() {
        return judged(windows, new DiskTarget.Everything());
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static String text(Message message) {
        return Messages.in(Language.ENGLISH).text(message);
    }

    private static String advice(Finding finding) {
        return finding.advice().stream().map(DiskAuditTest::text).reduce("", (all, each) -> all + each + "\n");
    }

    private static Sectors volume(Path image, String device) {
        return new InMemorySectors(
                device, DiskImages.read(image, 0, (int) image.toFile().length()));
    }

    private static Path noBoot() {
        return DiskImages.changed(DiskImages.ntfs(), "raw-boot.img", Map.of(0L, SECTOR_OF_ZEROS));
    }

    private static Path noBoots() {
        return DiskImages.changed(
                DiskImages.ntfs(), "raw-boots.img", Map.of(0L, SECTOR_OF_ZEROS, -512L, SECTOR_OF_ZEROS));
    }

    private static Path cut() {
        return DiskImages.cutTo(DiskImages.ntfs(), "raw-cut.img", 9 * DiskImages.MIB);
    }

    /** EFI system (FAT16), Windows with a destroyed boot sector, BitLocker, Linux. */
    private static Path gptDisk() {
        return DiskImages.sgdisk(
                "audit-gpt.img",
                64L * DiskImages.MIB,
                Map.of(
                        1L * DiskImages.MIB, DiskImages.fat16(),
                        17L * DiskImages.MIB, noBoot(),
                        33L * DiskImages.MIB, DiskImages.bitLocker(),
                        37L * DiskImages.MIB, DiskImages.ext(4)),
                "-n",
                "1:2048:+16M",
                "-t",
                "1:ef00",
                "-n",
                "2:0:+16M",
                "-t",
                "2:0700",
                "-n",
                "3:0:+4M",
                "-t",
                "3:0700",
                "-n",
                "4:0:+16M",
                "-t",
                "4:8300");
    }

    private static RegistryValue multi(String... texts) {
        String joined = String.join("\0", texts) + "\0\0";
        return RegistryValue.raw(RegistryValue.MULTI_SZ, joined.getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void aVolumeSaysHowMuchRoomItHasAndWarnsWhenItIsAsGoodAsFull() {
        InMemoryWindows windows = new InMemoryWindows()
                .volume('C', DriveType.FIXED, "NTFS", "", 100L << 30, 40L << 30)
                .volume('D', DriveType.FIXED, "NTFS", "", 100L << 30, 4L << 30);
        List<Finding> findings = DiskAudit.judge(windows, new DiskTarget.Everything(), () -> true).stream()
                .filter(finding -> finding.kind().equals("disk/space"))
                .toList();
        assertThat(findings).extracting(Finding::subject).containsExactly("C:", "D:");
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.INFO, Severity.WARNING);
    }

    @Test
    void whoEndsTheAuditIsToldThatNotEverythingWasLookedAt() {
        InMemoryWindows windows = new InMemoryWindows()
                .volume('C', DriveType.FIXED, "NTFS", "", 100L << 30, 40L << 30)
                .volume('D', DriveType.FIXED, "NTFS", "", 100L << 30, 40L << 30);
        for (int looks = 0; looks < 3; looks++) {
            AtomicInteger left = new AtomicInteger(looks);
            List<Finding> findings =
                    DiskAudit.judge(windows, new DiskTarget.Everything(), () -> left.getAndDecrement() > 0);
            assertThat(findings)
                    .filteredOn(finding -> finding.kind().equals("disk/space"))
                    .hasSize(looks);
            assertThat(findings).extracting(Finding::kind).containsOnlyOnce("disk/stopped");
        }
    }

    /** All findings but those about free space, which every volume that Windows reads has. */
    private static List<Finding> judged(InMemoryWindows windows, DiskTarget target) {
        return DiskAudit.judge(windows, target, () -> true).stream()
                .filter(finding -> !finding.kind().equals("disk/space"))
                .toList();
    }
}
