package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engineer does with the list: whether it fits, what is open, and who confirms it. */
class AuditListTest {
    private static final long GB = 1L << 30;

    @TempDir
    Path folder;

    private final InMemoryWindows windows = new InMemoryWindows()
            .user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsm", true)
            .file("C:\\Users\\zhangsm\\Documents\\a.docx", 3 * GB)
            .file("C:\\Users\\zhangsm\\Desktop\\b.docx", 5)
            .file("C:\\ProgramData\\神秘\\x.dat", 77);

    @Test
    void aTargetThatIsTooSmallIsRefusedWithTheList() throws IOException {
        windows.volume('E', Volumes.DriveType.REMOVABLE, "FAT32", "STICK", 4 * GB, 2 * GB);
        Visit visit = new Visit(folder, windows);

        assertThat(visit.run("backup-audit", "--read-only", "--no-input", "--backup-to", "E:\\"))
                .isEqualTo(ExitCode.REFUSED);

        assertThat(visit.output())
                .contains("STOP        E:\\ is too small: 3.00 GB must be saved, 2.00 GB are free")
                .contains("Backup to E:\\ (FAT32, STICK, a USB stick)")
                .contains("IT DOES NOT FIT", "nothing was measured", "Not confirmed by anybody");
        assertThat(result()).contains("\"verdict\" : \"does-not-fit\"", "\"confirmed\" : false");
    }

    @Test
    void aFixedDriveThatTheBackupGoesToIsNotCountedAsDataToSave() {
        windows.volume('F', Volumes.DriveType.FIXED, "NTFS", "USB", 900 * GB, 800 * GB)
                .file("F:\\old backup\\x.bin", 99 * GB);
        Visit visit = new Visit(folder, windows);

        visit.run("backup-audit", "--read-only", "--no-input", "--format", "json", "--backup-to", "F:/");

        assertThat(visit.output()).contains("\"verdict\" : \"fits\"").doesNotContain("old backup");
    }

    @Test
    void aTargetThatIsNotThereEndsTheRunBeforeAnythingIsDone() {
        Visit visit = new Visit(folder, windows);

        assertThat(visit.run("backup-audit", "--backup-to", "Q:\\")).isEqualTo(ExitCode.USAGE);
        assertThat(visit.run("backup-audit", "--backup-to", "\\\\server\\share"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(visit.errors()).contains("net use Z:");
        windows.faultyVolume('R', Volumes.DriveType.FIXED, 1005);
        assertThat(visit.run("backup-audit", "--backup-to", "R:\\")).isEqualTo(ExitCode.REFUSED);
        assertThat(windows.writes()).isEmpty();
    }

    @Test
    void aNameOnTheCommandLineConfirmsWhatIsLeft() throws IOException {
        Visit visit = new Visit(folder, windows);

        visit.run("backup-audit", "--read-only", "--no-input", "--confirmed-by", "王芳", "--left", "C:\\ProgramData\\神秘");

        assertThat(visit.output()).contains("Confirmed by 王芳, 2026-11-24 04:00").contains("knowingly left: C:\\");
        assertThat(result()).contains("\"confirmed\" : true", "\"by\" : \"王芳\"", "C:\\\\ProgramData\\\\神秘");
    }

    @Test
    void whatIsLeftNeedsSomebodyWhoStandsForIt() {
        Visit visit = new Visit(folder, windows);

        assertThat(visit.run("backup-audit", "--left", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(visit.run("backup-audit", "--volume", "C:", "--confirmed-by", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(visit.errors()).contains("disks alone have none");
    }

    @Test
    void theUserGoesThroughTheListPartByPart() throws IOException {
        Visit visit = new Visit(folder, windows);
        visit.terminal.typing("y", "2", "1", "1, 9", "1，2", "the laptop is at home", "", "王芳");

        visit.run("backup-audit", "--read-only");

        assertThat(visit.errors())
                .contains("Nobody knows what this is (1)", "   1        77 B  C:\\ProgramData\\神秘")
                .contains("   1  documents          3.00 GB  C:\\Users\\zhangsm\\Documents")
                .contains("Only numbers from 1 to 1")
                .contains("Only numbers from 1 to 2");
        assertThat(result())
                .contains("\"left\" : [ \"C:\\\\ProgramData\\\\神秘\", \"C:\\\\Users\\\\zhangsm\\\\Documents\", "
                        + "\"C:\\\\Users\\\\zhangsm\\\\Desktop\" ]")
                .contains("\"remarks\" : [ \"the laptop is at home\" ]", "\"by\" : \"王芳\"");
    }

    @Test
    void aPersonWhoGoesAwayHasConfirmedNothing() throws IOException {
        Visit visit = new Visit(folder, windows);
        visit.terminal.typing("y", "");

        visit.run("backup-audit", "--read-only", "--lang", "zh");

        assertThat(visit.errors()).contains("现在和用户一起逐项核对清单吗？");
        assertThat(visit.output()).contains("尚无人确认");
        assertThat(result()).contains("\"confirmed\" : false");
    }

    @Test
    void openProgramsAreNamedBeforeAnythingIsChanged() {
        windows.process(4711, "WINWORD.EXE");
        windows.processes().window(4711, "合同.docx\u202E - Word");
        Visit visit = new Visit(folder, windows);

        visit.run("backup-audit", "--no-input");

        assertThat(visit.errors()).contains("Microsoft Word: 合同.docx<U+202E> - Word");
        assertThat(visit.errors().indexOf("Open now")).isLessThan(visit.errors().indexOf("AutoPlay"));
        assertThat(visit.output()).startsWith("Open now: let the user save and close these before anything else");
    }

    private String result() throws IOException {
        try (Stream<Path> cases = Files.list(folder.resolve("cases"))) {
            return Files.readString(cases.findFirst().orElseThrow().resolve("result.json"));
        }
    }
}
