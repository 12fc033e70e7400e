package io.fieldstick.windows.offline;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.offline.hive.Hive;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hives of some mounts: each read when it is first asked for, a few of the users' kept in memory at a time. */
final class OpenHives {
    /** One user's two hives, those of the one before and those of the one after. */
    private static final int MOST_USER_HIVES = 6;

    private final Map<String, Mount> mounts = new LinkedHashMap<>();
    private final Map<String, Reading<Hive>> machine = new HashMap<>();
    private final LinkedHashMap<String, Reading<Hive>> users = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, HiveReport> closed = new LinkedHashMap<>();

    OpenHives(List<Mount> mounts) {
        mount(mounts);
    }

    synchronized void mount(List<Mount> more) {
        more.forEach(mount -> mounts.put(key(mount.root(), mount.name()), mount));
    }

    /** Forgets the hive at {@code root\name}: its file was changed, and is read anew when it is asked for. */
    synchronized void forget(RegistryKey.Root root, String name) {
        close(key(root, name));
    }

    synchronized boolean has(RegistryKey.Root root, String name) {
        return mounts.containsKey(key(root, name));
    }

    synchronized List<String> names(RegistryKey.Root root) {
        return mounts.values().stream()
                .filter(mount -> mount.root() == root)
                .map(Mount::name)
                .toList();
    }

    /** The hive at {@code root\name}; absent where there is no such mount, or no file. */
    synchronized Reading<Hive> hive(RegistryKey.Root root, String name) {
        String key = key(root, name);
        Mount mount = mounts.get(key);
        if (mount == null) {
            return Reading.absent();
        }
        Map<String, Reading<Hive>> open = root == RegistryKey.Root.MACHINE ? machine : users;
        Reading<Hive> hive = open.get(key);
        if (hive == null) {
            hive = mount.open();
            open.put(key, hive);
            closeEldest();
        }
        return hive;
    }

    /** What is to be said of every hive that was read up to now. */
    synchronized List<HiveReport> reports() {
        Map<String, HiveReport> all = new LinkedHashMap<>(closed);
        Stream.concat(machine.values().stream(), users.values().stream())
                .map(OpenHives::report)
                .forEach(report -> {
                    if (report != null) {
                        all.put(report.file(), report);
                    }
                });
        return List.copyOf(all.values());
    }

    private void closeEldest() {
        if (users.size() > MOST_USER_HIVES) {
            close(users.keySet().iterator().next());
        }
    }

    private void close(String key) {
        HiveReport report = report(users.remove(key));
        if (report != null) {
            closed.put(report.file(), report);
        }
    }

    private static @Nullable HiveReport report(@Nullable Reading<Hive> hive) {
        return hive instanceof Reading.Present<Hive> present ? HiveReport.of(present.value()) : null;
    }

    private static String key(RegistryKey.Root root, String name) {
        return root.shortName() + "\\" + WindowsPath.folded(name);
    }
}
