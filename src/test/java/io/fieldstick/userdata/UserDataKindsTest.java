package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Volumes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class UserDataKindsTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String HOME = "C:\\Users\\zhangsm\\";
    private static final String ROAMING = HOME + "AppData\\Roaming\\";
    private static final String LOCAL = HOME + "AppData\\Local\\";

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(ZHANG, "C:\\Users\\zhangsm", true)
            .folder("C:\\Windows")
            .volume('D', Volumes.DriveType.FIXED, "NTFS", "DATA", 1L << 40, 1L << 39);

    @Test
    void everyKindHasItsOwnName() {
        List<String> names =
                UserDataCatalogue.kinds().stream().map(UserDataKind::name).toList();
        assertThat(new TreeSet<>(names)).hasSameSizeAs(names).allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void whatIsAtTheUsualPlacesIsFound() {
        windows.file(ROAMING + "Microsoft\\Outlook\\旧.NK2", 1)
                .file(ROAMING + "Microsoft\\Signatures\\公司.htm", 2)
                .file(ROAMING + "Thunderbird\\Profiles\\x.default\\Mail\\Inbox", 4)
                .file(HOME + "Documents\\Tencent Files\\10001\\nt_qq\\nt_db\\nt_msg.db", 8)
                .file(HOME + "Documents\\WXWork\\1\\x", 16)
                .file(HOME + "AppData\\LocalLow\\SogouPY.users\\00000001\\sgim_usr_v3new.bin", 32)
                .file(LOCAL + "Google\\Chrome\\User Data\\Profile 1\\Bookmarks", 64)
                .file(LOCAL + "Google\\Chrome\\User Data\\Profile 1\\History", 1)
                .file(ROAMING + "360se6\\User Data\\Default\\360Bookmarks", 64)
                .file(
                        LOCAL + "Packages\\Microsoft.MicrosoftStickyNotes_8wekyb3d8bbwe\\LocalState\\plum.sqlite-wal",
                        128)
                .file(LOCAL + "Microsoft\\Office\\UnsavedFiles\\报告.asd", 256)
                .file(LOCAL + "Microsoft\\Windows\\Fonts\\方正小标宋.ttf", 512)
                .file("C:\\Users\\Public\\Desktop\\说明.txt", 1024);

        assertThat(found())
                .contains(
                        tuple("mail-settings", 1L),
                        tuple("mail-settings", 2L),
                        tuple("thunderbird", 4L),
                        tuple("qq", 8L),
                        tuple("work-chat", 16L),
                        tuple("sogou", 32L),
                        tuple("bookmarks", 64L),
                        tuple("sticky-notes", 128L),
                        tuple("unsaved-work", 256L),
                        tuple("fonts", 512L),
                        tuple("public", 1024L));
        assertThat(items().filter(item -> item.kind().equals("bookmarks"))).hasSize(2);
        assertThat(items().filter(item -> item.kind().equals("qq")))
                .extracting(item -> item.advice().orElseThrow().key())
                .containsExactly("userdata.advice.chat");
    }

    @Test
    void chatsAreFoundWhereTheUserHasPutThem() {
        windows.put(user("Software\\Tencent\\WeChat"), "FileSavePath", RegistryValue.sz("D:\\聊天"))
                .file("D:\\聊天\\WeChat Files\\wxid_1\\Msg\\Multi\\MSG0.db", 1)
                .bytes(ROAMING + "Tencent\\xwechat\\config\\a.ini", "D:\\新聊天".getBytes(Charset.forName("GBK")))
                .bytes(ROAMING + "Tencent\\xwechat\\config\\b.ini", "D:\\utf八\r\n".getBytes(StandardCharsets.UTF_8))
                .file("D:\\新聊天\\xwechat_files\\wxid_2_abcd\\db_storage\\x", 2)
                .file("D:\\utf八\\xwechat_files\\x", 4)
                .file(HOME + "Documents\\WeChat Files\\x", 8);

        assertThat(found())
                .contains(tuple("wechat", 1L), tuple("wechat", 2L), tuple("wechat", 4L), tuple("wechat", 8L));
    }

    @Test
    void mailOfOtherProgramsIsFoundWhereTheRegistryOrTheUsageSays() {
        windows.put(
                        user("Identities\\{AB}\\Software\\Microsoft\\Outlook Express\\5.0"),
                        "Store Root",
                        RegistryValue.expandSz("D:\\oe\\"))
                .file("D:\\oe\\收件箱.dbx", 1)
                .put(user("Software\\Microsoft\\WAB\\WAB4\\Wab File Name"), "", RegistryValue.sz("D:\\通讯簿.wab"))
                .file("D:\\通讯簿.wab", 2)
                .put(user("Software\\Aerofox\\FoxmailPreview"), "Executable", RegistryValue.sz("D:\\fm\\Foxmail.exe"))
                .file("D:\\fm\\Storage\\a@b.cn\\x.box", 4)
                .file("D:\\Program Files\\Foxmail 7.2\\Storage\\c@d.cn\\x", 8)
                .file("C:\\Windows.old\\Program Files (x86)\\Foxmail 7.2\\Storage\\e@f.cn\\x", 16);

        assertThat(found())
                .contains(
                        tuple("microsoft-mail", 1L),
                        tuple("microsoft-mail", 2L),
                        tuple("foxmail", 4L),
                        tuple("foxmail", 8L),
                        tuple("foxmail", 16L));
    }

    @Test
    void foldersOfUsersThatWindowsNoLongerKnowsAreFound() {
        windows.file("C:\\Users\\wangwu\\Desktop\\a.txt", 1)
                .file("C:\\Users\\Default\\NTUSER.DAT", 9)
                .file("C:\\Users\\desktop.ini", 9)
                .file("C:\\Windows.old\\Users\\zhaoliu\\Documents\\b.txt", 2)
                .file("C:\\Windows.old\\WINDOWS\\explorer.exe", 9)
                .file("C:\\Windows.old\\Users\\Public\\x", 9);

        assertThat(items().filter(item -> item.kind().equals("orphan-profile")))
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .containsExactlyInAnyOrder(
                        tuple("C:\\Users\\wangwu", 1L), tuple("C:\\Windows.old\\Users\\zhaoliu", 2L));
    }

    @Test
    void databasesAreFoundWhereverTheyLieButNotAmongWindowsOwnFiles() {
        windows.file("C:\\Program Files\\开票软件\\DATABASE\\DEFAULT.mdb", 1)
                .file("C:\\Windows\\System32\\ias.mdb", 2)
                .file("D:\\UFIDA\\ZT001\\UFDATA.MDF", 4);

        assertThat(items().filter(item -> item.kind().equals("databases")))
                .extracting(UserDataItem::path)
                .containsExactlyInAnyOrder(
                        "C:\\Program Files\\开票软件\\DATABASE\\DEFAULT.mdb", "D:\\UFIDA\\ZT001\\UFDATA.MDF");
    }

    @Test
    void qqIsFoundInTheFolderThatWasChosenForIt() {
        String settings = "[UserDataSet]\r\nUserDataSavePathType=2\r\nUserDataSavePath=D:\\聊天\\Tencent Files\r\n";
        windows.put(InMemoryWindows.PROFILE_LIST, "Public", RegistryValue.expandSz("%SystemDrive%\\Users\\Public"))
                .bytes(
                        "C:\\Users\\Public\\Documents\\Tencent\\TIM\\UserDataInfo.ini",
                        settings.getBytes(Charset.forName("GBK")))
                .file("D:\\聊天\\Tencent Files\\10001\\FileRecv\\图.jpg", 77);

        assertThat(found()).contains(tuple("qq", 77L));
        assertThat(Qq.chosen("UserDataSavePathType=1\nUserDataSavePath=D:\\x")).isEmpty();
        assertThat(Qq.chosen("UserDataSavePathType=2\nUserDataSavePath=D:\\*")).isEmpty();
    }

    @Test
    void shortNamesInTheRegistryAreThoseOfTheDisk() {
        windows.put(
                        user("Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders"),
                        "Personal",
                        RegistryValue.sz("D:\\MYDOCU~1\\2024~1"))
                .file("D:\\My Documents of Zhang\\2024\\a.doc", 9)
                .shortName("D:\\My Documents of Zhang", "MYDOCU~1");

        assertThat(items().filter(item -> item.kind().equals("documents")).map(UserDataItem::path))
                .contains("D:\\My Documents of Zhang\\2024~1");
    }

    @Test
    void encryptedFilesAreNamed() {
        windows.file(HOME + "Documents\\机密.docx", 10).attributes(HOME + "Documents\\机密.docx", FileEntry.ENCRYPTED);

        assertThat(find().encrypted()).containsExactly(HOME + "Documents\\机密.docx");
        assertThat(find().total().encryptedFiles()).isEqualTo(1);
    }

    @Test
    void aFirefoxProfileThatWasMovedIsFoundWithItsPasswordsAndTheirKey() {
        String list = """
                [Install308046B0AF4A39CB]
                Default=D:\\火狐

                [Profile1]
                Name=moved
                IsRelative=0
                Path=D:\\火狐\\配置

                [Profile0]
                Name=default
                IsRelative=1
                Path=Profiles/x.default
                """.replace("\n", "\r\n");
        windows.bytes(ROAMING + "Mozilla\\Firefox\\profiles.ini", list.getBytes(StandardCharsets.UTF_8))
                .file("D:\\火狐\\配置\\logins.json", 1)
                .file("D:\\火狐\\配置\\key4.db", 2)
                .file("D:\\火狐\\配置\\cache2\\x", 64)
                .file(ROAMING + "Mozilla\\Firefox\\Profiles\\x.default\\logins.json", 4)
                .file(ROAMING + "Mozilla\\Firefox\\Profiles\\x.default\\key4.db", 8)
                .file(ROAMING + "Mozilla\\Firefox\\Profiles\\x.default\\places.sqlite", 16);

        assertThat(items().filter(item -> item.kind().equals("firefox")))
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .containsExactlyInAnyOrder(
                        tuple("D:\\火狐\\配置\\logins.json", 1L),
                        tuple("D:\\火狐\\配置\\key4.db", 2L),
                        tuple(ROAMING + "Mozilla\\Firefox\\Profiles\\*\\logins.json", 4L),
                        tuple(ROAMING + "Mozilla\\Firefox\\Profiles\\*\\key4.db", 8L),
                        tuple(ROAMING + "Mozilla\\Firefox\\Profiles\\*\\places.sqlite", 16L));
        assertThat(items().filter(item ->
                        item.kind().equals("firefox") && item.advice().isPresent()))
                .allMatch(item -> item.path().endsWith("logins.json"))
                .hasSize(2);
        assertThat(MozillaProfiles.moved("[Profile0]\nIsRelative=0\nPath=D:\\a\n[Profile1]\nIsRelative=1\nPath=D:\\b"))
                .containsExactly("D:\\a");
    }

    @Test
    void aThunderbirdProfileThatWasMovedIsFoundWhole() {
        windows.bytes(
                        ROAMING + "Thunderbird\\profiles.ini",
                        "[Profile0]\nIsRelative=0\nPath=D:\\邮件\\tb\n".getBytes(StandardCharsets.UTF_8))
                .file("D:\\邮件\\tb\\Mail\\Inbox", 7);

        assertThat(found()).contains(tuple("thunderbird", 7L));
    }

    @Test
    void faxesAreFoundAtTheUsualPlaceAndWhereTheRegistrySays() {
        windows.put(InMemoryWindows.PROFILE_LIST, "ProgramData", RegistryValue.expandSz("%SystemDrive%\\ProgramData"))
                .put(RegistryKey.machine("SOFTWARE\\Microsoft\\Fax"), "ArchiveFolder", RegistryValue.expandSz("D:\\传真"))
                .file("C:\\ProgramData\\Microsoft\\Windows NT\\MSFax\\Inbox\\1.tif", 1)
                .file("C:\\ProgramData\\Microsoft\\Windows NT\\MSFax\\Common Coverpages\\zh-CN\\x.cov", 64)
                .file("D:\\传真\\SentItems\\2.tif", 2);

        assertThat(items().filter(item -> item.kind().equals("fax")))
                .extracting(item -> item.count().bytes())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void faxesOfXpAreFoundWhereItKeepsWhatEverybodyShares() {
        windows.put(
                        InMemoryWindows.PROFILE_LIST,
                        "ProfilesDirectory",
                        RegistryValue.expandSz("%SystemDrive%\\Documents and Settings"))
                .put(InMemoryWindows.PROFILE_LIST, "AllUsersProfile", RegistryValue.sz("All Users"))
                .put(RegistryKey.machine("SOFTWARE\\Microsoft\\Fax\\Inbox"), "Folder", RegistryValue.sz("D:\\收到的传真"))
                .file("D:\\收到的传真\\1.tif", 1)
                .file(
                        "C:\\Documents and Settings\\All Users\\Application Data\\Microsoft\\Windows NT\\MSFax\\SentItems\\2.tif",
                        2);

        assertThat(items().filter(item -> item.kind().equals("fax")))
                .extracting(item -> item.count().bytes())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void attachmentsThatWereOpenedAreFoundInOutlooksHiddenFolder() {
        windows.put(
                        user("Software\\Microsoft\\Office\\11.0\\Outlook\\Security"),
                        "OutlookSecureTempFolder",
                        RegistryValue.sz("D:\\Temp\\OLK1A\\"))
                .file("D:\\Temp\\OLK1A\\报价.xls", 1)
                .file(LOCAL + "Microsoft\\Windows\\INetCache\\Content.Outlook\\AB12CD34\\合同.docx", 2)
                .file(LOCAL + "Microsoft\\Windows\\INetCache\\IE\\x.gif", 64);

        assertThat(items().filter(item -> item.kind().equals("opened-attachments")))
                .extracting(item -> item.count().bytes())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aFolderOfOutlookInTheUsualOneIsToldOnce() {
        windows.put(
                        user("Software\\Microsoft\\Office\\16.0\\Outlook\\Security"),
                        "OutlookSecureTempFolder",
                        RegistryValue.sz(LOCAL + "Microsoft\\Windows\\INetCache\\Content.Outlook\\AB12CD34\\"))
                .file(LOCAL + "Microsoft\\Windows\\INetCache\\Content.Outlook\\AB12CD34\\合同.docx", 2);

        assertThat(items().filter(item -> item.kind().equals("opened-attachments")))
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .containsExactly(tuple(LOCAL + "Microsoft\\Windows\\INetCache\\Content.Outlook", 2L));
    }

    @Test
    void aListOfProfilesThatIsOnlyInTheCloudIsNotOpened() {
        String list = ROAMING + "Mozilla\\Firefox\\profiles.ini";
        windows.cloudFile(list, 60);

        assertThat(find().notRead()).extracting(NotRead::where).containsExactly(list);
    }

    @Test
    void fontsThatSomebodyInstalledForAllUsersAreToldApartFromWindowsOwn() {
        windows.file("C:\\Windows\\Fonts\\simsun.ttc", 1)
                .file("C:\\Windows\\Fonts\\ARIAL.TTF", 2)
                .file("C:\\Windows\\Fonts\\vgaoem.fon", 4)
                .file("C:\\Windows\\Fonts\\方正小标宋简体.ttf", 8)
                .file("C:\\Windows\\Fonts\\FZXBSJW.TTF", 16)
                .file("C:\\Windows\\Fonts\\EUDC.TTE", 32);

        assertThat(items().filter(item -> item.kind().equals("fonts")))
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .containsExactlyInAnyOrder(
                        tuple("C:\\Windows\\Fonts\\*.ttf", 24L), tuple("C:\\Windows\\Fonts\\*.tte", 32L));
    }

    @Test
    void foldersOfProgramsOnAnotherDriveDoNotVanish() {
        windows.file("D:\\Program Files\\财务通\\data.db", 1)
                .file("D:\\ProgramData\\x", 2)
                .file("D:\\Windows.old\\Program Files\\y", 4)
                .file("D:\\Recovery\\救出来的.doc", 8)
                .file("D:\\$RECYCLE.BIN\\z", 64)
                .file("D:\\pagefile.sys", 64)
                .file("C:\\ProgramData\\x", 64);

        assertThat(items().filter(item -> item.kind().equals("drive-root")))
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .containsExactlyInAnyOrder(tuple("D:\\Windows.old", 4L), tuple("D:\\Recovery", 8L));
        assertThat(items().filter(item -> item.kind().equals("program-folders")))
                .extracting(UserDataItem::path, item -> item.count().bytes())
                .containsExactlyInAnyOrder(tuple("D:\\Program Files", 1L), tuple("D:\\ProgramData", 2L));
        assertThat(find().total().bytes()).isEqualTo(4 + 8);
    }

    @Test
    void whatCannotBeReadInAFolderOfProgramsIsToldWithIt() {
        windows.file("D:\\Program Files\\财务通\\data.db", 1)
                .file("D:\\Program Files\\closed\\x", 2)
                .unreadable("D:\\Program Files\\closed", 5);

        assertThat(items().filter(item -> item.kind().equals("program-folders")))
                .extracting(UserDataItem::path, item -> item.count().unreadFolders())
                .containsExactly(tuple("D:\\Program Files", 1L));
    }

    @Test
    void aHostileSettingIsNotAPattern() {
        windows.put(user("Software\\Tencent\\WeChat"), "FileSavePath", RegistryValue.sz("C:\\*"))
                .put(
                        user("Software\\Microsoft\\Office\\16.0\\Common\\General"),
                        "Signatures",
                        RegistryValue.sz("..\\..\\..\\.."))
                .file("C:\\Users\\zhangsm\\WeChat Files\\x", 1);

        assertThat(found()).doesNotContain(tuple("wechat", 1L));
        assertThat(find().notRead()).extracting(NotRead::where).containsExactly("C:\\*");
    }

    private static RegistryKey user(String path) {
        return RegistryKey.user(ZHANG, path);
    }

    private UserDataReport find() {
        return UserDataSearch.of(windows, List.of(), List.of(), 1, Watch.NOBODY);
    }

    private Stream<UserDataItem> items() {
        UserDataReport report = find();
        return Stream.concat(report.users().stream().flatMap(user -> user.items().stream()), report.shared().stream());
    }

    private List<Tuple> found() {
        return items().filter(item -> item.state() == UserDataItem.State.FOUND)
                .map(item -> tuple(item.kind(), item.count().bytes()))
                .toList();
    }
}
