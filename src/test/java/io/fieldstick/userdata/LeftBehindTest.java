package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Volumes;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftBehindTest {
    private static final RegistryKey UNINSTALL =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    private static final String HOME = "C:\\Users\\zhangsm\\";

    private final InMemoryWindows windows = new InMemoryWindows()
            .user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsm", true)
            .put(
                    RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                    "ProgramFilesDir",
                    RegistryValue.sz("C:\\Program Files"))
            .file("C:\\Windows\\explorer.exe", 1)
            .file("C:\\pagefile.sys", 2)
            .file("C:\\$Recycle.Bin\\S-1-5-21\\x", 4);

    @Test
    void everyByteOfTheDriveHasOneFate() {
        windows.file("C:\\Program Files\\WinRAR\\WinRAR.exe", 8)
                .file("C:\\Program Files\\Common Files\\x.dll", 16)
                .file("C:\\Program Files\\神秘软件\\数据.dat", 32)
                .file("C:\\ProgramData\\Microsoft\\x", 64)
                .file("C:\\ProgramData\\神秘\\y", 128)
                .file(HOME + "Documents\\a.docx", 256)
                .file(HOME + "NTUSER.DAT", 512)
                .file(HOME + "源码\\Main.java", 1024)
                .file(HOME + "AppData\\Local\\Temp\\x.tmp", 2048)
                .file(HOME + "AppData\\Roaming\\某程序\\设置.db", 4096)
                .file(HOME + "AppData\\Local\\Microsoft\\Outlook\\a.ost", 8192)
                .file("C:\\数据\\x", 16384);
        windows.put(UNINSTALL.child("WinRAR"), "DisplayName", RegistryValue.sz("WinRAR 3.80"))
                .put(
                        UNINSTALL.child("WinRAR"),
                        "UninstallString",
                        RegistryValue.sz("\"C:\\Program Files\\WinRAR\\uninstall.exe\" /S"));

        LeftBehind left = find().leftBehind();

        assertThat(left.byFate())
                .extractingFromEntries(
                        entry -> tuple(entry.getKey(), entry.getValue().bytes()))
                .containsExactly(
                        tuple(Fate.UNEXPLAINED, 32L + 128 + 1024 + 4096),
                        tuple(Fate.TO_SAVE, 256L + 8192 + 16384),
                        tuple(Fate.LEFT, 4L + 2048),
                        tuple(Fate.REINSTALLABLE, 8L + 16),
                        tuple(Fate.SYSTEM, 1L + 2 + 64 + 512));
        assertThat(left.unexplained())
                .extracting(LeftBehind.Unexplained::path, item -> item.count().bytes())
                .containsExactly(
                        tuple(HOME + "AppData\\Roaming\\某程序", 4096L),
                        tuple(HOME + "源码", 1024L),
                        tuple("C:\\ProgramData\\神秘", 128L),
                        tuple("C:\\Program Files\\神秘软件", 32L));
    }

    @Test
    void aFolderOfWindowsThatCannotBeReadDoesNotMakeTheAuditIncomplete() {
        windows.folder("C:\\System Volume Information").unreadable("C:\\System Volume Information", 5);

        UserDataReport report = find();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.notReadOfWindows())
                .extracting(NotRead::where)
                .containsExactly("C:\\System Volume Information");
    }

    @Test
    void anUnexplainedFolderThatCannotBeReadDoes() {
        windows.folder("C:\\ProgramData\\神秘").unreadable("C:\\ProgramData\\神秘", 5);

        UserDataReport report = find();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.leftBehind().unexplained())
                .extracting(LeftBehind.Unexplained::path)
                .containsExactly("C:\\ProgramData\\神秘");
    }

    @Test
    void aProfileOnAnotherDriveLosesNothingThatNobodyExplains() {
        windows.volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 1L << 40, 1L << 39)
                .put(InMemoryWindows.PROFILE_LIST, "ProfilesDirectory", RegistryValue.sz("D:\\Users"))
                .user("S-1-5-21-1-2-3-1002", "D:\\Users\\李娜", true)
                .file("D:\\Users\\李娜\\源码\\Main.java", 8)
                .file("D:\\Users\\李娜\\Documents\\a.docx", 16)
                .file("D:\\Users\\李娜\\AppData\\Roaming\\某程序\\设置.db", 32)
                .file("D:\\Users\\李娜\\AppData\\Local\\Temp\\x.tmp", 64)
                .file(HOME + "Documents\\b.docx", 128);

        UserDataReport report = find();

        assertThat(report.leftBehind().unexplained())
                .extracting(LeftBehind.Unexplained::path, item -> item.count().bytes())
                .containsExactly(tuple("D:\\Users\\李娜\\AppData\\Roaming\\某程序", 32L), tuple("D:\\Users\\李娜\\源码", 8L));
        // Of every byte only the drive of Windows is told.
        assertThat(report.leftBehind().byFate())
                .extractingFromEntries(
                        entry -> tuple(entry.getKey(), entry.getValue().bytes()))
                .containsExactly(
                        tuple(Fate.UNEXPLAINED, 0L),
                        tuple(Fate.TO_SAVE, 128L),
                        tuple(Fate.LEFT, 4L),
                        tuple(Fate.REINSTALLABLE, 0L),
                        tuple(Fate.SYSTEM, 3L));
    }

    @Test
    void aProgramClaimsItsFolderAndNotTheWholeOfProgramFiles() {
        windows.file("C:\\Program Files\\x\\y", 8)
                .put(UNINSTALL.child("A"), "DisplayName", RegistryValue.sz("A"))
                .put(UNINSTALL.child("A"), "InstallLocation", RegistryValue.sz("C:\\Program Files\\"))
                .put(UNINSTALL.child("A"), "DisplayIcon", RegistryValue.sz("C:\\a.ico,0"));

        assertThat(find().leftBehind().unexplained())
                .extracting(LeftBehind.Unexplained::path)
                .containsExactly("C:\\Program Files\\x");
        assertThat(ProgramFolders.program("\"C:\\x y\\z.exe\" /S")).isEqualTo("C:\\x y\\z.exe");
        assertThat(ProgramFolders.program("C:\\x y\\Z.EXE /S")).isEqualTo("C:\\x y\\Z.EXE");
        assertThat(ProgramFolders.program("C:\\x.ico,-1")).isEqualTo("C:\\x.ico");
        assertThat(ProgramFolders.program("\"")).isEmpty();
    }

    @Test
    void whatAppsFromTheStoreKeepIsToldByNameAndSize() {
        String packages = HOME + "AppData\\Local\\Packages\\";
        windows.file(packages + "CanonicalGroupLimited.Ubuntu_79rhkp1fndgsc\\LocalState\\ext4.vhdx", 4096)
                .file(packages + "Microsoft.WindowsAlarms_8wekyb3d8bbwe\\LocalState\\Alarms.json", 16)
                .file(packages + "Microsoft.WindowsAlarms_8wekyb3d8bbwe\\Settings\\settings.dat", 8)
                .file(packages + "Microsoft.BingNews_8wekyb3d8bbwe\\AC\\INetCache\\x", 8)
                .file(packages + "Microsoft.Windows.Search_cw5n1h2txyewy\\LocalState\\x", 32)
                .file(packages + "Microsoft.WindowsNotepad_8wekyb3d8bbwe\\LocalState\\TabState\\1.bin", 64);

        LeftBehind left = find().leftBehind();

        assertThat(left.unexplained())
                .extracting(LeftBehind.Unexplained::path, item -> item.count().bytes())
                .containsExactly(
                        tuple(packages + "CanonicalGroupLimited.Ubuntu_79rhkp1fndgsc", 4096L),
                        tuple(packages + "Microsoft.WindowsAlarms_8wekyb3d8bbwe", 16L));
        assertThat(left.byFate())
                .extractingFromEntries(
                        entry -> tuple(entry.getKey(), entry.getValue().bytes()))
                .contains(tuple(Fate.LEFT, 4L + 8 + 8), tuple(Fate.TO_SAVE, 64L));
    }

    private UserDataReport find() {
        return UserDataSearch.of(windows, List.of(), List.of(), 2, Watch.NOBODY);
    }
}
