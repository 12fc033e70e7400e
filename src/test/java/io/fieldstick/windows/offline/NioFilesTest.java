package io.fieldstick.windows.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.FilesContract;
import io.fieldstick.windows.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "it reads a disk that is mounted on Linux")
class NioFilesTest extends FilesContract {
    @TempDir
    Path drive;

    @Override
    protected io.fieldstick.windows.Files files() {
        return new NioFiles(Map.of('E', drive));
    }

    @Override
    protected String folder() throws IOException {
        Files.createDirectories(drive.resolve("some/folder"));
        return "E:\\some\\folder";
    }

    @Override
    protected void makeFolder(String path) throws IOException {
        Files.createDirectories(here(path));
    }

    @Override
    protected void makeFile(String path, byte[] bytes, Instant modified) throws IOException {
        Files.createDirectories(here(path).getParent());
        Files.write(here(path), bytes);
        Files.setLastModifiedTime(here(path), FileTime.from(modified));
    }

    @Test
    void aLinkIsSeenAndNeverFollowed() throws IOException {
        Files.createDirectories(drive.resolve("real/sub"));
        Files.writeString(drive.resolve("real/sub/file"), "secret");
        Files.createSymbolicLink(drive.resolve("link"), drive.resolve("real"));
        Files.createSymbolicLink(drive.resolve("file-link"), drive.resolve("real/sub/file"));

        assertThat(files().entry("E:\\link").map(FileEntry::isLink)).isEqualTo(Reading.of(true));
        assertThat(files().children("E:\\link").isPresent()).isFalse();
        assertThat(files().entry("E:\\link\\sub").isUnreadable()).isTrue();
        assertThat(files().bytes("E:\\link\\sub\\file", 0, 6).isUnreadable()).isTrue();
        assertThat(files().bytes("E:\\file-link", 0, 6).isUnreadable()).isTrue();
    }

    @Test
    void aLinkSaysWhereItLeadsAsItsWindowsWouldSay() throws IOException {
        Files.createDirectories(drive.resolve("Users/z"));
        Path home = drive.resolve("Users/z");
        Files.createSymbolicLink(home.resolve("Desktop"), drive.resolve("Docs"));
        Files.createSymbolicLink(home.resolve("Favorites"), Path.of("../../收藏"));
        Files.createSymbolicLink(home.resolve("Documents"), drive.resolve(".NTFS-3G/D:/我的 Docs"));
        Files.createSymbolicLink(home.resolve("Music"), Path.of("/nowhere"));

        assertThat(files().target("E:\\Users\\z\\Desktop")).isEqualTo(Reading.of("\\Docs"));
        assertThat(files().target("E:\\Users\\z\\Favorites")).isEqualTo(Reading.of("\\收藏"));
        assertThat(files().target("E:\\Users\\z\\Documents")).isEqualTo(Reading.of("D:\\我的 Docs"));
        assertThat(files().target("E:\\Users\\z\\Music").isAbsent()).isTrue();
    }

    @Test
    void noPathLeadsOutOfTheDrive() throws IOException {
        Files.writeString(drive.resolve("x"), "x");

        for (String path : List.of("E:\\..\\x", "E:\\.", "E:\\a/../../x", "E:\\\\x", "F:\\x", "E:\\\0")) {
            assertThat(files().entry(path).isAbsent()).as(path).isTrue();
        }
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", drive.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(files().bytes("E:\\pipe", 0, 1).isUnreadable()).isTrue();
        assertThat(files().entry("E:\\pipe").map(FileEntry::isLink)).isEqualTo(Reading.of(true));
    }

    private Path here(String path) {
        return drive.resolve(path.substring(3).replace('\\', '/'));
    }

    @Test
    void onlyAFileWithSeveralNamesHasAnId() throws IOException {
        Path place = Files.createDirectories(drive.resolve("some/folder"));
        Path one = Files.writeString(place.resolve("one"), "x");
        Files.createLink(place.resolve("two"), one);
        Files.writeString(place.resolve("alone"), "x");

        List<Long> ids = Stream.of("one", "two", "alone")
                .map(name -> files().children("E:\\some\\folder").orElse(List.of()).stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id())
                .toList();

        assertThat(ids.get(0)).isNotZero().isEqualTo(ids.get(1));
        assertThat(ids.get(2)).isZero();
    }
}
