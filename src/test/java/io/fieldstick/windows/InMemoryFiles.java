package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The files of {@link InMemoryWindows}: names and sizes, and bytes where a test gave them. */
final class InMemoryFiles implements Files {
    private static final Instant MODIFIED = Instant.parse("2024-01-02T03:04:05Z");
    private static final int ARCHIVE = 0x20;

    private static final List<String> KEPT =
            List.of("C:\\Program Files", "C:\\Program Files (x86)", "C:\\Windows\\System32", "C:\\Windows\\SysWOW64");

    private final List<String> opened = new ArrayList<>();
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final Map<String, Integer> unreadable = new TreeMap<>();
    private final Map<String, String> targets = new TreeMap<>();

    void shortName(String path, String name) {
        aliases.put(key(WindowsPath.child(WindowsPath.parent(path), name)), path);
    }

    @Override
    public Reading<FileEntry> entry(String path) {
        String whole = aliases.getOrDefault(key(path), path);
        return item(whole, Tried.lookAt(path)).map(Item::entry);
    }

    @Override
    public Reading<List<FileEntry>> children(String path) {
        return item(path, Tried.listFolder(path))
                .flatMap(item -> item.entry().isDirectory() ? Reading.of(below(path)) : Reading.absent());
    }

    @Override
    public Reading<byte[]> bytes(String path, long offset, int length) {
        Message tried = Tried.readFile(path);
        return item(path, tried)
                .flatMap(item -> item.entry().isDirectory()
                        ? Reading.unreadable(WindowsErrors.error(tried, WindowsError.ACCESS_DENIED))
                        : Reading.of(part(item, offset, length)));
    }

    @Override
    public Reading<String> target(String path) {
        String target = targets.get(key(whole(path)));
        return target == null ? Reading.absent() : Reading.of(target);
    }

    /** As a Windows is set up: programs and Windows itself are the administrators', unless a setup {@linkplain #open opened} it. */
    @Override
    public Reading<Boolean> isKeptByAdministrators(String path) {
        return entry(path)
                .map(entry -> opened.stream().noneMatch(open -> WindowsPath.isAtOrBelow(path, open))
                        && KEPT.stream().anyMatch(kept -> WindowsPath.isAtOrBelow(path, kept)));
    }

    /** From now on anybody may write to {@code folder} and what is in it. */
    void open(String folder) {
        opened.add(folder);
    }

    void lead(String path, String target) {
        targets.put(key(whole(path)), target);
    }

    void add(String path, int attributes, long size, @Nullable ByteBuffer bytes) {
        String whole = whole(path);
        parent(whole).filter(parent -> !items.containsKey(key(parent))).ifPresent(this::folder);
        String name = parent(whole)
                .map(parent -> whole.substring(parent.endsWith("\\") ? parent.length() : parent.length() + 1))
                .orElse(whole);
        items.put(key(whole), new Item(new FileEntry(name, attributes, 0, size, MODIFIED), bytes));
    }

    void file(String path, long size) {
        add(path, ARCHIVE, size, null);
    }

    void folder(String path) {
        add(path, FileEntry.DIRECTORY, 0, null);
    }

    void bytes(String path, byte[] bytes) {
        add(path, ARCHIVE, bytes.length, ByteBuffer.wrap(bytes.clone()));
    }

    void change(String path, UnaryOperator<FileEntry> change) {
        Item item = items.get(key(whole(path)));
        if (item == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        items.put(key(whole(path)), new Item(change.apply(item.entry()), item.bytes()));
    }

    /** Every file and folder at or below {@code top} and what is in it, by its path. */
    void addTo(Map<String, String> all, String top) {
        items.forEach((path, item) -> {
            if (isAtOrBelow(path, key(top))) {
                byte[] bytes = part(item, 0, (int) item.entry().size());
                all.put(path, item.entry().attributes() + " " + HexFormat.of().formatHex(bytes));
            }
        });
    }

    void remove(String path) {
        items.keySet().removeIf(key -> isAtOrBelow(key, key(whole(path))));
    }

    void copy(String source, String target) {
        Item item = items.get(key(whole(source)));
        if (item == null) {
            throw new WindowsException(
                    WindowsErrors.error(Tried.copyFile(source, target), WindowsError.FILE_NOT_FOUND));
        }
        add(target, ARCHIVE, item.entry().size(), item.bytes());
    }

    void refuseReading(String path, int code) {
        unreadable.put(key(whole(path)), code);
    }

    void allowReading(String path) {
        unreadable.remove(key(whole(path)));
    }

    private Reading<Item> item(String path, Message tried) {
        String key = key(whole(path));
        Optional<Integer> refused = unreadable.entrySet().stream()
                .filter(entry -> isAtOrBelow(key, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (refused.isPresent()) {
            return Reading.unreadable(WindowsErrors.error(tried, refused.get()));
        }
        Item item = items.get(key);
        return item == null ? Reading.absent() : Reading.of(item);
    }

    private List<FileEntry> below(String path) {
        String folder = key(whole(path));
        return items.entrySet().stream()
                .filter(entry -> parent(entry.getKey()).filter(folder::equals).isPresent())
                .map(entry -> entry.getValue().entry())
                .toList();
    }

    private static byte[] part(Item item, long offset, int length) {
        long size = item.entry().size();
        if (offset >= size) {
            return new byte[0];
        }
        int count = (int) Math.min(length, size - offset);
        byte[] part = new byte[count];
        ByteBuffer bytes = item.bytes();
        if (bytes != null) {
            bytes.get((int) offset, part);
        }
        return part;
    }

    private static boolean isAtOrBelow(String path, String top) {
        return path.equals(top) || path.startsWith(top.endsWith("\\") ? top : top + "\\");
    }

    /** Without a backslash at the end, but {@code C:\} with it. */
    private static String whole(String path) {
        String bare = path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
        return bare.length() == 2 && bare.charAt(1) == ':' ? bare + "\\" : bare;
    }

    /** The folder that holds {@code path}; empty for a drive's root and for {@code \\server\share}. */
    private static Optional<String> parent(String path) {
        boolean share = path.startsWith("\\\\");
        int cut = path.lastIndexOf('\\');
        if (share) {
            int afterShare = path.indexOf('\\', path.indexOf('\\', 2) + 1);
            return afterShare < 0 ? Optional.empty() : Optional.of(path.substring(0, cut));
        }
        if (path.length() <= 3 || cut < 0) {
            return Optional.empty();
        }
        return Optional.of(path.substring(0, cut == 2 ? 3 : cut));
    }

    private static String key(String path) {
        return InMemoryRegistry.fold(path);
    }

    private record Item(FileEntry entry, @Nullable ByteBuffer bytes) {}
}
