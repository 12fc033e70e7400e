package io.fieldstick.audit.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.audit.Finding;
import io.fieldstick.userdata.BigFile;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.userdata.UserDataSearch;
import io.fieldstick.userdata.Watch;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Volumes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFitTest {
    private static final String SID = "S-1-5-21-1-2-3-1001";
    private static final long GB = 1L << 30;

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(SID, "C:\\Users\\zhangsm", true)
            .file("C:\\Users\\zhangsm\\Documents\\a.docx", GB)
            .file("C:\\Users\\zhangsm\\Documents\\b.docx", 1);

    @Test
    void whatFitsSaysSoWithItsMargin() {
        usb("exFAT", 3 * GB);

        BackupFit fit = fit("E:\\");

        assertThat(fit.verdict()).isEqualTo(BackupFit.Verdict.FITS);
        assertThat(fit.bytes()).isEqualTo(GB + 1);
        // Two files and the folder take a started cluster of 4096 bytes each at most.
        assertThat(fit.most()).isEqualTo(GB + 1 + 3 * 4096);
        assertThat(fit.margin()).isEqualTo(3 * GB - fit.most());
        assertThat(fit.findings()).isEmpty();
    }

    @Test
    void aByteTooLittleIsRefused() {
        usb("exFAT", GB);

        BackupFit fit = fit("E:\\");

        assertThat(fit.verdict()).isEqualTo(BackupFit.Verdict.DOES_NOT_FIT);
        assertThat(fit.margin()).isEqualTo(-1);
        assertThat(kinds(fit)).containsExactly("STOP backup-to/not-enough-space");
    }

    @Test
    void clustersAndTheUnexplainedCanMakeItTight() {
        usb("NTFS", GB + 5000);
        assertThat(kinds(fit("E:\\"))).containsExactly("WARNING backup-to/tight");

        usb("NTFS", GB + 50_000);
        assertThat(kinds(fit("E:\\"))).isEmpty();
        windows.file("C:\\ProgramData\\神秘\\x.dat", 50_000);
        assertThat(kinds(fit("E:\\"))).containsExactly("WARNING backup-to/tight");
    }

    @Test
    void theUnexplainedInAProfileOnAnotherDriveCountsToo() {
        usb("NTFS", GB + 50_000);
        windows.volume('F', Volumes.DriveType.FIXED, "NTFS", "DATA", 500 * GB, 100 * GB)
                .put(InMemoryWindows.PROFILE_LIST, "ProfilesDirectory", RegistryValue.sz("F:\\Users"))
                .user("S-1-5-21-1-2-3-1002", "F:\\Users\\李娜", true)
                .file("F:\\Users\\李娜\\源码\\Main.java", 50_000);

        assertThat(fit("E:\\").unexplained()).isEqualTo(50_000);
        assertThat(kinds(fit("E:\\"))).containsExactly("WARNING backup-to/tight");
    }

    @Test
    void whatWasNotCountedWholeIsNeverSaidToFit() {
        usb("NTFS", 100 * GB);
        windows.folder("C:\\Users\\zhangsm\\Documents\\私人").unreadable("C:\\Users\\zhangsm\\Documents\\私人", 5);

        assertThat(fit("E:\\").verdict()).isEqualTo(BackupFit.Verdict.TIGHT);
        assertThat(fit("E:\\").findings())
                .extracting(finding -> finding.what().key())
                .containsExactly("backup.not-counted");
        UserDataReport stopped = UserDataSearch.of(windows, List.of(), List.of(), 1, progress -> false);
        assertThat(BackupFit.of(target("E:\\"), stopped).verdict()).isEqualTo(BackupFit.Verdict.TIGHT);
    }

    @Test
    void aDriveThatCannotBeReadIsNotCountedAsEmpty() {
        usb("NTFS", 100 * GB);
        windows.volume('F', Volumes.DriveType.FIXED, "NTFS", "DATA", 500 * GB, 100 * GB)
                .file("F:\\财务\\x.dbf", 200 * GB)
                .unreadable("F:\\", 5);

        assertThat(fit("E:\\").verdict()).isEqualTo(BackupFit.Verdict.TIGHT);
    }

    @Test
    void onFat32EachFileThatIsTooBigIsNamed() {
        windows.file("C:\\Users\\zhangsm\\Documents\\just.pst", BigFile.FAT_LIMIT)
                .file("C:\\Users\\zhangsm\\Documents\\over.pst", BigFile.FAT_LIMIT + 1)
                .cloudFile("C:\\Users\\zhangsm\\Documents\\cloud.iso", 9 * GB)
                .file("C:\\Windows\\big.dat", 9 * GB);

        usb("FAT32", 100 * GB);
        assertThat(fit("E:\\").findings())
                .extracting(finding -> finding.kind() + " " + finding.subject())
                .containsExactly("backup-to/file-too-big C:\\Users\\zhangsm\\Documents\\over.pst");
        usb("exFAT", 100 * GB);
        assertThat(fit("E:\\").findings()).isEmpty();
    }

    @Test
    void theVolumeItsDiskTheStickAndAProtectedOneAreNamed() {
        usb("NTFS", 100 * GB);
        windows.volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 500 * GB, 100 * GB)
                .writeProtected('P', "exFAT", 500 * GB, 100 * GB);
        windows.disks().extent('C', 0, 0, 9).extent('D', 0, 9, 9).extent('E', 1, 0, 9);

        assertThat(kinds(fit("c:\\backup"))).containsExactly("STOP backup-to/same-volume");
        assertThat(kinds(fit("D:\\"))).containsExactly("WARNING backup-to/same-disk");
        assertThat(kinds(fit("P:\\"))).containsExactly("STOP backup-to/read-only");
        assertThat(kinds(fit("E:\\"))).isEmpty();
        assertThat(kinds(BackupFit.of(present(BackupTarget.onDrive(windows, "E:\\", 'C', 'e')), report())))
                .containsExactly("WARNING backup-to/stick");
    }

    @Test
    void theMediumIsKnownByItsDriveAndItsBus() {
        usb("exFAT", GB);
        windows.volume('F', Volumes.DriveType.FIXED, "NTFS", "", 9 * GB, GB)
                .volume('Z', Volumes.DriveType.NETWORK, "NTFS", "", 9 * GB, GB);
        windows.disks().extent('F', 2, 0, 9).identity("\\\\.\\PhysicalDrive2", "Elements", "", 7);

        assertThat(List.of(
                        target("E:\\").medium(),
                        target("F:\\").medium(),
                        target("Z:\\x").medium()))
                .containsExactly(Medium.USB_STICK, Medium.USB_DISK, Medium.NETWORK);
        assertThat(target("C:\\").medium()).isEqualTo(Medium.DISK);
        assertThat(BackupTarget.onDrive(windows, "Q:\\", 'C', ' ').isAbsent()).isTrue();
    }

    @Test
    void manySmallFilesTakeLongerThanTheirBytes() {
        assertThat(Medium.USB_STICK.shortest(0, 10_000_000_000L)).isEqualTo(Duration.ofSeconds(100));
        assertThat(Medium.USB_STICK.shortest(100_000, 0)).isEqualTo(Duration.ofSeconds(500));
        assertThat(Medium.USB_STICK.longest(1000, 5_000_000)).isEqualTo(Duration.ofSeconds(51));
    }

    @Test
    void aFolderOfThisComputerIsATargetToo(@TempDir Path folder) throws IOException {
        BackupTarget target = present(BackupTarget.inFolder(folder, folder));

        assertThat(target.standing()).isEqualTo(BackupTarget.Standing.SAME_VOLUME);
        assertThat(target.space().free()).isBetween(1L, target.space().total());
        assertThat(BackupTarget.inFolder(folder.resolve("no"), folder).isAbsent())
                .isTrue();
    }

    @Test
    void nothingIsWrittenToFindOut() {
        usb("exFAT", GB);
        windows.clearLog();
        fit("E:\\");
        assertThat(windows.writes()).isEmpty();
    }

    private void usb(String fileSystem, long free) {
        windows.volume('E', Volumes.DriveType.REMOVABLE, fileSystem, "USB", 500 * GB, free);
    }

    private BackupFit fit(String path) {
        return BackupFit.of(target(path), report());
    }

    private UserDataReport report() {
        return UserDataSearch.of(windows, List.of(), List.of("D:\\"), 1, Watch.NOBODY);
    }

    private BackupTarget target(String path) {
        return present(BackupTarget.onDrive(windows, path, 'C', ' '));
    }

    private static List<String> kinds(BackupFit fit) {
        return fit.findings().stream()
                .map((Finding finding) -> finding.severity() + " " + finding.kind())
                .toList();
    }

    private static <T> T present(Reading<T> reading) {
        return ((Reading.Present<T>) reading).value();
    }
}
