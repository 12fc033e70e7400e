package io.fieldstick.windows;

import io.fieldstick.message.Message;
import io.fieldstick.windows.InMemoryRegistry.Node;
import io.fieldstick.windows.offline.hive.Hive;
import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import io.fieldstick.windows.offline.hive.HiveKey;
import io.fieldstick.windows.offline.hive.HiveValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The hives of {@link InMemoryWindows}: real hive files among its files, locked while Windows shows them. */
final class InMemoryHives implements Hives {
    private static final int ALREADY_THERE = WindowsError.ACCESS_DENIED;

    /** What is told of each try before it is made; it may refuse. */
    interface Watch {
        void before(Message tried, String line, boolean mayBeRefused);
    }

    private final InMemoryRegistry registry;
    private final InMemoryFiles files;
    private final Watch watch;
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, String> fileOfUser = new TreeMap<>();
    private int held;
    private boolean losing;

    InMemoryHives(InMemoryRegistry registry, InMemoryFiles files, Watch watch) {
        this.registry = registry;
        this.files = files;
        this.watch = watch;
    }

    @Override
    public void load(String name, String file) {
        Message tried = Tried.loadHive(file);
        watch.before(tried, "load " + file + " as HKU\\" + name, true);
        if (shown.containsKey(name)) {
            throw new WindowsException(WindowsErrors.error(tried, ALREADY_THERE));
        }
        Reading<Node> node = tree(file);
        if (!(node instanceof Reading.Present<Node> present)) {
            int code = node instanceof Reading.Unreadable<Node> refused
                    ? refused.why().code()
                    : 0;
            throw new WindowsException(WindowsErrors.error(tried, code));
        }
        registry.show(name, present.value());
        files.refuseReading(file, WindowsError.SHARING_VIOLATION);
        shown.put(name, file);
    }

    @Override
    public void unload(String name) {
        Message tried = Tried.unloadHive(name);
        String file = shown.get(name);
        if (held != 0 || file == null) {
            throw new WindowsException(WindowsErrors.error(tried, held != 0 ? held : WindowsError.INVALID_PARAMETER));
        }
        watch.before(tried, "unload HKU\\" + name, false);
        shown.remove(name);
        files.allowReading(file);
        Node changed = registry.takeAway(name);
        if (!losing) {
            write(file, changed);
        }
    }

    /** Whether what was changed is lost when a hive is unloaded, although Windows reports no failure. */
    void lose(boolean now) {
        losing = now;
    }

    /** Refuses to unload anything from now on. */
    void hold(int code) {
        held = code;
    }

    /** The user signs out: Windows writes the hive back. */
    void signOut(String user, String file) {
        fileOfUser.put(user, file);
        write(file, registry.takeAway(user));
    }

    /** The user signs in: Windows shows the hive at the user's own address. */
    void signIn(String user) {
        String file = fileOfUser.remove(user);
        if (file == null) {
            throw new IllegalArgumentException("not signed out: " + user);
        }
        registry.show(user, tree(file).orElse(new Node()));
        files.refuseReading(file, WindowsError.SHARING_VIOLATION);
    }

    /** Who has signed out and can sign in. */
    List<String> signedOut() {
        return fileOfUser.keySet().stream().filter(UserProfiles::isPerson).toList();
    }

    /** Puts an empty hive there, the registry of {@code user}. */
    void create(String user, String file) {
        fileOfUser.put(user, file);
        write(file, new Node());
    }

    Optional<String> fileOf(RegistryKey key) {
        return key.root() == RegistryKey.Root.USERS
                ? Optional.ofNullable(fileOfUser.get(key.top().path()))
                : Optional.empty();
    }

    /** Changes the hive in {@code file} while nobody shows it. */
    void edit(String file, Consumer<Node> edit) {
        Node node = tree(file).orElse(new Node());
        edit.accept(node);
        write(file, node);
    }

    /** Every key and value of the users who are not signed in; nothing of one whose hive is shown, which it should not be. */
    SortedMap<String, String> snapshot() {
        SortedMap<String, String> all = new TreeMap<>();
        fileOfUser
                .values()
                .forEach(file -> tree(file).map(node -> {
                    InMemoryRegistry.collect(file, node, all);
                    return node;
                }));
        return all;
    }

    private void write(String file, Node node) {
        files.allowReading(file);
        files.bytes(file, new HiveBuilder(spec("ROOT", node)).build());
    }

    private Reading<Node> tree(String file) {
        return files.entry(file)
                .flatMap(entry -> files.bytes(file, 0, (int) entry.size()))
                .flatMap(bytes -> Hive.read(file, bytes, List.of()))
                .map(hive -> node(hive.root()));
    }

    private static Node node(HiveKey key) {
        Node node = new Node();
        for (HiveValue value : key.values().items()) {
            node.put(value.name(), value.read().orElse(RegistryValue.dword(0)));
        }
        key.subkeys().items().forEach(child -> node.add(child.name(), node(child)));
        return node;
    }

    private static KeySpec spec(String name, Node node) {
        KeySpec spec = KeySpec.of(name);
        node.eachValue((valueName, value) -> spec.with(valueName, value.type(), value.bytes()));
        node.eachChild((childName, child) -> spec.children().add(spec(childName, child)));
        return spec;
    }
}
