package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small hives for tests, in every shape that the format has, after the specification and not after the reader. */
public final class HiveBuilder {
    private static final int BASE = 4096;
    private static final int SEGMENT = 16344;

    /** A key with what is below it. */
    public record KeySpec(String name, List<Value> values, List<KeySpec> children) {
        public static KeySpec of(String name, KeySpec... children) {
            return new KeySpec(name, new ArrayList<>(), new ArrayList<>(Arrays.asList(children)));
        }

        public KeySpec with(String value, int type, byte[] data) {
            values.add(new Value(value, type, data));
            return this;
        }

        public KeySpec with(String value, String text) {
            return with(value, 1, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
        }

        public KeySpec with(String value, int number) {
            byte[] data = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .array();
            return with(value, 4, data);
        }

        /** The key at {@code path} below this one, made where missing. */
        public KeySpec at(String path) {
            KeySpec key = this;
            for (String name : path.split("\\\\", -1)) {
                KeySpec above = key;
                key = above.children.stream()
                        .filter(child -> child.name.equalsIgnoreCase(name))
                        .findFirst()
                        .orElseGet(() -> {
                            KeySpec made = KeySpec.of(name);
                            above.children.add(made);
                            return made;
                        });
            }
            return key;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record Value(String name, int type, byte[] data) {}

    private final KeySpec root;
    private String list = "lh";
    private int split = 500;
    private int minor = 5;
    private int sequence = 1;
    private long written = 0x01D0000000000000L;
    private ByteBuffer bins = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private int end = 32;
    private int security;

    public HiveBuilder(KeySpec root) {
        this.root = root;
    }

    /** Lists of sub-keys as {@code lh}, {@code lf} or {@code li}, divided by an {@code ri} above {@code most}. */
    public HiveBuilder lists(String signature, int most) {
        list = signature;
        split = most;
        return this;
    }

    public HiveBuilder minorVersion(int version) {
        minor = version;
        return this;
    }

    public HiveBuilder sequence(int number) {
        sequence = number;
        return this;
    }

    public HiveBuilder written(long filetime) {
        written = filetime;
        return this;
    }

    public byte[] build() {
        int rootCell = reserve(root);
        security = securityCell();
        fill(rootCell, rootCell, root, 0x2C);
        int size = (end + 8 + 4095) / 4096 * 4096;
        ensure(size);
        bins.putInt(end, size - end);
        putText(0, "hbin");
        bins.putInt(8, size);
        bins.putLong(20, written);
        byte[] file = new byte[BASE + size];
        bins.get(0, file, BASE, size);
        header(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), rootCell, size);
        sign(file);
        return file;
    }

    private void header(ByteBuffer file, int rootCell, int size) {
        file.put(0, "regf".getBytes(StandardCharsets.US_ASCII));
        file.putInt(4, sequence);
        file.putInt(8, sequence);
        file.putLong(12, written);
        file.putInt(20, 1);
        file.putInt(24, minor);
        file.putInt(32, 1);
        file.putInt(36, rootCell);
        file.putInt(40, size);
        file.putInt(44, 1);
    }

    /** Puts the right checksum into a base block. */
    public static void sign(byte[] file) {
        ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int sum = 0;
        for (int i = 0; i < 127; i++) {
            sum ^= words.getInt(4 * i);
        }
        words.putInt(508, sum == 0 ? 1 : sum == -1 ? -2 : sum);
    }

    private static boolean isLatin1(String name) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(name);
    }

    private static byte[] encoded(String name) {
        return name.getBytes(isLatin1(name) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    }

    private int reserve(KeySpec key) {
        return allocate(76 + encoded(key.name()).length);
    }

    private void fill(int cell, int parent, KeySpec key, int rootFlags) {
        byte[] name = encoded(key.name());
        List<Integer> children = new ArrayList<>();
        for (KeySpec child : key.children()) {
            int at = reserve(child);
            children.add(at);
            fill(at, cell, child, 0);
        }
        int childList = children.isEmpty() ? -1 : subkeyList(key.children(), children);
        int valueList = valueList(key);
        int at = cell + 4;
        putText(at, "nk");
        bins.putShort(at + 2, (short) ((rootFlags & ~0x20) | (isLatin1(key.name()) ? 0x20 : 0)));
        bins.putLong(at + 4, written);
        bins.putInt(at + 16, parent);
        bins.putInt(at + 20, children.size());
        bins.putInt(at + 28, childList);
        bins.putInt(at + 32, -1);
        bins.putInt(at + 36, key.values().size());
        bins.putInt(at + 40, valueList);
        bins.putInt(at + 44, security);
        bins.putInt(at + 48, -1);
        bins.putShort(at + 72, (short) name.length);
        bins.put(at + 76, name);
    }

    private int subkeyList(List<KeySpec> keys, List<Integer> cells) {
        if (cells.size() <= split) {
            return leaf(keys, cells);
        }
        List<Integer> leaves = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += split) {
            int to = Math.min(cells.size(), i + split);
            leaves.add(leaf(keys.subList(i, to), cells.subList(i, to)));
        }
        int at = allocate(4 + 4 * leaves.size());
        putText(at + 4, "ri");
        bins.putShort(at + 6, (short) leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            bins.putInt(at + 8 + 4 * i, leaves.get(i));
        }
        return at;
    }

    private int leaf(List<KeySpec> keys, List<Integer> cells) {
        int stride = list.equals("li") ? 4 : 8;
        int at = allocate(4 + stride * cells.size());
        putText(at + 4, list);
        bins.putShort(at + 6, (short) cells.size());
        for (int i = 0; i < cells.size(); i++) {
            bins.putInt(at + 8 + stride * i, cells.get(i));
            if (stride == 8) {
                bins.putInt(at + 12 + stride * i, hint(keys.get(i).name()));
            }
        }
        return at;
    }

    private int hint(String name) {
        int hash = 0;
        if (list.equals("lh")) {
            for (int i = 0; i < name.length(); i++) {
                hash = 37 * hash + Character.toUpperCase(name.charAt(i));
            }
            return hash;
        }
        for (int i = 0; i < 4 && i < name.length(); i++) {
            hash |= (name.charAt(i) & 0xFF) << (8 * i);
        }
        return hash;
    }

    private int valueList(KeySpec key) {
        if (key.values().isEmpty()) {
            return -1;
        }
        int[] cells = key.values().stream().mapToInt(this::value).toArray();
        int at = allocate(4 * cells.length);
        for (int i = 0; i < cells.length; i++) {
            bins.putInt(at + 4 + 4 * i, cells[i]);
        }
        return at;
    }

    private int value(Value value) {
        byte[] name = encoded(value.name());
        byte[] data = value.data();
        int dataCell = data.length <= 4 ? 0 : data(data);
        int at = allocate(20 + name.length) + 4;
        putText(at, "vk");
        bins.putShort(at + 2, (short) name.length);
        if (data.length <= 4) {
            bins.putInt(at + 4, data.length | 0x80000000);
            bins.put(at + 8, data);
        } else {
            bins.putInt(at + 4, data.length);
            bins.putInt(at + 8, dataCell);
        }
        bins.putInt(at + 12, value.type());
        bins.putShort(at + 16, (short) (isLatin1(value.name()) ? 1 : 0));
        bins.put(at + 20, name);
        return at - 4;
    }

    private int data(byte[] data) {
        if (data.length <= SEGMENT || minor <= 3) {
            return raw(data);
        }
        List<Integer> segments = new ArrayList<>();
        for (int from = 0; from < data.length; from += SEGMENT) {
            segments.add(raw(Arrays.copyOfRange(data, from, Math.min(data.length, from + SEGMENT))));
        }
        int segmentList = allocate(4 * segments.size());
        for (int i = 0; i < segments.size(); i++) {
            bins.putInt(segmentList + 4 + 4 * i, segments.get(i));
        }
        int at = allocate(8);
        putText(at + 4, "db");
        bins.putShort(at + 6, (short) segments.size());
        bins.putInt(at + 8, segmentList);
        return at;
    }

    private int raw(byte[] data) {
        int at = allocate(data.length);
        bins.put(at + 4, data);
        return at;
    }

    /** A descriptor that says nothing: no owner, no lists. */
    private int securityCell() {
        int at = allocate(40) + 4;
        putText(at, "sk");
        bins.putInt(at + 4, at - 4);
        bins.putInt(at + 8, at - 4);
        bins.putInt(at + 12, 1);
        bins.putInt(at + 16, 20);
        bins.put(at + 20, (byte) 1);
        bins.putShort(at + 22, (short) 0x8000);
        return at - 4;
    }

    private int allocate(int content) {
        int size = (content + 4 + 7) / 8 * 8;
        ensure(end + size + 8);
        int at = end;
        bins.putInt(at, -size);
        end += size;
        return at;
    }

    private void ensure(int size) {
        if (size > bins.capacity()) {
            bins = ByteBuffer.wrap(Arrays.copyOf(bins.array(), Math.max(size, 2 * bins.capacity())))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private void putText(int at, String text) {
        bins.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
