package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the in-memory Windows does as the real one, where Wine does not, and what it does for tests. */
class InMemoryWindowsTest {
    private static final String SID = "S-1-5-21-1-2-3-1001";
    private static final RegistryKey KEY = RegistryKey.machine("SOFTWARE\\X");

    private final InMemoryWindows windows = new InMemoryWindows();
    private final Registry registry = windows.registry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SOFTWARE\\Policies\\Microsoft\\Edge",
                "SOFTWARE\\Classes\\.tif",
                "SOFTWARE\\Clients\\Mail",
                "software\\microsoft\\windows\\currentversion\\policies\\Explorer",
                "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1"
            })
    void sharedKeysAreTheSameInBothViews(String path) {
        registry.set(RegistryKey.machine32(path), "x", RegistryValue.dword(1));
        assertThat(registry.value(RegistryKey.machine(path), "x").isPresent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SOFTWARE\\Classes\\CLSID\\{1}, SOFTWARE\\Classes\\WOW6432Node\\CLSID\\{1}",
        "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\A,"
                + " SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\A",
        "SOFTWARE\\PoliciesNot, SOFTWARE\\WOW6432Node\\PoliciesNot"
    })
    void redirectedKeysLieElsewhere(String path, String place) {
        registry.set(RegistryKey.machine32(path), "x", RegistryValue.dword(1));
        assertThat(registry.value(RegistryKey.machine(path), "x").isAbsent()).isTrue();
        assertThat(registry.value(RegistryKey.machine(place), "x").isPresent()).isTrue();
    }

    @Test
    void aUserWhoIsNotLoadedCannotBeWritten() {
        windows.user(SID, "C:\\Users\\a", false);
        assertThat(registry.users().orElse(List.of())).doesNotContain(SID);
        assertThatThrownBy(() -> registry.set(RegistryKey.user(SID, "Software\\X"), "x", RegistryValue.dword(1)))
                .isInstanceOf(WindowsException.class);
        assertThat(windows.writes()).isEmpty();
    }

    @Test
    void defaultIsAnotherNameOfLocalSystem() {
        registry.set(RegistryKey.user(".DEFAULT", "Environment"), "x", RegistryValue.dword(1));
        assertThat(registry.value(RegistryKey.user("S-1-5-18", "Environment"), "x")
                        .isPresent())
                .isTrue();
    }

    @Test
    void theWriteThatIsToFailFailsOnceAndChangesNothing() {
        var before = windows.snapshot();
        windows.failWrite(2, WindowsError.ACCESS_DENIED);
        registry.set(KEY, "a", RegistryValue.dword(1));
        assertThatThrownBy(() -> registry.set(KEY, "b", RegistryValue.dword(2)))
                .isInstanceOf(WindowsException.class)
                .hasMessageContaining("5, Access is denied.");
        assertThat(registry.valueNames(KEY)).isEqualTo(Reading.of(List.of("a")));
        registry.set(KEY, "b", RegistryValue.dword(2));
        assertThat(windows.writes()).containsExactly("set HKLM\\SOFTWARE\\X!a = 1", "set HKLM\\SOFTWARE\\X!b = 2");
        registry.deleteValue(KEY, "a");
        registry.deleteValue(KEY, "b");
        registry.deleteKey(KEY);
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @Test
    void aRefusedKeyIsUnreadableWithAllBelowIt() {
        windows.unreadable(KEY, WindowsError.ACCESS_DENIED);
        assertThat(registry.value(KEY.child("below"), "x").isUnreadable()).isTrue();
        assertThat(registry.exists(RegistryKey.machine("SOFTWARE\\XY"))).isEqualTo(Reading.of(false));
    }

    @Test
    void aNewComputerNameIsPendingUntilTheRestart() {
        windows.renameComputer("Front-Desk-7");
        assertThat(name(InMemoryWindows.COMPUTER_NAME)).isEqualTo("FRONT-DESK-7");
        assertThat(name(InMemoryWindows.ACTIVE_COMPUTER_NAME)).isEqualTo("OLDNAME");
        windows.restart();
        assertThat(name(InMemoryWindows.ACTIVE_COMPUTER_NAME)).isEqualTo("FRONT-DESK-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b\\c", "a:b", " a"})
    void windowsRefusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> windows.renameComputer(name)).isInstanceOf(WindowsException.class);
    }

    @Test
    void aFaultyVolumeAnswersWithItsCodeAndItsFilesToo() {
        windows.faultyVolume('E', Volumes.DriveType.FIXED, 1005);
        assertThat(windows.volumes().fileSystem('E')).isInstanceOf(Reading.Unreadable.class);
        assertThat(windows.files().children("E:\\").isUnreadable()).isTrue();
    }

    @Test
    void aBadSectorFailsTheReadsThatTouchIt() {
        try (Sectors disk = new InMemorySectors("disk", new byte[2048]).bad(512, 23)) {
            assertThat(disk.read(0, 512).isPresent()).isTrue();
            assertThat(disk.read(0, 513).isUnreadable()).isTrue();
            assertThat(disk.read(1024, 512).isPresent()).isTrue();
        }
    }

    @Test
    void rangesAndPoliciesMakeZonesToo() {
        RegistryKey settings = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");
        RegistryKey range = settings.child("ZoneMap").child("Ranges").child("Range1");
        windows.put(range, ":Range", RegistryValue.sz("10.9.8.*")).put(range, "*", RegistryValue.dword(2));
        RegistryKey policies =
                RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");
        windows.put(policies.child("ZoneMap\\Domains\\corp.test\\oa"), "https", RegistryValue.dword(2));
        assertThat(windows.internet().zoneOf("http://10.9.8.7/oa")).isEqualTo(Reading.of(2));
        assertThat(windows.internet().zoneOf("http://10.9.7.7/")).isEqualTo(Reading.of(3));
        assertThat(windows.internet().zoneOf("https://oa.corp.test/")).isEqualTo(Reading.of(2));
        assertThat(windows.internet().zoneOf("http://oa.corp.test/")).isEqualTo(Reading.of(3));
        windows.put(policies, "ListBox_Support_ZoneMapKey", RegistryValue.dword(1));
        assertThat(windows.internet().zoneOf("https://oa.corp.test/")).isEqualTo(Reading.of(2));
        assertThat(windows.internet().zoneOf("http://10.9.8.7/oa"))
                .as("beside a list of a policy nobody's own counts")
                .isEqualTo(Reading.of(3));
    }

    private String name(RegistryKey key) {
        return registry.value(key, "ComputerName").map(RegistryValue::text).orElse("");
    }
}
