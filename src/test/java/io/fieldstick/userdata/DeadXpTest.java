package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.offline.OfflineWindows;
import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import io.fieldstick.windows.offline.hive.Hivex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An XP that does not run: its folders, and registry files that hivexregedit wrote. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "hivexregedit is there only")
class DeadXpTest {
    private static final String SOFTWARE = """
            [X\\Microsoft\\Windows NT\\CurrentVersion]
            "SystemRoot"="C:\\\\WINDOWS"
            "CurrentVersion"="5.1"
            "CurrentBuildNumber"="2600"
            [X\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList]
            "ProfilesDirectory"="%SystemDrive%\\\\Documents and Settings"
            [X\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1-5-21-7-7-7-1003]
            "ProfileImagePath"="%SystemDrive%\\\\Documents and Settings\\\\zhang"
            [X\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\WinRAR]
            "DisplayName"="WinRAR 3.80"
            """;
    private static final String SYSTEM = """
            [X\\Select]
            "Current"=dword:00000001
            [X\\ControlSet001\\Control\\ComputerName\\ComputerName]
            "ComputerName"="XP-PC"
            [X\\ControlSet001\\Services\\MSSQLSERVER]
            "Type"=dword:00000010
            "Start"=dword:00000002
            "ImagePath"="C:\\\\MSSQL7\\\\binn\\\\sqlservr.exe"
            """;
    private static final String ZHANG = """
            [X\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders]
            "Desktop"="%USERPROFILE%\\\\ZM"
            [X\\Identities\\{1}\\Software\\Microsoft\\Outlook Express\\5.0]
            "Store Root"="%USERPROFILE%\\\\Mail\\\\"
            [X\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles\\Outlook\\1]
            "001e6700"=hex:43,3a,5c,61,2e,70,73,74,00
            """;

    @TempDir
    Path disk;

    @BeforeEach
    void xp() throws IOException {
        hive("WINDOWS/system32/config/software", SOFTWARE);
        hive("WINDOWS/system32/config/system", SYSTEM);
        hive("Documents and Settings/zhang/NTUSER.DAT", ZHANG);
        file("Documents and Settings/zhang/My Documents/合同.doc", 1);
        file("Documents and Settings/zhang/My Documents/My Pictures/1.jpg", 2);
        file("Documents and Settings/zhang/ZM/待办.txt", 4);
        file("Documents and Settings/zhang/Favorites/OA.url", 8);
        file("Documents and Settings/zhang/Mail/收件箱.dbx", 16);
        file("Documents and Settings/zhang/Application Data/Microsoft/Outlook/Outlook.NK2", 32);
        file("Documents and Settings/gone/My Documents/x.doc", 64);
        file("账套/2003.dbf", 128);
        file("a.pst", 600);
    }

    @Test
    void everythingIsFoundWhereXpKeepsIt() {
        OfflineWindows windows = ((Reading.Present<OfflineWindows>) OfflineWindows.at(disk)).value();

        UserDataReport report = UserDataSearch.of(windows, List.of(), List.of(), 1, Watch.NOBODY);

        assertThat(report.users()).singleElement().satisfies(zhang -> {
            assertThat(zhang.registryRead()).isTrue();
            assertThat(zhang.items())
                    .filteredOn(item -> !item.count().isEmpty())
                    .extracting(
                            UserDataItem::kind,
                            UserDataItem::path,
                            item -> item.count().bytes())
                    .contains(
                            tuple("documents", "C:\\Documents and Settings\\zhang\\My Documents", 3L),
                            tuple("pictures", "C:\\Documents and Settings\\zhang\\My Documents\\My Pictures", 2L),
                            tuple("desktop", "C:\\Documents and Settings\\zhang\\ZM", 4L),
                            tuple("favorites", "C:\\Documents and Settings\\zhang\\Favorites", 8L),
                            tuple("microsoft-mail", "C:\\Documents and Settings\\zhang\\Mail", 16L),
                            tuple(
                                    "mail-settings",
                                    "C:\\Documents and Settings\\zhang\\Application Data\\Microsoft\\Outlook\\*.NK2",
                                    32L));
        });
        assertThat(report.shared())
                .extracting(UserDataItem::kind, UserDataItem::path)
                .contains(tuple("orphan-profile", "C:\\Documents and Settings\\gone"), tuple("drive-root", "C:\\账套"));
        assertThat(report.mailStores()).singleElement().satisfies(store -> {
            assertThat(store.path()).isEqualTo("C:\\a.pst");
            assertThat(store.registrations()).hasSize(1);
        });
        assertThat(InstalledPrograms.in(windows.registry()).programs())
                .extracting(InstalledProgram::name)
                .containsExactly("WinRAR 3.80");
        assertThat(windows.machine().version().map(Object::toString).orElse("")).startsWith("5.1");
    }

    private void hive(String path, String reg) throws IOException {
        Path hive = disk.resolve(path);
        Files.createDirectories(hive.getParent());
        Files.write(hive, new HiveBuilder(KeySpec.of("root")).build());
        Hivex.merge(hive, reg);
        Files.delete(hive.resolveSibling(hive.getFileName() + ".reg"));
    }

    private void file(String path, int bytes) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
