package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserDataSearchTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final String SHELL_FOLDERS =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders";
    private static final Instant LATER = Instant.parse("2025-05-06T07:08:09Z");

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(ZHANG, "C:\\Users\\zhangsm", true)
            .file("C:\\Windows\\notepad.exe", 200_000)
            .file("C:\\Program Files\\WinRAR\\WinRAR.exe", 1_000_000)
            .file("C:\\pagefile.sys", 4L << 30);

    @Test
    void aFolderThatNobodyMovedIsCountedAtItsDefault() {
        windows.file("C:\\Users\\zhangsm\\Documents\\合同.docx", 1000)
                .file("C:\\Users\\zhangsm\\Documents\\2024\\预算.xlsx", 500, LATER)
                .file("C:\\Users\\zhangsm\\Desktop\\便条.txt", 7);

        UserDataItem documents = item("documents");

        assertThat(documents.path()).isEqualTo("C:\\Users\\zhangsm\\Documents");
        assertThat(documents.origin()).isEqualTo(Origin.DEFAULT);
        assertThat(documents.count()).isEqualTo(new Count(2, 1500, 0, 0, 2, 0, 0, Optional.of(LATER)));
        assertThat(item("desktop").count().bytes()).isEqualTo(7);
        assertThat(item("favorites").state()).isEqualTo(UserDataItem.State.MISSING);
        assertThat(find().total().bytes()).isEqualTo(1507);
    }

    @Test
    void aRedirectedFolderIsFoundOnItsDriveAndWhatStayedBehindIsToldApart() {
        windows.volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 1L << 40, 1L << 39);
        redirect("Personal", "D:\\我的文档");
        windows.file("D:\\我的文档\\a.txt", 10).file("C:\\Users\\zhangsm\\Documents\\old.txt", 3);

        List<UserDataItem> items = items("documents");

        assertThat(items)
                .extracting(
                        UserDataItem::path, UserDataItem::origin, i -> i.count().bytes(), i -> i.location("C:\\"))
                .containsExactly(
                        tuple("D:\\我的文档", Origin.REGISTRY, 10L, UserDataItem.Location.OTHER_DRIVE),
                        tuple(
                                "C:\\Users\\zhangsm\\Documents",
                                Origin.LEFT_BEHIND,
                                3L,
                                UserDataItem.Location.WINDOWS_DRIVE));
        assertThat(items.get(0).evidence().orElseThrow().where())
                .isEqualTo("HKU\\" + ZHANG + "\\" + SHELL_FOLDERS + "!Personal");
    }

    @Test
    void aFolderThatTwoKindsClaimCountsOnceInTheTotals() {
        windows.volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 1L << 40, 1L << 39);
        redirect("Personal", "D:\\data");
        redirect("Desktop", "D:\\data\\desktop");
        windows.file("D:\\data\\a.txt", 10).file("D:\\data\\desktop\\b.txt", 5);

        UserDataReport report = find();

        assertThat(item("documents").count().bytes()).isEqualTo(15);
        assertThat(item("desktop").count().bytes()).isEqualTo(5);
        assertThat(report.shared()).extracting(UserDataItem::path).containsExactly("D:\\data");
        assertThat(report.users().get(0).total().bytes()).isEqualTo(15);
        assertThat(report.total().bytes()).isEqualTo(15);
    }

    @Test
    void aFolderOnAServerIsLookedIntoToo() {
        redirect("Personal", "\\\\files\\home$\\zhangsm");
        windows.file("\\\\files\\home$\\zhangsm\\a.txt", 10);

        assertThat(item("documents").count().bytes()).isEqualTo(10);
        assertThat(item("documents").location("C:\\")).isEqualTo(UserDataItem.Location.SERVER);
    }

    @Test
    void oneDriveWithALocalisedFolderKeepsCloudFilesApart() {
        redirect("Desktop", "%USERPROFILE%\\OneDrive - 公司\\桌面");
        windows.file("C:\\Users\\zhangsm\\OneDrive - 公司\\桌面\\here.txt", 10)
                .cloudFile("C:\\Users\\zhangsm\\OneDrive - 公司\\桌面\\there.iso", 1L << 32);

        Count count = item("desktop").count();

        assertThat(count.bytes()).isEqualTo(10);
        assertThat(count.cloudFiles()).isEqualTo(1);
        assertThat(count.cloudBytes()).isEqualTo(1L << 32);
    }

    @Test
    void onlyWhatWindowsDidNotPutThereIsToldOfTheRoot() {
        windows.file("C:\\财务数据\\账.mdb", 100)
                .file("C:\\说明.txt", 5)
                .file("C:\\$Recycle.Bin\\x", 1)
                .file("C:\\Boot\\BCD", 1)
                .file("C:\\inetpub\\wwwroot\\index.htm", 9);

        assertThat(find().shared())
                .filteredOn(i -> i.kind().equals("drive-root"))
                .extracting(
                        UserDataItem::path,
                        i -> i.count().files(),
                        i -> i.count().bytes())
                .containsExactlyInAnyOrder(
                        tuple("C:\\财务数据", 1L, 100L), tuple("C:\\说明.txt", 1L, 5L), tuple("C:\\inetpub", 1L, 9L));
    }

    @Test
    void aJunctionIsNotFollowedAndTheFolderBehindItIsNotCalledEmpty() {
        windows.file("C:\\Users\\zhangsm\\Documents\\x\\a.txt", 10)
                .junction("C:\\Users\\zhangsm\\Documents")
                .junction("C:\\Users\\zhangsm\\My Documents")
                .attributes("C:\\Users\\zhangsm\\My Documents", FileEntry.HIDDEN | FileEntry.SYSTEM);

        assertThat(item("documents").state()).isEqualTo(UserDataItem.State.BEHIND_LINK);
        assertThat(find().total().bytes()).isZero();
        assertThat(find().links())
                .extracting(Link::path, Link::compatibility)
                .containsExactlyInAnyOrder(
                        tuple("C:\\Users\\zhangsm\\Documents", false), tuple("C:\\Users\\zhangsm\\My Documents", true));
    }

    @Test
    void aKnownFolderThatIsAJunctionIsCountedOnceWhereItLeads() {
        windows.volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 1L << 40, 1L << 39)
                .junction("C:\\Users\\zhangsm\\Documents", "D:\\Docs")
                .file("D:\\Docs\\合同.docx", 10)
                .junction("D:\\Docs\\回去", "C:\\Users\\zhangsm")
                .file("D:\\其他.txt", 3);

        UserDataReport report = find();

        assertThat(items("documents"))
                .extracting(
                        UserDataItem::path,
                        UserDataItem::state,
                        UserDataItem::origin,
                        UserDataItem::link,
                        i -> i.count().bytes())
                .containsExactly(tuple(
                        "D:\\Docs",
                        UserDataItem.State.FOUND,
                        Origin.DEFAULT,
                        Optional.of("C:\\Users\\zhangsm\\Documents"),
                        10L));
        assertThat(report.users().get(0).total().bytes()).isEqualTo(10);
        assertThat(report.total().bytes()).isEqualTo(13);
        assertThat(report.links()).extracting(Link::path).containsExactly("D:\\Docs\\回去");
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void profilesBehindAJunctionAndAFolderThatIsNamedTwiceAreFoundOnce() {
        windows.volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 1L << 40, 1L << 39)
                .junction("C:\\Users", "D:\\Users")
                .junction("D:\\Users\\zhangsm\\Documents", "..\\..\\Docs")
                .file("D:\\Docs\\a.txt", 10)
                .file("D:\\Users\\zhangsm\\Desktop\\b.txt", 5)
                .file("D:\\Users\\zhangsm\\源码\\Main.java", 3)
                .file("D:\\Users\\忘了\\c.txt", 2);
        redirect("Personal", "D:\\Docs");

        assertThat(items("documents")).extracting(UserDataItem::path).containsExactly("D:\\Docs");
        assertThat(item("desktop").count().bytes()).isEqualTo(5);
        assertThat(find().shared())
                .filteredOn(item -> item.kind().equals("orphan-profile"))
                .extracting(UserDataItem::path)
                .containsExactly("D:\\Users\\忘了");
        assertThat(find().total().bytes()).isEqualTo(20);
    }

    @Test
    void linksThatLeadToEachOtherOrToNoDriveAreSaidToBeLinks() {
        windows.junction("C:\\Users\\zhangsm\\Documents", "C:\\Users\\zhangsm\\Desktop")
                .junction("C:\\Users\\zhangsm\\Desktop", "C:\\Users\\zhangsm\\Documents")
                .junction("C:\\Users\\zhangsm\\Favorites", "Q:\\Gone");

        assertThat(item("documents").state()).isEqualTo(UserDataItem.State.BEHIND_LINK);
        assertThat(item("desktop").state()).isEqualTo(UserDataItem.State.BEHIND_LINK);
        assertThat(item("favorites").path()).isEqualTo("Q:\\Gone");
        assertThat(item("favorites").state()).isEqualTo(UserDataItem.State.MISSING);
    }

    @Test
    void aFolderThatCannotBeReadIsNotAnEmptyOne() {
        windows.file("C:\\Users\\zhangsm\\Documents\\a.txt", 10)
                .file("C:\\Users\\zhangsm\\Documents\\private\\b.txt", 10)
                .unreadable("C:\\Users\\zhangsm\\Documents\\private", 5)
                .folder("C:\\Users\\zhangsm\\Desktop")
                .unreadable("C:\\Users\\zhangsm\\Desktop", 5);

        UserDataReport report = find();

        assertThat(item("documents").count().unreadFolders()).isEqualTo(1);
        assertThat(item("documents").count().files()).isEqualTo(1);
        assertThat(item("desktop").state()).isEqualTo(UserDataItem.State.UNREADABLE);
        assertThat(report.notRead())
                .extracting(NotRead::where)
                .contains("C:\\Users\\zhangsm\\Documents\\private", "C:\\Users\\zhangsm\\Desktop");
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void aUserWhoseRegistryIsNotLoadedIsFoundAtTheDefaultsAndItIsSaid() {
        windows.user(LI, "C:\\Users\\李娜", false).file("C:\\Users\\李娜\\Documents\\a.txt", 10);

        UserDataReport report = find();
        UserData li = report.users().get(1);

        assertThat(li.registryRead()).isFalse();
        assertThat(li.items().get(0).origin()).isEqualTo(Origin.ASSUMED);
        assertThat(li.total().bytes()).isEqualTo(10);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void aRegistryFileThatAnotherProgramHoldsIsToldOfByItsPathAndTheUsualPlacesAreLookedAt() {
        String file = "C:\\Users\\李娜\\NTUSER.DAT";
        windows.user(LI, "C:\\Users\\李娜", false)
                .file("C:\\Users\\李娜\\Documents\\a.txt", 10)
                .bytes(file, new byte[8_192])
                .unreadable(file, WindowsError.SHARING_VIOLATION);

        UserDataReport report =
                UserDataSearch.of(new WithUnloadedUsers(windows), List.of(), List.of(), 1, Watch.NOBODY);

        assertThat(report.notRead())
                .filteredOn(not -> not.where().equals("HKU\\" + LI + "\\Software"))
                .singleElement()
                .satisfies(not -> {
                    assertThat(not.why().code()).isEqualTo(WindowsError.SHARING_VIOLATION);
                    assertThat(Messages.in(Language.ENGLISH).text(not.why().tried()))
                            .contains(file);
                });
        assertThat(report.users().get(1).registryRead()).isFalse();
        assertThat(report.users().get(1).total().bytes()).isEqualTo(10);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void aDriveThatCannotBeReadIsToldOf() {
        windows.faultyVolume('D', Volumes.DriveType.FIXED, 1005);

        assertThat(find().notRead())
                .extracting(NotRead::where, not -> not.why().code())
                .containsExactly(tuple("D:\\", 1005));
    }

    @Test
    void theSticksOwnFolderAndDriveAreLeftOut() {
        windows.volume('E', Volumes.DriveType.FIXED, "FAT32", "STICK", 1L << 35, 1L << 34)
                .file("E:\\app\\fieldstick.jar", 9)
                .file("C:\\工具\\stick\\app\\fieldstick.jar", 9)
                .file("C:\\工具\\a.txt", 1);

        UserDataReport report =
                UserDataSearch.of(windows, List.of(), List.of("e:\\", "C:\\工具\\STICK\\"), 1, Watch.NOBODY);

        assertThat(report.drives()).containsExactly("C:\\");
        assertThat(report.total().bytes()).isEqualTo(1);
    }

    @Test
    void nothingIsWritten() {
        windows.file("C:\\Users\\zhangsm\\Documents\\a.txt", 10).clearLog();
        find();
        assertThat(windows.writes()).isEmpty();
    }

    @Test
    void aFolderWithAVariableNobodyKnowsIsNotReadAndItsDefaultIsLookedAt() {
        redirect("Personal", "%NoSuch%\\x");
        windows.file("C:\\Users\\zhangsm\\Documents\\a.txt", 10);

        assertThat(item("documents").count().files()).isEqualTo(1);
        assertThat(find().notRead()).extracting(NotRead::where).containsExactly("%NoSuch%\\x");
    }

    @Test
    void aFolderOfWindowsThatCannotBeReadLeavesTheAuditOpenWhereUserDataLiesBelowIt() {
        String windowsOwn = "C:\\Users\\zhangsm\\AppData\\Local\\Microsoft\\Windows";
        windows.file(windowsOwn + "\\Fonts\\方正小标宋.ttf", 10).unreadable(windowsOwn, 5);

        assertThat(find().notRead()).extracting(NotRead::where).contains(windowsOwn);
        assertThat(find().isComplete()).isFalse();
    }

    @Test
    void oldProfilesInAFolderThatIsNoLinkAreSomebodysData() {
        windows.file("C:\\Documents and Settings\\zhang\\a.doc", 5);

        assertThat(find().shared())
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .contains(tuple("C:\\Documents and Settings", 5L));
    }

    @Test
    void theLinkThatWindowsLaysForOldProgramsIsNobodysData() {
        windows.junction("C:\\Documents and Settings");

        assertThat(find().shared()).isEmpty();
    }

    @Test
    void whatEverybodySharesOnXpIsFoundByItsOwnName() {
        RegistryKey list = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList");
        windows.put(list, "ProfilesDirectory", RegistryValue.expandSz("C:\\Documents and Settings"))
                .put(list, "AllUsersProfile", RegistryValue.sz("All Users"))
                .put(
                        RegistryKey.machine(
                                "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders"),
                        "Common Documents",
                        RegistryValue.expandSz("%ALLUSERSPROFILE%\\Documents"))
                .file("C:\\Documents and Settings\\All Users\\Documents\\共享.xls", 7);

        assertThat(find().shared())
                .extracting(UserDataItem::kind, UserDataItem::path)
                .contains(tuple("public", "C:\\Documents and Settings\\All Users\\Documents"));
    }

    @Test
    void sharedFoldersThatTheRegistryDoesNotTellAreNotTakenForAbsent() {
        RegistryKey folders =
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders");
        windows.unreadable(folders, 5);

        assertThat(find().notRead()).extracting(NotRead::where).contains(folders + "!Common Documents");
    }

    private void redirect(String value, String path) {
        windows.put(RegistryKey.user(ZHANG, SHELL_FOLDERS), value, RegistryValue.expandSz(path));
    }

    private UserDataReport find() {
        return UserDataSearch.of(windows, List.of(), List.of(), 1, Watch.NOBODY);
    }

    private List<UserDataItem> items(String kind) {
        return find().users().get(0).items().stream()
                .filter(item -> item.kind().equals(kind))
                .toList();
    }

    private UserDataItem item(String kind) {
        return items(kind).get(0);
    }
}
