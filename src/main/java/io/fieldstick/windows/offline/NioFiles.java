package io.fieldstick.windows.offline;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Folders of this computer as the drives of a Windows: found without regard to case, links seen and never followed.
 *
 * <p>For a Windows disk that is mounted under Linux; a symbolic link, a junction that the file system shows as one, and
 * whatever is neither file nor folder are links here.
 */
public final class NioFiles implements io.fieldstick.windows.Files {
    /** IO_REPARSE_TAG_SYMLINK (MS docs: "Reparse point tags"). */
    private static final int SYMLINK_TAG = 0xA000000C;

    /** ERROR_IO_DEVICE (MS docs: system error codes 1000-1299). */
    private static final int IO_DEVICE = 1117;

    /** How ntfs-3g shows a junction to a path that is not on this volume (ntfs-3g: "Junction Points, Symbolic Links"). */
    private static final String OTHER_DRIVE = "\\.NTFS-3G\\\\[A-Za-z]:.*";

    private static final int LONGEST_PATH = 32_767;

    private final Map<Character, Path> drives = new TreeMap<>();

    /** The folders by the letter (upper case) of the drive that each is the root of. */
    public NioFiles(Map<Character, Path> drives) {
        this.drives.putAll(drives);
    }

    @Override
    public Reading<FileEntry> entry(String path) {
        Message tried = Tried.lookAt(path);
        return find(path, tried).flatMap(found -> {
            String name = isRoot(path) ? path : nameOf(found);
            return read(tried, () -> entry(found, name));
        });
    }

    @Override
    public Reading<List<FileEntry>> children(String path) {
        Message tried = Tried.listFolder(path);
        return find(path, tried).flatMap(found -> read(tried, () -> children(found)));
    }

    @Override
    public Reading<byte[]> bytes(String path, long offset, int length) {
        Message tried = Tried.readFile(path);
        return find(path, tried).flatMap(found -> {
            boolean file = Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS);
            // A pipe or a device would keep the reader waiting for ever.
            return file
                    ? read(tried, () -> part(found, offset, length))
                    : Reading.unreadable(new WindowsError(tried, WindowsError.ACCESS_DENIED, ""));
        });
    }

    @Override
    public Reading<String> target(String path) {
        Message tried = Tried.askLink(path);
        return find(path, tried)
                .flatMap(found -> Files.isSymbolicLink(found)
                        ? read(tried, () -> Files.readSymbolicLink(found)).flatMap(link -> target(found, link))
                        : Reading.absent());
    }

    /** What the link at {@code found} says as Windows would; absent where that is on none of the drives. */
    private Reading<String> target(Path found, Path link) {
        Path folder =
                drives.values().stream().filter(found::startsWith).findFirst().orElseThrow();
        Path place = found.resolveSibling(link).normalize();
        if (!place.startsWith(folder)) {
            return Reading.absent();
        }
        String below = folder.relativize(place).toString().replace('/', '\\');
        return Reading.of(below.matches(OTHER_DRIVE) ? below.substring(below.indexOf('\\') + 1) : "\\" + below);
    }

    private Reading<Path> find(String path, Message tried) {
        boolean absolute = path.length() >= 3 && path.charAt(1) == ':' && path.charAt(2) == '\\';
        Path drive = absolute ? drives.get(Character.toUpperCase(path.charAt(0))) : null;
        if (drive == null || path.length() > LONGEST_PATH) {
            return Reading.absent();
        }
        Reading<Path> found = Reading.of(drive);
        int from = 3;
        while (from < path.length() && found.isPresent()) {
            int end = path.indexOf('\\', from) < 0 ? path.length() : path.indexOf('\\', from);
            String name = path.substring(from, end);
            boolean atTop = from == 3;
            found = found.flatMap(folder -> child(folder, name, atTop, tried));
            from = end + 1;
        }
        return found;
    }

    private static Reading<Path> child(Path folder, String name, boolean atTop, Message tried) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            return Reading.absent();
        }
        if (!atTop && Files.isSymbolicLink(folder)) {
            return Reading.unreadable(new WindowsError(
                    Message.of("hive.tried.through-link", tried, nameOf(folder)), WindowsError.NOT_SUPPORTED, ""));
        }
        return read(tried, () -> {
            Path exact = folder.resolve(name);
            return Files.exists(exact, LinkOption.NOFOLLOW_LINKS) ? exact : inOtherCase(folder, name);
        });
    }

    private static Path inOtherCase(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (nameOf(child).equalsIgnoreCase(name)) {
                    return child;
                }
            }
        }
        throw new NoSuchFileException(name);
    }

    private static FileEntry entry(Path path, String name) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean link = attributes.isSymbolicLink() || attributes.isOther();
        int bits = link ? FileEntry.REPARSE_POINT : attributes.isDirectory() ? FileEntry.DIRECTORY : 0;
        long size = attributes.isRegularFile() ? attributes.size() : 0;
        return new FileEntry(
                name,
                bits,
                link ? SYMLINK_TAG : 0,
                size,
                attributes.lastModifiedTime().toInstant(),
                attributes.isRegularFile() ? linkedId(path) : 0);
    }

    /** The inode of a file with several hard links; 0 for one with a single name, or where the system has no inodes. */
    private static long linkedId(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return 0;
        }
        Map<String, Object> unix = Files.readAttributes(path, "unix:nlink,ino", LinkOption.NOFOLLOW_LINKS);
        boolean linked = unix.get("nlink") instanceof Integer links && links > 1;
        return linked && unix.get("ino") instanceof Long inode ? inode : 0;
    }

    private static List<FileEntry> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<FileEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                entries.add(listed(child));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    /** The entry of a name that its folder lists: where there is nothing under it the folder is damaged, not absent. */
    private static FileEntry listed(Path child) throws IOException {
        try {
            return entry(child, nameOf(child));
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IOException(child + " is listed and cannot be found", e);
        }
    }

    private static byte[] part(Path file, long offset, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer part = ByteBuffer.allocate((int) Math.max(0, Math.min(length, channel.size() - offset)));
            while (part.hasRemaining() && channel.read(part, offset + part.position()) > 0) {}
            return Arrays.copyOf(part.array(), part.position());
        }
    }

    private static boolean isRoot(String path) {
        return path.length() == 3;
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> Reading<T> read(Message tried, Question<T> question) {
        try {
            return Reading.of(question.ask());
        } catch (NoSuchFileException | NotDirectoryException | InvalidPathException e) {
            return Reading.absent();
        } catch (AccessDeniedException e) {
            return Reading.unreadable(new WindowsError(tried, WindowsError.ACCESS_DENIED, ""));
        } catch (IOException e) {
            return Reading.unreadable(new WindowsError(tried, IO_DEVICE, FileTrouble.said(e)));
        }
    }
}
