package io.fieldstick.windows.offline;

import static io.fieldstick.windows.offline.OfflineWindowsTest.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.hive.Hive;
import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import io.fieldstick.windows.offline.hive.LogBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithUnloadedUsersTest {
    private static final String LOADED = "S-1-5-21-1-2-3-1001";
    private static final String UNLOADED = "S-1-5-21-1-2-3-1002";
    private static final String FILE = "C:\\Users\\lisi\\NTUSER.DAT";

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(LOADED, "C:\\Users\\zhangsm", true)
            .user(UNLOADED, "C:\\Users\\lisi", false)
            .put(RegistryKey.user(LOADED, "Software\\X"), "v", RegistryValue.sz("loaded"));

    @Test
    void aUserWhoIsNotSignedInIsReadFromTheFile() {
        windows.bytes(FILE, user("from the file"));
        WithUnloadedUsers all = new WithUnloadedUsers(windows);

        assertThat(value(all, UNLOADED)).isEqualTo(Reading.of(RegistryValue.sz("from the file")));
        assertThat(all.registry().subkeys(RegistryKey.user(UNLOADED, "Software")))
                .isEqualTo(Reading.of(List.of("X", "Classes")));
        assertThat(all.registry().exists(RegistryKey.user(UNLOADED, "Nothing"))).isEqualTo(Reading.of(false));
        assertThat(all.registry().users().orElse(List.of())).contains(LOADED).doesNotContain(UNLOADED);
    }

    @Test
    void aUserWhoIsSignedInIsNeverReadFromTheFile() {
        windows.bytes("C:\\Users\\zhangsm\\NTUSER.DAT", user("stale"));
        WithUnloadedUsers all = new WithUnloadedUsers(windows);

        assertThat(value(all, LOADED)).isEqualTo(Reading.of(RegistryValue.sz("loaded")));
        assertThat(all.registry()
                        .value(RegistryKey.user(LOADED, "Software\\Y"), "v")
                        .isAbsent())
                .isTrue();
        assertThat(all.registry()
                        .value(RegistryKey.user(LOADED, "Software\\X"), "w")
                        .isAbsent())
                .isTrue();
        assertThat(all.reports()).isEmpty();
    }

    @Test
    void anInterruptedHiveIsCompletedAndTheReportSaysSo() {
        byte[] before = user("old");
        windows.bytes(FILE, LogBuilder.dirty(before)).bytes(FILE + ".LOG1", LogBuilder.newLog(1, before, user("new")));
        WithUnloadedUsers all = new WithUnloadedUsers(windows);

        assertThat(value(all, UNLOADED)).isEqualTo(Reading.of(RegistryValue.sz("new")));
        assertThat(all.reports()).containsExactly(new HiveReport(FILE, Hive.State.COMPLETED, List.of()));
    }

    @Test
    void aLogThatWindowsHoldsIsNamed() {
        byte[] before = user("old");
        windows.bytes(FILE, LogBuilder.dirty(before))
                .bytes(FILE + ".LOG1", LogBuilder.newLog(1, before, user("new")))
                .unreadable(FILE + ".LOG1", WindowsError.SHARING_VIOLATION);
        WithUnloadedUsers all = new WithUnloadedUsers(windows);

        assertThat(value(all, UNLOADED)).isEqualTo(Reading.of(RegistryValue.sz("old")));
        assertThat(all.reports()).hasSize(1).allSatisfy(report -> {
            assertThat(report.state()).isEqualTo(Hive.State.UNFINISHED);
            assertThat(report.problems())
                    .extracting(problem -> problem.what().key())
                    .containsExactly("hive.problem.log-unreadable", "hive.problem.unfinished");
        });
    }

    @Test
    void aHiveThatWindowsHoldsIsUnreadableWithWhatWindowsSaid() {
        windows.bytes(FILE, user("x")).unreadable(FILE, WindowsError.SHARING_VIOLATION);

        assertThat(said(value(new WithUnloadedUsers(windows), UNLOADED)))
                .contains(FILE)
                .contains("32, ");
    }

    @Test
    void aHiveThatWindowsHasLoadedUnderAnotherNameIsReadThere() {
        windows.bytes(FILE, user("x"))
                .unreadable(FILE, WindowsError.SHARING_VIOLATION)
                .put(
                        RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\hivelist"),
                        "\\REGISTRY\\USER\\repair",
                        RegistryValue.sz("\\Device\\HarddiskVolume3\\Users\\LISI\\ntuser.dat"))
                .put(RegistryKey.user("repair", "Software\\X"), "v", RegistryValue.sz("as it is loaded"));

        assertThat(value(new WithUnloadedUsers(windows), UNLOADED))
                .isEqualTo(Reading.of(RegistryValue.sz("as it is loaded")));
    }

    @Test
    void aProfileThatWasSetAsideIsReadFromItsOwnFolder() {
        windows.put(
                        InMemoryWindows.PROFILE_LIST.child(LOADED + ".bak"),
                        "ProfileImagePath",
                        RegistryValue.expandSz("%SystemDrive%\\Users\\own"))
                .bytes("C:\\Users\\own\\NTUSER.DAT", user("own data"));

        assertThat(value(new WithUnloadedUsers(windows), LOADED + ".bak"))
                .isEqualTo(Reading.of(RegistryValue.sz("own data")));
    }

    @Test
    void aUserWithoutAFileIsAbsent() {
        WithUnloadedUsers all = new WithUnloadedUsers(windows);

        assertThat(value(all, UNLOADED).isAbsent()).isTrue();
        assertThat(value(all, "S-1-5-21-9-9-9-9").isAbsent()).isTrue();
    }

    @Test
    void theProgramsOfAUserWhoIsNotSignedInAreFoundAndAHiveThatIsHeldIsTold() {
        KeySpec root = KeySpec.of("root");
        root.at("Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\X").with("DisplayName", "飞秋");
        windows.bytes(FILE, new HiveBuilder(root).build());
        assertThat(InstalledPrograms.in(new WithUnloadedUsers(windows).registry())
                        .programs())
                .singleElement()
                .satisfies(program -> {
                    assertThat(program.name()).isEqualTo("飞秋");
                    assertThat(program.keys()).singleElement().asString().startsWith("HKU\\" + UNLOADED + "\\Software");
                });
        windows.unreadable(FILE, WindowsError.SHARING_VIOLATION);
        assertThat(InstalledPrograms.in(new WithUnloadedUsers(windows).registry())
                        .refused())
                .isNotEmpty();
    }

    @Test
    void whatIsNoRegistryIsAskedOfTheRunningWindows() {
        windows.process(7, "FeiQ.exe").scanners(Reading.of(List.of())).licences(Reading.of(List.of()));
        WithUnloadedUsers all = new WithUnloadedUsers(windows);
        assertThat(all.processes().running()).isEqualTo(windows.processes().running());
        assertThat(all.antivirus().products()).isEqualTo(Reading.of(List.of()));
        assertThat(all.activation().licences()).isEqualTo(Reading.of(List.of()));
    }

    private static Reading<RegistryValue> value(WithUnloadedUsers windows, String sid) {
        return windows.registry().value(RegistryKey.user(sid, "Software\\X"), "v");
    }

    private static byte[] user(String value) {
        KeySpec root = KeySpec.of("root");
        root.at("Software\\X").with("v", value);
        return new HiveBuilder(root).build();
    }
}
