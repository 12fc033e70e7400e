package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Message;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules that ship, against a Windows that has the programs. */
class SpecialProgramsTest {
    private static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");

    private final InMemoryWindows windows = new InMemoryWindows()
            .folder("C:\\Windows")
            .put(
                    RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                    "ProgramFilesDir",
                    RegistryValue.sz("C:\\Program Files"));

    @Test
    void theShippedRulesAreSound() {
        assertThat(rules())
                .hasSizeGreaterThan(8)
                .extracting(SpecialProgram::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void aServiceTellsOfItsProgramAndItsDataIsCounted() {
        windows.put(
                        SERVICES.child("MSSQL$UFIDA"),
                        "ImagePath",
                        RegistryValue.expandSz("\"C:\\Program Files\\Microsoft SQL Server\\x\\sqlservr.exe\" -sUFIDA"))
                .file("C:\\Program Files\\Microsoft SQL Server\\MSSQL10.UFIDA\\MSSQL\\DATA\\UFDATA_001_2025.mdf", 100);

        SpecialData server = find().get(0);

        assertThat(server.name()).isEqualTo("SQL Server");
        assertThat(server.evidence().get(0).where()).endsWith("MSSQL$UFIDA!ImagePath");
        assertThat(server.items()).extracting(item -> item.count().bytes()).containsExactly(100L);
        assertThat(server.advice().key()).isEqualTo("userdata.special.advice-how");
    }

    @Test
    void theTablesOfAnOldMySqlLieBesideTheProgram() {
        windows.file("C:\\Program Files\\MySQL\\MySQL Server 5.0\\data\\ibdata1", 9);

        assertThat(find())
                .flatExtracting(SpecialData::items)
                .extracting(item -> item.count().bytes())
                .containsExactly(9L);
    }

    @Test
    void onA32BitWindowsTheFolderOf32BitProgramsIsTheOnlyOne() {
        windows.put(
                        RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                        "ProgramFilesDir (x86)",
                        RegistryValue.sz(""))
                .file("C:\\Program Files\\MyProgram\\data\\x", 9);
        SpecialProgram rule = new SpecialProgram(
                "x", List.of(), List.of(), List.of("%programfiles(x86)%\\MyProgram\\data"), Message.of("x"));

        assertThat(UserDataSearch.of(windows, List.of(rule), List.of(), 1, Watch.NOBODY)
                        .special())
                .flatExtracting(SpecialData::items)
                .extracting(UserDataItem::path)
                .containsExactly("C:\\Program Files\\MyProgram\\data");
    }

    @Test
    void theInvoicesOfAisinoAreFoundAlthoughTheyAreCalledADll() {
        windows.put(
                        RegistryKey.machine32("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\fwkp.exe"),
                        "Path",
                        RegistryValue.sz("D:\\税控\\91110000.0"))
                .file("D:\\税控\\91110000.0\\Bin\\cc3268.dll", 7);

        assertThat(find())
                .flatExtracting(SpecialData::items)
                .extracting(UserDataItem::path)
                .containsExactly("D:\\税控\\91110000.0\\Bin\\cc3268.dll");
    }

    @Test
    void anInstalledProgramIsToldOfEvenWhereItsDataWasNotFound() {
        RegistryKey uninstall = RegistryKey.machine32("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\KIS");
        windows.put(uninstall, "DisplayName", RegistryValue.sz("金蝶KIS标准版"));

        assertThat(find()).extracting(SpecialData::name).containsExactly("金蝶 KIS / K3");
    }

    @Test
    void aWindowsWithoutThemHasNone() {
        assertThat(find()).isEmpty();
    }

    @Test
    void servicesThatCannotBeReadAreNotAbsent() {
        windows.unreadable(SERVICES, 5);
        assertThat(report().notRead()).extracting(NotRead::where).contains(SERVICES.toString());
    }

    private List<SpecialData> find() {
        return report().special();
    }

    private UserDataReport report() {
        return UserDataSearch.of(windows, rules(), List.of(), 1, Watch.NOBODY);
    }

    private static List<SpecialProgram> rules() {
        ProfileReading reading = new ProfileReader(SpecialProgram.sections())
                .read(Path.of("profiles/special-programs.yaml"), Map.of(), section -> true);
        assertThat(reading).isInstanceOf(ProfileReading.Accepted.class);
        return SpecialProgram.of(((ProfileReading.Accepted) reading)
                .profile()
                .section(SpecialProgram.section())
                .orElseThrow());
    }
}
