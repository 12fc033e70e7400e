package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.FilesContract;
import io.fieldstick.windows.Reading;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.WINDOWS)
class LiveFilesTest extends FilesContract {
    @TempDir
    Path folder;

    private final Files files = new LiveWindows().files();

    @Override
    protected Files files() {
        return files;
    }

    @Override
    protected String folder() {
        return folder.toString();
    }

    @Override
    protected void makeFolder(String path) throws IOException {
        java.nio.file.Files.createDirectories(Path.of(path));
    }

    @Override
    protected void makeFile(String path, byte[] bytes, Instant modified) throws IOException {
        java.nio.file.Files.write(Path.of(path), bytes);
        java.nio.file.Files.setLastModifiedTime(Path.of(path), FileTime.from(modified));
    }

    @Test
    void aFileThatAnotherProgramWritesToIsReadAllTheSame() throws IOException {
        Path path = folder.resolve("open.pst");
        try (FileChannel writer = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(writer.write(java.nio.ByteBuffer.wrap(new byte[] {1, 2})))
                    .isEqualTo(2);
            assertThat(files.bytes(path.toString(), 0, 9).map(bytes -> bytes.length))
                    .isEqualTo(Reading.of(2));
        }
    }

    @Test
    void theNamesOfOneFileHaveOneId() throws IOException {
        Path one = java.nio.file.Files.writeString(folder.resolve("一.txt"), "x");
        java.nio.file.Files.createLink(folder.resolve("two.txt"), one);
        java.nio.file.Files.writeString(folder.resolve("other.txt"), "x");

        List<FileEntry> listed = files.children(folder.toString()).orElse(List.of());
        assertThat(listed).hasSize(3).noneMatch(entry -> entry.id() == 0);
        assertThat(listed.stream().map(FileEntry::id).distinct()).hasSize(2);
    }

    @Test
    void attributesAreTheOnesThatWindowsKeeps() throws IOException {
        Path path = java.nio.file.Files.writeString(folder.resolve("hidden.txt"), "x");
        java.nio.file.Files.setAttribute(path, "dos:hidden", true);
        assertThat(files.entry(path.toString()).map(entry -> entry.has(FileEntry.HIDDEN)))
                .isEqualTo(Reading.of(true));
    }
}
