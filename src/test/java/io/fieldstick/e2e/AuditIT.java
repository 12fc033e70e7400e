package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.userdata.UserDataSearch;
import io.fieldstick.userdata.Watch;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.offline.OfflineWindows;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code backup-audit} of the stick that ships, against what this machine's own tools say of the same files. */
class AuditIT {
    private static final String THIRD_SID = "S-1-5-21-1004336348-1177238915-682003330-1003";
    private static final String PROFILE_LIST =
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";

    private static final String UNINSTALL =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final String UNINSTALL_32 =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final String DATABASE_SERVICE = """
            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSSQL$K3]
            "Type"=dword:00000010
            "Start"=dword:00000002
            "ImagePath"="C:\\\\Program Files\\\\Microsoft SQL Server\\\\sqlservr.exe"
            """;

    /** How both Windows know the drive D: by its disk's signature and its place on it. */
    private static final String DRIVE_D = """
            [HKEY_LOCAL_MACHINE\\SYSTEM\\MountedDevices]
            "\\\\DosDevices\\\\D:"=hex:11,22,33,44,00,00,10,00,00,00,00,00
            """;

    /** 王五's desktop was moved to D:. */
    private static final String THIRD_USER = """
            [X\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders]
            "Desktop"="D:\\\\wangwu\\\\desk"
            """;

    private static final String CURRENT_VERSION = """
            [X\\Microsoft\\Windows NT\\CurrentVersion]
            "SystemRoot"="C:\\\\windows"
            "CurrentBuildNumber"="19045"
            "CurrentVersion"="10.0"
            [X\\Microsoft\\Windows\\CurrentVersion]
            "ProgramFilesDir"="C:\\\\Program Files"
            [X\\Wow6432Node]
            """;

    private final WinePrefix windows = WinePrefix.seeded();
    private final Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @BeforeEach
    void moreOfWhatPeopleHave() throws IOException {
        windows.importRegistry(PROFILE_LIST + THIRD_SID + "]\n\"ProfileImagePath\"=\"C:\\\\users\\\\王五\"\n"
                + DATABASE_SERVICE + DRIVE_D);
        // Not signed in: what Windows knows of this user is in the file.
        new Regf(windows.path("C:\\users\\王五\\NTUSER.DAT")).with(THIRD_USER);
        write("D:\\wangwu\\desk\\计划.xlsx", 2_222);
        write("C:\\Program Files\\Microsoft SQL Server\\MSSQL15.K3\\MSSQL\\DATA\\AIS2024.mdf", 9_999);
        write("C:\\users\\zhangsan\\Documents\\合同\\~$采购合同.docx", 162);
        // One file under two names: it is on the disk once.
        Files.createLink(
                windows.path("C:\\users\\zhangsan\\Documents\\又一个名字.docx"),
                windows.path("C:\\users\\zhangsan\\Documents\\2025年度工作总结.docx"));
        write("C:\\users\\王五\\Documents\\没登录.docx", 12_345);
        write("C:\\users\\王五\\Documents\\" + "深".repeat(60) + "\\" + "更深".repeat(30) + "\\底.txt", 7);
        write("C:\\users\\赵六\\Desktop\\忘了的用户.txt", 99);
        write("C:\\ProgramData\\神秘软件\\数据.dat", 4_321);
        write("C:\\users\\zhangsan\\AppData\\Roaming\\Microsoft\\Outlook\\旧.NK2", 55);
        write("C:\\users\\zhangsan\\AppData\\LocalLow\\SogouPY\\sgim_usr_v3new.bin", 77);
        write("C:\\users\\zhangsan\\Documents\\Tencent Files\\10001\\FileRecv\\图.jpg", 88);
        write("D:\\Foxmail 7.2\\Storage\\a@b.cn\\Mails\\1", 66);
        write("D:\\Program Files\\财务通\\账.db", 4_400);
        write("C:\\windows\\Fonts\\方正小标宋.ttf", 3_300);
        write("C:\\windows\\Fonts\\simsun.ttc", 9_000);
        write("C:\\ProgramData\\Microsoft\\Windows NT\\MSFax\\Inbox\\1.tif", 44);
        write("C:\\users\\zhangsan\\AppData\\Local\\Packages\\Some.App_abcdefghjkmnp\\LocalState\\x.db", 5_500);
        write("D:\\火狐\\key4.db", 33);
        write("D:\\火狐\\logins.json", 34);
        windows.write(
                "C:\\users\\zhangsan\\AppData\\Roaming\\Mozilla\\Firefox\\profiles.ini",
                "[Profile0]\r\nName=x\r\nIsRelative=0\r\nPath=D:\\火狐\r\n".getBytes(StandardCharsets.UTF_8));
        // A link out of the documents, as a junction is under Windows: its target must not be counted twice.
        Files.createSymbolicLink(windows.path("C:\\users\\zhangsan\\Documents\\到财务"), windows.path("C:\\财务数据"));
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    @Test
    void everythingIsFoundWithTheCountsAndBytesOfTheDisk() throws IOException {
        long[] all = measured(windows.driveC());
        long[] ours = measured(stick.path(""));
        long[] temp = measured(windows.path("C:\\windows\\temp"));

        Run audit = stick.run("backup-audit", "--read-only", "--format", "json", "--lang", "en");

        assertThat(audit.exitCode()).as("%s", audit).isZero();
        Json data = Json.of(audit.out()).at("userData");
        assertThat(data.items("users"))
                .hasSize(3)
                .allSatisfy(user -> assertThat(user.text("registryRead")).isEqualTo("true"));
        for (Json item : items(data)) {
            if (item.text("state").equals("found") && !item.text("path").contains("*")) {
                assertThat(numbers(item.at("count")))
                        .as("%s", item)
                        .isEqualTo(measured(windows.path(item.text("path"))));
            }
        }
        assertThat(items(data))
                .extracting(item -> item.text("kind") + " " + item.text("path"))
                .contains(
                        "documents C:\\users\\王五\\Documents",
                        "desktop D:\\李四\\桌面",
                        "desktop D:\\wangwu\\desk",
                        "orphan-profile C:\\users\\赵六",
                        "drive-root C:\\财务数据",
                        "databases C:\\财务数据\\2024\\凭证.dbf",
                        "qq C:\\users\\zhangsan\\Documents\\Tencent Files",
                        "foxmail D:\\Foxmail*\\Storage",
                        "program-folders D:\\Program Files",
                        "fonts C:\\windows\\Fonts\\*.ttf",
                        "fax C:\\ProgramData\\Microsoft\\Windows NT\\MSFax\\Inbox",
                        "firefox D:\\火狐\\key4.db",
                        "firefox D:\\火狐\\logins.json")
                .doesNotContain("fonts C:\\windows\\Fonts\\*.ttc");
        assertThat(data.items("linksNotFollowed"))
                .extracting(link -> link.text("path"))
                .contains("C:\\users\\zhangsan\\Documents\\到财务");
        assertThat(data.items("mailStores"))
                .extracting(store -> store.text("path") + " " + store.text("header"))
                .contains("C:\\users\\李四\\Documents\\Outlook 文件\\archive.pst unsound", "D:\\邮件\\客户往来.pst sound");
        assertThat(data.items("specialPrograms")).singleElement().satisfies(program -> {
            assertThat(program.text("name")).isEqualTo("SQL Server");
            assertThat(program.items("evidence").get(0).text("where")).contains("Services\\MSSQL$K3");
            assertThat(program.items("items").get(0).at("count").number("bytes"))
                    .isEqualTo(9_999);
        });
        assertThat(Json.of(audit.out()).items("openWork"))
                .extracting(open -> open.text("what"))
                .contains("C:\\users\\zhangsan\\Documents\\合同\\~$采购合同.docx");
        fates(data.at("leftBehind"), all, ours, temp);
    }

    @Test
    void theSameDiskGivesTheSameAnswerWhenItsWindowsIsNotRunning() {
        asItIsWhenItDoesNotRun();

        Run running = stick.run("backup-audit", "--read-only", "--format", "json", "--lang", "en");
        Run dead = stick.run("backup-audit", "--windows", "C:\\", "--format", "json", "--lang", "en");

        assertThat(dead.exitCode()).as("%s", dead).isEqualTo(running.exitCode());
        Json alive = Json.of(running.out());
        Json offline = Json.of(dead.out());
        assertThat(told(offline.at("userData"))).isEqualTo(told(alive.at("userData")));
        assertThat(names(offline.items("programs")))
                .isEqualTo(names(alive.items("programs")))
                .contains("WinRAR 3.80");
        assertThat(names(offline.items("services")))
                .isEqualTo(names(alive.items("services")))
                .contains("MSSQL$K3");
        assertThat(offline.text("computer")).isEqualTo(alive.text("computer"));
        assertThat(offline.text("notes")).contains("this Windows is not running");
        onLinux(offline.at("userData"));
    }

    /** The same disk mounted on a computer without Windows, where nobody knows the drive D:. */
    private void onLinux(Json offline) {
        OfflineWindows windowsOnDisk = ((Reading.Present<OfflineWindows>) OfflineWindows.at(windows.driveC())).value();
        UserDataReport report =
                UserDataSearch.of(windowsOnDisk, List.of(), List.of(stick.windowsPath("")), 2, Watch.NOBODY);
        List<String> there = report.users().stream()
                .flatMap(user -> user.items().stream())
                .filter(item -> item.path().startsWith("C:"))
                .map(item -> item.kind() + " " + item.path() + " "
                        + item.count().files() + " " + item.count().bytes())
                .toList();
        assertThat(there)
                .isEqualTo(offline.items("users").stream()
                        .flatMap(user -> user.items("items").stream())
                        .filter(item -> item.text("path").startsWith("C:"))
                        .map(item -> item.text("kind") + " " + item.text("path") + " "
                                + item.at("count").number("files") + " "
                                + item.at("count").number("bytes"))
                        .toList())
                .hasSizeGreaterThan(9);
    }

    /** Writes what the running Windows has in its registry into the files where a real one keeps it. */
    private void asItIsWhenItDoesNotRun() {
        String current = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
        String config = "C:\\windows\\system32\\config\\";
        new Regf(windows.path(config + "SOFTWARE"))
                .with(CURRENT_VERSION)
                .copying(windows, current + "\\ProfileList", "Microsoft\\Windows NT\\CurrentVersion\\ProfileList")
                .copying(windows, UNINSTALL, "Microsoft\\Windows\\CurrentVersion\\Uninstall")
                .copying(windows, UNINSTALL_32, "Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
        String system = "HKEY_LOCAL_MACHINE\\SYSTEM\\";
        new Regf(windows.path(config + "SYSTEM"))
                .with("[X\\Select]\n\"Current\"=dword:00000001\n")
                .copying(windows, system + "CurrentControlSet\\Services", "ControlSet001\\Services")
                .copying(
                        windows,
                        system + "CurrentControlSet\\Control\\ComputerName",
                        "ControlSet001\\Control\\ComputerName")
                .copying(
                        windows,
                        system + "CurrentControlSet\\Control\\Session Manager\\Environment",
                        "ControlSet001\\Control\\Session Manager\\Environment")
                .copying(windows, system + "MountedDevices", "MountedDevices");
        new Regf(windows.path("C:\\users\\zhangsan\\NTUSER.DAT"))
                .copying(windows, "HKEY_USERS\\" + WinePrefix.USER_SID + "\\Software", "Software");
        new Regf(windows.path("C:\\users\\李四\\NTUSER.DAT"))
                .copying(windows, "HKEY_USERS\\" + WinePrefix.SECOND_USER_SID + "\\Software", "Software");
    }

    /** All that must be the same: what, where, how much; but not what running the program changes among Windows's own. */
    private static List<String> told(Json data) {
        List<String> told = new ArrayList<>();
        for (Json item : items(data)) {
            told.add(item.text("kind") + " " + item.text("path") + " " + item.text("state") + " " + item.text("origin")
                    + " " + item.text("count"));
        }
        data.items("mailStores").forEach(store -> told.add(store.toString()));
        data.items("specialPrograms").forEach(program -> told.add(program.toString()));
        data.items("notRead").forEach(not -> told.add(not.toString()));
        data.items("linksNotFollowed").forEach(link -> told.add(link.toString()));
        for (String fate : List.of("unexplained", "to-save", "left", "reinstallable")) {
            told.add(fate + " " + data.at("leftBehind").at(fate));
        }
        told.add(data.text("drives") + data.text("complete") + data.text("total"));
        return told;
    }

    private static List<String> names(List<Json> all) {
        return all.stream().map(one -> one.text("name")).toList();
    }

    /** Every byte of C: but the stick's own has one fate; only what running it changes below Temp may differ. */
    private static void fates(Json left, long[] all, long[] ours, long[] temp) {
        long bytes = Stream.of("unexplained", "to-save", "left", "reinstallable", "system")
                .filter(left::has)
                .mapToLong(fate -> left.at(fate).number("bytes"))
                .sum();
        assertThat(bytes - (all[1] - ours[1])).isBetween(-temp[1], 100_000L);
        assertThat(left.items("unexplainedFolders"))
                .extracting(folder -> folder.text("path"))
                .contains(
                        "C:\\ProgramData\\神秘软件",
                        "C:\\users\\zhangsan\\AppData\\Local\\Packages\\Some.App_abcdefghjkmnp");
    }

    private void write(String path, int bytes) {
        windows.write(path, new byte[bytes]);
    }

    /** Files and bytes as find and du count them: links are not followed, and a file with two names counts once. */
    private static long[] measured(Path start) throws IOException {
        Process find = new ProcessBuilder("find", start.toString(), "-type", "f", "-printf", "%D:%i %s\\n").start();
        Map<String, Long> files = new HashMap<>();
        try (BufferedReader lines = find.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                files.put(parts[0], Long.parseLong(parts[1]));
            }
        }
        return new long[] {
            files.size(), files.values().stream().mapToLong(size -> size).sum()
        };
    }

    private static long[] numbers(Json count) {
        return new long[] {count.number("files"), count.number("bytes")};
    }

    private static List<Json> items(Json data) {
        List<Json> items = new ArrayList<>(data.items("shared"));
        data.items("users").forEach(user -> items.addAll(user.items("items")));
        return items;
    }
}
