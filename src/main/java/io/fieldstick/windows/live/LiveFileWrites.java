package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.FileWrites;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Files written beside their place first and moved there, so that a cut leaves the one before or the whole new one. */
final class LiveFileWrites implements FileWrites {
    private static final String BESIDE = ".fieldstick-new";
    /** ERROR_WRITE_FAULT and ERROR_DIR_NOT_EMPTY (winerror.h), for what Java gives no code of. */
    private static final int WRITE_FAULT = 29;

    private static final int NOT_EMPTY = 145;

    private interface Work {
        void on(Path path) throws IOException;
    }

    @Override
    public void write(String path, FileContent content) {
        tried(Tried.writeFile(path), path, file -> inPlace(file, beside -> Files.write(beside, content.bytes())));
    }

    @Override
    public void copy(String source, String path) {
        tried(
                Tried.copyFile(source, path),
                path,
                file -> inPlace(file, beside -> {
                    // Not Files.copy(Path, Path): that copies the other streams of the file too, the mark of the web
                    // among them.
                    try (InputStream bytes = Files.newInputStream(Path.of(source))) {
                        Files.copy(bytes, beside, StandardCopyOption.REPLACE_EXISTING);
                    }
                }));
    }

    private static void inPlace(Path file, Work work) throws IOException {
        Path beside = file.resolveSibling(Objects.requireNonNull(file.getFileName()) + BESIDE);
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
        try {
            work.on(Path.of(path));
        } catch (IOException e) {
            throw new WindowsException(new WindowsError(tried, code(e), String.valueOf(e.getMessage())));
        }
    }

    private static int code(IOException e) {
        if (e instanceof NoSuchFileException) {
            return WindowsError.FILE_NOT_FOUND;
        }
        if (e instanceof DirectoryNotEmptyException) {
            return NOT_EMPTY;
        }
        return e instanceof AccessDeniedException ? WindowsError.ACCESS_DENIED : WRITE_FAULT;
    }
}
