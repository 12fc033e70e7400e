package io.fieldstick.windows.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.UserProfiles;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.hive.Hive;
import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import io.fieldstick.windows.offline.hive.LogBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineWindowsTest {
    private static final RegistryKey NAME =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName");
    private static final byte[] DATA_DRIVE = {1, 2, 3, 4, 0, 0, 16, 0, 0, 0, 0, 0};
    private static final byte[] GPT_DRIVE = "DMIO:ID:0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path disk;

    @Test
    void itsNameVersionAndUsersAreRead() {
        OfflineWindows windows = present(OfflineWindows.at(
                DeadWindows.ten(disk).user(DeadWindows.SID, "zhangsm").write()));

        assertThat(windows.registry().value(NAME, "ComputerName")).isEqualTo(Reading.of(RegistryValue.sz("OLD-PC")));
        assertThat(windows.machine().version()).isEqualTo(Reading.of(new Machine.Version(10, 0, 19045)));
        List<UserProfile> users = UserProfiles.of(windows.registry()).all();
        assertThat(users).extracting(UserProfile::name).containsExactly("zhangsm");
        assertThat(users.get(0).path()).isEqualTo(Reading.of("C:\\Users\\zhangsm"));
        assertThat(windows.reports()).allMatch(HiveReport::isWhole).hasSize(2);
    }

    @Test
    void anXpIsReadInItsOwnFoldersAndHasOneView() {
        DeadWindows dead = DeadWindows.xp(disk).user(DeadWindows.SID, "lisi");
        dead.hive(DeadWindows.SID).at("Software\\X").with("v", "from XP");
        dead.hive("SOFTWARE").at("Program").with("v", "32 bits");

        OfflineWindows windows = present(OfflineWindows.at(dead.write()));

        assertThat(windows.machine().version()).isEqualTo(Reading.of(new Machine.Version(5, 1, 2600)));
        assertThat(windows.registry().value(RegistryKey.user(DeadWindows.SID, "Software\\X"), "v"))
                .isEqualTo(Reading.of(RegistryValue.sz("from XP")));
        assertThat(windows.registry().value(RegistryKey.machine32("SOFTWARE\\Program"), "v"))
                .isEqualTo(Reading.of(RegistryValue.sz("32 bits")));
        assertThat(windows.files().entry("C:\\documents and settings\\LISI").isPresent())
                .isTrue();
    }

    @Test
    void aUsersClassesAreReadFromTheirOwnFile() {
        DeadWindows dead = DeadWindows.ten(disk).user(DeadWindows.SID, "zhangsm");
        dead.hive(DeadWindows.SID + "_Classes").at(".tif").with("", "ACDSee");

        OfflineWindows windows = present(OfflineWindows.at(dead.write()));

        assertThat(windows.registry().value(RegistryKey.user(DeadWindows.SID, "Software\\Classes\\.tif"), ""))
                .isEqualTo(Reading.of(RegistryValue.sz("ACDSee")));
    }

    @Test
    void aUserHiveThatWasInterruptedIsCompletedFromItsLogAndNoFileIsChanged() throws IOException {
        DeadWindows dead = DeadWindows.ten(disk).user(DeadWindows.SID, "zhangsm");
        dead.write();
        byte[] before = user("old");
        Path file = dead.file(DeadWindows.SID);
        DeadWindows.write(file, LogBuilder.dirty(before));
        DeadWindows.write(file.resolveSibling("NTUSER.DAT.LOG2"), LogBuilder.newLog(1, before, user("new")));
        Map<Path, String> asItWas = snapshot();

        OfflineWindows windows = present(OfflineWindows.at(disk));

        assertThat(windows.registry().value(RegistryKey.user(DeadWindows.SID, "Software\\X"), "v"))
                .isEqualTo(Reading.of(RegistryValue.sz("new")));
        assertThat(windows.reports()).extracting(HiveReport::state).contains(Hive.State.COMPLETED);
        assertThat(snapshot()).isEqualTo(asItWas);
    }

    @Test
    void aDamagedUserHiveIsSaidToBeUnreadableInWords() throws IOException {
        DeadWindows dead = DeadWindows.ten(disk).user(DeadWindows.SID, "zhangsm");
        dead.write();
        Files.write(dead.file(DeadWindows.SID), new byte[9000]);

        OfflineWindows windows = present(OfflineWindows.at(disk));
        Reading<RegistryValue> value = windows.registry().value(RegistryKey.user(DeadWindows.SID, "Software"), "v");

        assertThat(said(value)).isEqualTo("read the registry file C:\\Users\\zhangsm\\NTUSER.DAT: 1009");
    }

    @Test
    void aFolderWithoutWindowsHasNone() {
        assertThat(OfflineWindows.at(disk).isAbsent()).isTrue();
        assertThat(OfflineWindows.at(disk.resolve("nowhere")).isUnreadable()).isTrue();
    }

    @Test
    void itsDrivesAreFoundByWhatTheTwoWindowsRememberOfThem() {
        DeadWindows dead = DeadWindows.ten(disk).user(DeadWindows.SID, "zhangsm");
        dead.set(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\C:", RegistryValue.binary(new byte[12]));
        dead.set(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\D:", RegistryValue.binary(DATA_DRIVE));
        dead.set(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\G:", RegistryValue.binary(GPT_DRIVE));
        InMemoryWindows host = new InMemoryWindows()
                .volume('E', Volumes.DriveType.FIXED, "NTFS", "", 100, 50)
                .volume('F', Volumes.DriveType.REMOVABLE, "NTFS", "Data", 200, 70)
                .put(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\F:", RegistryValue.binary(DATA_DRIVE))
                .bytes("F:\\Data\\a.txt", new byte[] {7});
        dead.mountedIn(host);

        OfflineWindows windows = present(OfflineWindows.at("e:", host));

        assertThat(windows.files().bytes("D:\\data\\A.TXT", 0, 9).map(bytes -> (int) bytes[0]))
                .isEqualTo(Reading.of(7));
        assertThat(windows.files().entry("C:\\").map(entry -> entry.name())).isEqualTo(Reading.of("C:\\"));
        assertThat(windows.files().entry("E:\\Users").isUnreadable()).isTrue();
        assertThat(windows.volumes().list().orElse(List.of()))
                .containsExactly(
                        new Volumes.Volume('C', Volumes.DriveType.FIXED),
                        new Volumes.Volume('D', Volumes.DriveType.REMOVABLE));
        assertThat(windows.volumes().space('D')).isEqualTo(Reading.of(new Volumes.Space(200, 70, 4096)));
        assertThat(said(windows.files().entry("G:\\x")))
                .isEqualTo("find the drive G: of the Windows that is not running; it knew it as the GPT partition"
                        + " {33323130-3534-3736-3839-616263646566}: 15");
        assertThat(windows.letters().all()).containsExactly('C', 'D', 'G');
    }

    @Test
    void anMbrDriveThatIsNotHereIsNamedByItsDisk() {
        DeadWindows dead = DeadWindows.ten(disk);
        dead.set(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\D:", RegistryValue.binary(DATA_DRIVE));

        OfflineWindows windows = present(OfflineWindows.at(dead.write()));

        assertThat(said(windows.letters().now('D')))
                .isEqualTo("find the drive D: of the Windows that is not running; it knew it as the partition at byte"
                        + " 1048576 of the MBR disk 04030201: 15");
        assertThat(said(windows.letters().now('Q')))
                .isEqualTo("find the drive Q: of the Windows that is not running; it does not say which one that"
                        + " was: 15");
    }

    @Test
    void aLinkOnTheWayLeadsWhereItsWindowsWouldHaveGone() throws IOException {
        DeadWindows.ten(disk).write();
        Files.createDirectories(disk.resolve("Users/x"));
        Files.createSymbolicLink(disk.resolve("Documents and Settings"), disk.resolve("Users"));
        Files.createSymbolicLink(disk.resolve("out"), Path.of("/nowhere"));
        Files.createSymbolicLink(disk.resolve("round"), disk.resolve("and round"));
        Files.createSymbolicLink(disk.resolve("and round"), disk.resolve("round"));

        OfflineWindows windows = present(OfflineWindows.at(disk));

        assertThat(windows.files().entry("C:\\Documents and Settings\\x").isPresent())
                .isTrue();
        assertThat(windows.files().entry("C:\\out\\x").isUnreadable()).isTrue();
        assertThat(windows.files().entry("C:\\round\\x").isUnreadable()).isTrue();
    }

    @Test
    void aUserWhoseFolderIsBehindALinkToAnotherDriveIsReadThere() {
        DeadWindows dead = DeadWindows.ten(disk).user(DeadWindows.SID, "zhangsm");
        dead.set(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\D:", RegistryValue.binary(DATA_DRIVE));
        InMemoryWindows host = new InMemoryWindows()
                .put(DriveLetters.MOUNTED_DEVICES, "\\DosDevices\\F:", RegistryValue.binary(DATA_DRIVE))
                .bytes("F:\\Users\\zhangsm\\NTUSER.DAT", user("behind"))
                // What this Windows has at the same path is somebody else's.
                .bytes("D:\\Users\\zhangsm\\NTUSER.DAT", user("wrong"));
        dead.mountedIn(host);
        host.junction("E:\\Users", "D:\\Users");

        OfflineWindows windows = present(OfflineWindows.at("E:\\", host));

        assertThat(windows.registry().value(RegistryKey.user(DeadWindows.SID, "Software\\X"), "v"))
                .isEqualTo(Reading.of(RegistryValue.sz("behind")));
        assertThat(windows.files().target("C:\\Users")).isEqualTo(Reading.of("D:\\Users"));
    }

    @Test
    void whatOnlyARunningWindowsKnowsIsUnreadableAndSaidSo() {
        OfflineWindows windows = present(OfflineWindows.at(DeadWindows.ten(disk).write()));

        assertThat(windows.machine().memory().isUnreadable()).isTrue();
        assertThat(windows.registry()
                        .exists(RegistryKey.machine("HARDWARE\\DESCRIPTION"))
                        .isUnreadable())
                .isTrue();
        assertThat(windows.internet().proxyServer().isUnreadable()).isTrue();
        assertThat(said(windows.internet().zoneOf("http://oa/")))
                .isEqualTo("ask a Windows that is not running: ask for the security zone of http://oa/; only a running"
                        + " one can answer: 50");
    }

    private static byte[] user(String value) {
        KeySpec root = KeySpec.of("root");
        root.at("Software\\X").with("v", value);
        return new HiveBuilder(root).build();
    }

    private Map<Path, String> snapshot() throws IOException {
        Map<Path, String> all = new HashMap<>();
        try (Stream<Path> files = Files.walk(disk)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        file,
                        Files.getLastModifiedTime(file) + " "
                                + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    static String said(Reading<?> reading) {
        if (reading instanceof Reading.Unreadable<?> unreadable) {
            WindowsError why = unreadable.why();
            return Messages.in(Language.ENGLISH).text(why.tried()) + ": " + why.said();
        }
        return reading.toString();
    }

    static <T> T present(Reading<T> reading) {
        if (reading instanceof Reading.Present<T> present) {
            return present.value();
        }
        throw new AssertionError(said(reading));
    }
}
