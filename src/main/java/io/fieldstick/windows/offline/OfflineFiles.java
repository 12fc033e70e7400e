package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a Windows that is not running, by the paths that it knew them under: its {@code C:\Users} may be {@code
 * E:\Users} now.
 *
 * <p>A link on the way is followed by what it says, as that Windows did: what runs now would take its letters for its own.
 */
final class OfflineFiles implements Files {
    private static final int MOST_REMEMBERED = 4096;

    /** Windows itself follows no more on one way (MS docs: "Reparse points", 63). */
    private static final int MOST_LINKS = 63;

    /** {@code C:\}. */
    private static final int ROOT_LENGTH = 3;

    private final Files files;
    private final DriveLetters letters;
    private final Map<String, String> folders = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    OfflineFiles(Files files, DriveLetters letters) {
        this.files = files;
        this.letters = letters;
    }

    @Override
    public Reading<FileEntry> entry(String path) {
        Reading<FileEntry> entry = now(path, Tried.lookAt(path)).flatMap(files::entry);
        return isRoot(path) ? entry.map(root -> renamed(root, path)) : entry;
    }

    @Override
    public Reading<List<FileEntry>> children(String path) {
        return now(path, Tried.listFolder(path)).flatMap(files::children);
    }

    @Override
    public Reading<byte[]> bytes(String path, long offset, int length) {
        return now(path, Tried.readFile(path)).flatMap(now -> files.bytes(now, offset, length));
    }

    @Override
    public Reading<String> target(String path) {
        return now(path, Tried.askLink(path)).flatMap(files::target);
    }

    /** Where {@code path} is now. */
    private Reading<String> now(String path, Message tried) {
        if (path.startsWith("\\\\")) {
            return Reading.unreadable(new WindowsError(offline(tried), WindowsError.NOT_SUPPORTED, ""));
        }
        if (!WindowsPath.isAbsolute(path)) {
            return Reading.absent();
        }
        if (isRoot(path)) {
            return letters.now(Character.toUpperCase(path.charAt(0)));
        }
        String bare = path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
        String parent = WindowsPath.parent(bare);
        return folder(parent, tried, 0)
                .map(folder -> WindowsPath.child(folder, bare.substring(bare.lastIndexOf('\\') + 1)));
    }

    /** Where the folder {@code path} is now; each part of it is looked at once, until it is forgotten. */
    private Reading<String> folder(String path, Message tried, int links) {
        Reading<String> remembered = remembered(path);
        if (remembered.isPresent()) {
            return remembered;
        }
        Reading<String> now = letters.now(Character.toUpperCase(path.charAt(0)));
        int from = ROOT_LENGTH;
        while (from < path.length() && now.isPresent()) {
            int end = path.indexOf('\\', from) < 0 ? path.length() : path.indexOf('\\', from);
            String part = path.substring(0, end);
            String name = path.substring(from, end);
            now = now.flatMap(folder -> step(part, WindowsPath.child(folder, name), tried, links));
            from = end + 1;
        }
        return now;
    }

    private Reading<String> step(String path, String now, Message tried, int links) {
        Reading<String> remembered = remembered(path);
        if (remembered.isPresent()) {
            return remembered;
        }
        Reading<String> found =
                files.entry(now).flatMap(entry -> entry.isLink() ? behind(path, now, tried, links) : Reading.of(now));
        found.map(folder -> remember(path, folder));
        return found;
    }

    /** Where the link at {@code path} leads, by the letters that its Windows knew. */
    private Reading<String> behind(String path, String now, Message tried, int links) {
        Reading<String> target = (links < MOST_LINKS ? files.target(now) : Reading.<String>absent())
                .map(link -> WindowsPath.resolved(WindowsPath.parent(path), link));
        return target instanceof Reading.Present<String> known && !WindowsPath.isOnServer(known.value())
                ? folder(known.value(), tried, links + 1)
                : Reading.unreadable(new WindowsError(
                        Message.of("hive.tried.through-link", tried, path), WindowsError.NOT_SUPPORTED, ""));
    }

    private String remember(String path, String folder) {
        synchronized (folders) {
            folders.put(WindowsPath.folded(path), folder);
        }
        return folder;
    }

    private Reading<String> remembered(String path) {
        synchronized (folders) {
            String now = folders.get(WindowsPath.folded(path));
            return now == null ? Reading.absent() : Reading.of(now);
        }
    }

    static Message offline(Message question) {
        return Message.of("hive.tried.ask-offline", question);
    }

    private static boolean isRoot(String path) {
        return path.length() == ROOT_LENGTH;
    }

    private static FileEntry renamed(FileEntry root, String name) {
        return new FileEntry(
                name,
                (root.attributes() & ~FileEntry.REPARSE_POINT) | FileEntry.DIRECTORY,
                0,
                root.size(),
                root.modified());
    }
}
