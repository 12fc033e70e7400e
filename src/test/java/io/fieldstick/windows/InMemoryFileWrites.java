package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes into the files of {@link InMemoryWindows}. */
final class InMemoryFileWrites implements FileWrites {
    private static final int NOT_EMPTY = 145;
    private static final int INVALID_NAME = 123;

    private static final int MOST = 1 << 20;

    private final Map<FileContent, Map<String, byte[]>> cabinets = new HashMap<>();
    private final InMemoryFiles files;
    private final BiConsumer<Message, String> beforeWrite;

    InMemoryFileWrites(InMemoryFiles files, BiConsumer<Message, String> beforeWrite) {
        this.files = files;
        this.beforeWrite = beforeWrite;
    }

    @Override
    public void write(String path, FileContent content) {
        Message tried = Tried.writeFile(path);
        requirePath(tried, path);
        require(tried, files.entry(WindowsPath.parent(path)));
        beforeWrite.accept(tried, "write " + path + ", " + content);
        files.bytes(path, content.bytes());
    }

    @Override
    public void copy(String source, String path) {
        Message tried = Tried.copyFile(source, path);
        requirePath(tried, path);
        require(tried, files.entry(source));
        require(tried, files.entry(WindowsPath.parent(path)));
        beforeWrite.accept(tried, "copy " + source + " to " + path);
        files.copy(source, path);
    }

    private static void requirePath(Message tried, String path) {
        if (!path.matches("[^*?<>\"|\0]*")) {
            throw new WindowsException(WindowsErrors.error(tried, INVALID_NAME));
        }
    }

    private static void require(Message tried, Reading<FileEntry> there) {
        if (!there.isPresent()) {
            int code = there instanceof Reading.Unreadable<FileEntry> refused
                    ? refused.why().code()
                    : WindowsError.FILE_NOT_FOUND;
            throw new WindowsException(WindowsErrors.error(tried, code));
        }
    }

    /** From now on a file with these bytes is a cabinet with these files in it. */
    void cabinet(byte[] bytes, Map<String, byte[]> contents) {
        cabinets.put(FileContent.of(bytes), contents);
    }

    @Override
    public List<String> extract(String cabinet, String folder) {
        Message tried = Tried.extract(cabinet);
        require(tried, files.entry(cabinet));
        Map<String, byte[]> contents = files.bytes(cabinet, 0, MOST)
                .map(bytes -> cabinets.getOrDefault(FileContent.of(bytes), Map.of()))
                .orElse(Map.of());
        if (contents.isEmpty() || contents.keySet().stream().anyMatch(name -> !name.matches("[^\\\\/:]*[^\\\\/:. ]"))) {
            throw new WindowsException(WindowsErrors.error(tried, WindowsError.INVALID_DATA));
        }
        beforeWrite.accept(tried, "extract " + cabinet);
        contents.forEach((name, bytes) -> files.bytes(WindowsPath.child(folder, name), bytes));
        return List.copyOf(contents.keySet());
    }

    @Override
    public void delete(String path) {
        requirePath(Tried.deleteFile(path), path);
        beforeWrite.accept(Tried.deleteFile(path), "delete " + path);
        files.remove(path);
    }

    @Override
    public void makeFolder(String path) {
        requirePath(Tried.makeFolder(path), path);
        if (files.entry(path).isAbsent()) {
            beforeWrite.accept(Tried.makeFolder(path), "make " + path);
            files.folder(path);
        }
    }

    @Override
    public void deleteFolder(String path) {
        Message tried = Tried.deleteFile(path);
        requirePath(tried, path);
        if (!files.children(path).orElse(List.of()).isEmpty()) {
            throw new WindowsException(WindowsErrors.error(tried, NOT_EMPTY));
        }
        beforeWrite.accept(tried, "delete " + path);
        files.remove(path);
    }
}
