package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code backup-audit} of the stick that ships, against what this machine's own tools say of the same files. */
class AuditIT {
    private static final String THIRD_SID = "S-1-5-21-1004336348-1177238915-682003330-1003";
    private static final String PROFILE_LIST =
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";

    private final WinePrefix windows = WinePrefix.seeded();
    private final Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @BeforeEach
    void moreOfWhatPeopleHave() throws IOException {
        windows.importRegistry(PROFILE_LIST + THIRD_SID + "]\n\"ProfileImagePath\"=\"C:\\\\users\\\\王五\"\n");
        write("C:\\users\\王五\\Documents\\没登录.docx", 12_345);
        write("C:\\users\\王五\\Documents\\" + "深".repeat(60) + "\\" + "更深".repeat(30) + "\\底.txt", 7);
        write("C:\\users\\赵六\\Desktop\\忘了的用户.txt", 99);
        write("C:\\ProgramData\\神秘软件\\数据.dat", 4_321);
        write("C:\\users\\zhangsan\\AppData\\Roaming\\Microsoft\\Outlook\\旧.NK2", 55);
        write("C:\\users\\zhangsan\\AppData\\LocalLow\\SogouPY\\sgim_usr_v3new.bin", 77);
        write("C:\\users\\zhangsan\\Documents\\Tencent Files\\10001\\FileRecv\\图.jpg", 88);
        write("D:\\Foxmail 7.2\\Storage\\a@b.cn\\Mails\\1", 66);
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

        // The third user is not signed in and has no hive that could be read: that is said, and is exit 3.
        assertThat(audit.exitCode()).as("%s", audit).isEqualTo(3);
        Json data = Json.of(audit.out()).at("userData");
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
                        "orphan-profile C:\\users\\赵六",
                        "drive-root C:\\财务数据",
                        "databases C:\\财务数据\\2024\\凭证.dbf",
                        "qq C:\\users\\zhangsan\\Documents\\Tencent Files",
                        "foxmail D:\\Foxmail*\\Storage");
        assertThat(data.items("linksNotFollowed"))
                .extracting(link -> link.text("path"))
                .contains("C:\\users\\zhangsan\\Documents\\到财务");
        assertThat(data.items("mailStores"))
                .extracting(store -> store.text("path") + " " + store.text("header"))
                .contains("C:\\users\\李四\\Documents\\Outlook 文件\\archive.pst unsound", "D:\\邮件\\客户往来.pst sound");
        fates(data.at("leftBehind"), all, ours, temp);
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
                .contains("C:\\ProgramData\\神秘软件");
    }

    private void write(String path, int bytes) {
        windows.write(path, new byte[bytes]);
    }

    /** Files and bytes as {@code find -type f} and {@code du --apparent-size} count them: links are not followed. */
    private static long[] measured(Path start) throws IOException {
        long[] measured = new long[2];
        try (Stream<Path> paths = Files.walk(start)) {
            for (Path file : paths.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    measured[0]++;
                    measured[1] += Files.size(file);
                }
            }
        }
        return measured;
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
