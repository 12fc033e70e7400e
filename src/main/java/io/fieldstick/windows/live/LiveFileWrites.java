package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.FileWrites;
import io.fieldstick.windows.Tried;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Files written beside their place first and moved there, so that a cut leaves the one before or the whole new one. */
final class LiveFileWrites implements FileWrites {
    private static final String BESIDE = ".fieldstick-new";

    private interface Work {
        void on(Path path) throws IOException;
    }

    @Override
    public void write(String path, FileContent content) {
        tried(Tried.writeFile(path), path, file -> inPlace(file, beside -> Files.write(beside, content.bytes())));
    }

    @Override
    public void copy(String source, String path) {
        Message tried = Tried.copyFile(source, path);
        Path from = FileRefusal.path(tried, source);
        tried(
                tried,
                path,
                file -> inPlace(file, beside -> {
                    // Not Files.copy(Path, Path): that copies the other streams of the file too, the mark of the web
                    // among them.
                    try (InputStream bytes = Files.newInputStream(from)) {
                        Files.copy(bytes, beside, StandardCopyOption.REPLACE_EXISTING);
                    }
                }));
    }

    private static void inPlace(Path file, Work work) throws IOException {
        if (file.getFileName() == null) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try {
            work.on(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public List<String> extract(String cabinet, String folder) {
        return CabinetFiles.extract(cabinet, folder);
    }

    @Override
    public void delete(String path) {
        tried(Tried.deleteFile(path), path, Files::deleteIfExists);
    }

    @Override
    public void makeFolder(String path) {
        tried(Tried.makeFolder(path), path, Files::createDirectories);
    }

    @Override
    public void deleteFolder(String path) {
        tried(Tried.deleteFile(path), path, Files::deleteIfExists);
    }

    private static void tried(Message tried, String path, Work work) {
        Path file = FileRefusal.path(tried, path);
        FileRefusal.of(tried, () -> {
            work.on(file);
            return file;
        });
    }
}
