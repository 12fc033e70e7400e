package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The registry of {@link InMemoryWindows}: a tree of keys that obeys both views and refuses what Windows refuses. */
final class InMemoryRegistry implements Registry {

    /** A direct child of HKLM or HKU cannot be created (MS docs: winreg RegCreateKeyExW, remarks). */
    private static final int NO_SUCH_HIVE = WindowsError.INVALID_PARAMETER;

    private final Map<RegistryKey.Root, Node> roots = new LinkedHashMap<>();
    private final Map<String, Integer> unreadable = new TreeMap<>();
    private final Map<String, Integer> readOnly = new TreeMap<>();
    private final List<Asked> reads = new ArrayList<>();
    private final BiConsumer<Message, String> beforeWrite;

    /** Calls {@code beforeWrite} with what is tried and a line for the log before each write; it may refuse. */
    InMemoryRegistry(BiConsumer<Message, String> beforeWrite) {
        this.beforeWrite = beforeWrite;
        for (RegistryKey.Root root : RegistryKey.Root.values()) {
            roots.put(root, new Node());
        }
    }

    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        reads.add(new Asked(key, Optional.of(name)));
        return node(key, Tried.readValue(key, name)).flatMap(node -> {
            Named named = node.values.get(fold(name));
            return named == null ? Reading.absent() : Reading.of(named.value());
        });
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        reads.add(new Asked(key, Optional.empty()));
        return node(key, Tried.readKey(key))
                .map(node -> node.values.values().stream().map(Named::name).toList());
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        reads.add(new Asked(key, Optional.empty()));
        return node(key, Tried.readKey(key)).map(Node::childNames);
    }

    @Override
    public Reading<Instant> lastWritten(RegistryKey key) {
        reads.add(new Asked(key, Optional.empty()));
        return node(key, Tried.readKey(key)).map(node -> node.written);
    }

    @Override
    public Reading<List<String>> users() {
        return Reading.of(root(RegistryKey.Root.USERS).childNames().stream()
                .filter(name -> !name.endsWith("_Classes"))
                .toList());
    }

    @Override
    public void set(RegistryKey key, String name, RegistryValue value) {
        before(key, Tried.setValue(key, name), "set " + key + "!" + name + " = " + value);
        put(key, name, value);
        written(key, InMemoryWindows.DURING_THE_RUN);
    }

    @Override
    public void deleteValue(RegistryKey key, String name) {
        before(key, Tried.deleteValue(key, name), "delete " + key + "!" + name);
        find(key).ifPresent(node -> {
            node.values.remove(fold(name));
            node.written = InMemoryWindows.DURING_THE_RUN;
        });
    }

    @Override
    public void createKey(RegistryKey key) {
        before(key, Tried.createKey(key), "create " + key);
        create(key);
    }

    @Override
    public void deleteKey(RegistryKey key) {
        Message tried = Tried.deleteKey(key);
        before(key, tried, "delete " + key);
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return;
        }
        if (!node.get().children.isEmpty()) {
            throw new WindowsException(WindowsErrors.error(tried, WindowsError.ACCESS_DENIED));
        }
        remove(key);
    }

    /** Takes the key away with all below it, without a write being counted. */
    void remove(RegistryKey key) {
        String address = RegistryAddress.of(key);
        int cut = address.lastIndexOf('\\');
        Node parent = cut < 0 ? root(key.root()) : walk(root(key.root()), address.substring(0, cut), false);
        if (parent != null) {
            parent.children.remove(fold(address.substring(cut + 1)));
        }
    }

    /** Puts a whole hive below HKEY_USERS. */
    void show(String name, Node hive) {
        root(RegistryKey.Root.USERS).add(name, hive);
    }

    /** Takes a hive from HKEY_USERS, and returns what is in it. */
    Node takeAway(String name) {
        Child hive = root(RegistryKey.Root.USERS).children.remove(fold(name));
        if (hive == null) {
            throw new IllegalArgumentException("no such hive: " + name);
        }
        return hive.node();
    }

    /** Sets a value without a write being counted: the state before the test. */
    void put(RegistryKey key, String name, RegistryValue value) {
        create(key).put(name, value);
    }

    Node create(RegistryKey key) {
        return at(root(key.root()), RegistryAddress.of(key));
    }

    /** Makes {@code alias} another name of the existing key {@code key}. */
    void alias(RegistryKey key, RegistryKey alias) {
        Node node = create(key);
        root(alias.root()).children.put(fold(alias.path()), new Child(alias.path(), node));
    }

    /** The key, which is made where missing, was last written then. */
    void written(RegistryKey key, Instant then) {
        create(key).written = then;
    }

    void refuseReading(RegistryKey key, int code) {
        unreadable.put(full(key), code);
    }

    void refuseWriting(RegistryKey key, int code) {
        readOnly.put(full(key), code);
    }

    /** Every key, and every value with its type and bytes, by address. */
    SortedMap<String, String> snapshot() {
        SortedMap<String, String> all = new TreeMap<>();
        roots.forEach((root, node) -> collect(root.shortName(), node, all));
        return all;
    }

    static void collect(String address, Node node, Map<String, String> all) {
        all.put(address, "key");
        node.values.values().forEach(named -> all.put(address + "!" + named.name(), describe(named.value())));
        node.children.values().forEach(child -> collect(address + "\\" + child.name(), child.node(), all));
    }

    private static String describe(RegistryValue value) {
        return "type " + value.type() + ": " + HexFormat.of().formatHex(value.bytes()) + " (" + value + ")";
    }

    private void before(RegistryKey key, Message tried, String line) {
        refusal(unreadable, key)
                .or(() -> refusal(readOnly, key))
                .or(() -> noHive(key))
                .ifPresent(code -> {
                    throw new WindowsException(WindowsErrors.error(tried, code));
                });
        beforeWrite.accept(tried, line);
    }

    private Optional<Integer> noHive(RegistryKey key) {
        String address = RegistryAddress.of(key);
        int cut = address.indexOf('\\');
        String hive = cut < 0 ? address : address.substring(0, cut);
        return root(key.root()).children.containsKey(fold(hive)) ? Optional.empty() : Optional.of(NO_SUCH_HIVE);
    }

    /** Each question that was asked since the log was cleared. */
    List<Asked> reads() {
        return reads;
    }

    /** Puts {@code key} among its own sub-keys, as a symbolic link can do. */
    void cycle(RegistryKey key, String name) {
        Node node = create(key);
        node.children.put(fold(name), new Child(name, node));
    }

    private Reading<Node> node(RegistryKey key, Message tried) {
        Optional<Integer> refused = refusal(unreadable, key);
        if (refused.isPresent()) {
            return Reading.unreadable(WindowsErrors.error(tried, refused.get()));
        }
        return find(key).map(Reading::of).orElseGet(Reading::absent);
    }

    private Optional<Node> find(RegistryKey key) {
        return Optional.ofNullable(walk(root(key.root()), RegistryAddress.of(key), false));
    }

    /** The key at {@code path} below {@code from}, made where missing. */
    static Node at(Node from, String path) {
        Node node = walk(from, path, true);
        if (node == null) {
            throw new AssertionError("created keys exist");
        }
        return node;
    }

    private static @Nullable Node walk(Node from, String path, boolean create) {
        Node node = from;
        for (String name : path.split("\\\\", -1)) {
            Child child = node.children.get(fold(name));
            if (child == null) {
                if (!create) {
                    return null;
                }
                child = new Child(name, new Node());
                node.children.put(fold(name), child);
            }
            node = child.node();
        }
        return node;
    }

    private static Optional<Integer> refusal(Map<String, Integer> refused, RegistryKey key) {
        String asked = full(key);
        return refused.entrySet().stream()
                .filter(entry -> asked.equals(entry.getKey()) || asked.startsWith(entry.getKey() + "\\"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String full(RegistryKey key) {
        return fold(key.root().shortName() + "\\" + RegistryAddress.of(key));
    }

    private Node root(RegistryKey.Root root) {
        Node node = roots.get(root);
        if (node == null) {
            throw new AssertionError(root);
        }
        return node;
    }

    /** The form in which Windows compares names: each UTF-16 unit in upper case, whatever the locale. */
    static String fold(String name) {
        char[] units = name.toCharArray();
        for (int i = 0; i < units.length; i++) {
            units[i] = Character.toUpperCase(units[i]);
        }
        return new String(units);
    }

    /** A question: for one value, or for the key as a whole. */
    record Asked(RegistryKey key, Optional<String> value) {}

    private record Named(String name, RegistryValue value) {}

    private record Child(String name, Node node) {}

    /** A key; its values keep the order in which they were first set, its sub-keys are sorted, as in a hive. */
    static final class Node {
        private final Map<String, Child> children = new TreeMap<>();
        private final Map<String, Named> values = new LinkedHashMap<>();
        private Instant written = InMemoryWindows.LONG_AGO;

        void put(String name, RegistryValue value) {
            Named old = values.get(fold(name));
            values.put(fold(name), new Named(old == null ? name : old.name(), value));
        }

        void add(String name, Node child) {
            children.put(fold(name), new Child(name, child));
        }

        void eachValue(BiConsumer<String, RegistryValue> what) {
            values.values().forEach(named -> what.accept(named.name(), named.value()));
        }

        void eachChild(BiConsumer<String, Node> what) {
            children.values().forEach(child -> what.accept(child.name(), child.node()));
        }

        private List<String> childNames() {
            return new ArrayList<>(children.values().stream().map(Child::name).toList());
        }
    }
}
