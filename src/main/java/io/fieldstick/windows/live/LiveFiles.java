package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of the running Windows; a folder's listing opens none of them. */
final class LiveFiles implements Files {
    /** FindExInfoBasic leaves the 8.3 names out; LARGE_FETCH asks for many entries at a time (fileapi.h, Windows 7). */
    private static final int BASIC = 1;

    private static final int LARGE_FETCH = 2;

    private static final int NO_MORE_FILES = 18;
    private static final int HANDLE_EOF = 38;
    private static final int INVALID_NAME = 123;
    private static final int NOT_A_FOLDER = 267;
    private static final int CHUNK = 1 << 20;

    @Override
    public Reading<FileEntry> entry(String path) {
        Optional<ExtendedPath> extended = ExtendedPath.of(path);
        if (extended.isEmpty()) {
            return Reading.absent();
        }
        Message tried = Tried.lookAt(path);
        return extended.get().root() ? root(path, extended.get(), tried) : listed(extended.get(), tried);
    }

    @Override
    public Reading<List<FileEntry>> children(String path) {
        Optional<ExtendedPath> extended = ExtendedPath.of(path);
        if (extended.isEmpty()) {
            return Reading.absent();
        }
        Message tried = Tried.listFolder(path);
        Reading<Optional<List<FileEntry>>> listed = Device.open(
                        extended.get().text(), Kernel32.SHARE_ALL, Kernel32.BACKUP_SEMANTICS, tried)
                .map(folder -> {
                    try (folder) {
                        return FolderListing.of(folder);
                    }
                });
        Optional<List<FileEntry>> entries = listed.orElse(Optional.empty());
        return entries.isPresent() ? Reading.of(entries.get()) : searched(path, extended.get());
    }

    /** The old way: for what is no folder, for file systems without ids, and for Windows's own words of refusal. */
    private static Reading<List<FileEntry>> searched(String path, ExtendedPath extended) {
        Memory found = new Memory(FindData.LENGTH);
        long find = find(extended.everythingIn(), found);
        if (find == Kernel32.INVALID_HANDLE) {
            int code = Refusal.lastCode();
            // Only a root has no "." and "..", so only there an empty folder finds nothing.
            boolean empty = code == WindowsError.FILE_NOT_FOUND && extended.root();
            return empty ? Reading.of(List.of()) : missing(Tried.listFolder(path), code);
        }
        try {
            return all(find, found, Tried.listFolder(path));
        } finally {
            Kernel32.FindClose(find);
        }
    }

    /** As the port says; a link is followed, so ask {@link FileEntry#isLink()} before. */
    @Override
    public Reading<byte[]> bytes(String path, long offset, int length) {
        Message tried = Tried.readFile(path);
        return ExtendedPath.of(path)
                .map(extended -> Device.open(extended.text(), Kernel32.SHARE_ALL, Kernel32.BACKUP_SEMANTICS, tried))
                .orElse(Reading.absent())
                .flatMap(file -> {
                    try (file) {
                        return part(file, offset, length, tried);
                    }
                });
    }

    @Override
    public Reading<String> target(String path) {
        Message tried = Tried.askLink(path);
        return ExtendedPath.of(path)
                .map(extended -> Device.openLink(extended.text(), tried))
                .orElse(Reading.absent())
                .flatMap(link -> {
                    try (link) {
                        return link.ask(ReparseData.GET_REPARSE_POINT, new byte[0], ReparseData.MOST_BYTES, tried);
                    }
                })
                .flatMap(ReparseData::target);
    }

    @Override
    public Reading<Boolean> isKeptByAdministrators(String path) {
        return FileRights.keptByAdministrators(path);
    }

    private static Reading<FileEntry> root(String path, ExtendedPath extended, Message tried) {
        byte[] found = new byte[FindData.ATTRIBUTES_LENGTH];
        boolean there = Kernel32.GetFileAttributesExW(Wide.of(extended.text()), 0, found) != 0;
        return there
                ? Reading.of(FindData.root(ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN), path))
                : missing(tried, Refusal.lastCode());
    }

    private static Reading<FileEntry> listed(ExtendedPath extended, Message tried) {
        Memory found = new Memory(FindData.LENGTH);
        long find = find(extended.text(), found);
        if (find == Kernel32.INVALID_HANDLE) {
            return missing(tried, Refusal.lastCode());
        }
        Kernel32.FindClose(find);
        return Reading.of(FindData.entry(view(found)));
    }

    private static Reading<List<FileEntry>> all(long find, Memory found, Message tried) {
        List<FileEntry> entries = new ArrayList<>();
        ByteBuffer view = view(found);
        do {
            if (!FindData.isSelfOrParent(view)) {
                entries.add(FindData.entry(view));
            }
        } while (Kernel32.FindNextFileW(find, found) != 0);
        int code = Refusal.lastCode();
        return code == NO_MORE_FILES ? Reading.of(entries) : Reading.unreadable(Refusal.of(tried, code));
    }

    private static Reading<byte[]> part(Device file, long offset, int length, Message tried) {
        long available = Math.max(0, file.fileSize().orElse(0L) - offset);
        byte[] bytes = new byte[(int) Math.min(length, available)];
        Memory buffer = new Memory(Math.max(1, Math.min(bytes.length, CHUNK)));
        int done = 0;
        // A directory has no size; it is asked for one byte so that Windows says what it says.
        int wanted = file.fileSize().isEmpty() && length > 0 ? 1 : bytes.length;
        while (done < wanted) {
            int read = file.read(offset + done, buffer, (int) Math.min(wanted - done, buffer.size()));
            if (read < 0 && read != -HANDLE_EOF) {
                return Reading.unreadable(Refusal.of(tried, -read));
            }
            if (read <= 0 || done + read > bytes.length) {
                break;
            }
            buffer.read(0, bytes, done, read);
            done += read;
        }
        return Reading.of(done == bytes.length ? bytes : Arrays.copyOf(bytes, done));
    }

    private static long find(String pattern, Memory found) {
        return Kernel32.FindFirstFileExW(Wide.of(pattern), BASIC, found, 0, null, LARGE_FETCH);
    }

    private static ByteBuffer view(Memory found) {
        return found.getByteBuffer(0, FindData.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static <T> Reading<T> missing(Message tried, int code) {
        return code == INVALID_NAME || code == NOT_A_FOLDER ? Reading.absent() : Refusal.reading(tried, code);
    }
}
