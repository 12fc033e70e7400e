package io.fieldstick.windows.offline.hive;

import io.fieldstick.windows.FileTime;
import io.fieldstick.windows.Reading;
import java.time.Instant;
import java.util.function.Predicate;

/** A key of a hive; names are found without regard to case, a symbolic link is a key like another and not followed. */
public final class HiveKey {
    private static final int FLAGS_AT = 2;
    private static final int WRITTEN_AT = 4;
    private static final int PARENT_AT = 16;
    private static final int SUBKEY_COUNT_AT = 20;
    private static final int SUBKEY_LIST_AT = 28;
    private static final int VALUE_COUNT_AT = 36;
    private static final int VALUE_LIST_AT = 40;
    private static final int NAME_LENGTH_AT = 72;
    private static final int NAME_AT = 76;

    private static final int LATIN1_NAME = 0x20;

    /** The value count of such a key is a handle: it has no values of its own. */
    private static final int PREDEFINED_HANDLE = 0x40;

    private final Hive hive;
    private final Cell node;
    private final String name;

    private HiveKey(Hive hive, Cell node, String name) {
        this.hive = hive;
        this.node = node;
        this.name = name;
    }

    static HiveKey at(Hive hive, int offset) throws Damage {
        Cell node = hive.cells().at(offset);
        if (!node.hasSignature("nk")) {
            throw new Damage(HiveProblem.at(node.fileOffset(), "hive.problem.no-key"));
        }
        boolean latin1 = (node.unsignedShort(FLAGS_AT) & LATIN1_NAME) != 0;
        String name = node.name(NAME_AT, node.unsignedShort(NAME_LENGTH_AT), latin1);
        if (name.isEmpty() || (name.indexOf('\\') >= 0 && offset != hive.rootOffset())) {
            throw new Damage(HiveProblem.at(node.fileOffset(), "hive.problem.key-name"));
        }
        return new HiveKey(hive, node, name);
    }

    public String name() {
        return name;
    }

    /** When it was last written; absent where that was not noted. */
    public Reading<Instant> lastWritten() {
        try {
            long low = Integer.toUnsignedLong(node.integer(WRITTEN_AT));
            long ticks = (long) node.integer(WRITTEN_AT + Integer.BYTES) << Integer.SIZE | low;
            return ticks == 0 ? Reading.absent() : Reading.of(FileTime.instant(ticks));
        } catch (Damage damage) {
            return hive.unreadable(damage.problem());
        }
    }

    /** The keys directly below, in the order of the hive. */
    public Listing<HiveKey> subkeys() {
        return subkeys(key -> false);
    }

    /** The key {@code wanted} directly below; unreadable, not absent, where it may be in a part that is damaged. */
    public Reading<HiveKey> subkey(String wanted) {
        Predicate<HiveKey> isWanted = key -> key.name.equalsIgnoreCase(wanted);
        return hive.pick(subkeys(isWanted), isWanted);
    }

    /** The values, in the order of the hive; the default value is named "". */
    public Listing<HiveValue> values() {
        return values(value -> false);
    }

    /** The value {@code wanted}; unreadable, not absent, where it may be in a part that is damaged. */
    public Reading<HiveValue> value(String wanted) {
        Predicate<HiveValue> isWanted = value -> value.name().equalsIgnoreCase(wanted);
        return hive.pick(values(isWanted), isWanted);
    }

    /** The answer to a question about this key that {@code problem} leaves open. */
    public <T> Reading<T> unreadable(HiveProblem problem) {
        return hive.unreadable(problem);
    }

    Hive hive() {
        return hive;
    }

    int offset() {
        return node.offset();
    }

    int parentOffset() throws Damage {
        return node.integer(PARENT_AT);
    }

    private Listing<HiveKey> subkeys(Predicate<HiveKey> until) {
        Gathering<HiveKey> found = new Gathering<>(until);
        try {
            int count = node.integer(SUBKEY_COUNT_AT);
            if (count != 0) {
                new SubkeyLists(this, found).read(node.integer(SUBKEY_LIST_AT), true);
                compareCount(count, found);
            }
        } catch (Damage damage) {
            found.problem(damage.problem());
        }
        return hive.noted(found.listing());
    }

    private void compareCount(int count, Gathering<HiveKey> found) {
        if (!found.isDone() && Integer.compareUnsigned(found.size(), count) < 0) {
            found.problem(HiveProblem.at(
                    node.fileOffset(), "hive.problem.subkeys-missing", Integer.toUnsignedString(count), found.size()));
        }
    }

    private Listing<HiveValue> values(Predicate<HiveValue> until) {
        Gathering<HiveValue> found = new Gathering<>(until);
        try {
            int count = node.integer(VALUE_COUNT_AT);
            if (count != 0 && (node.unsignedShort(FLAGS_AT) & PREDEFINED_HANDLE) == 0) {
                readValues(hive.cells().at(node.integer(VALUE_LIST_AT)), count, found);
            }
        } catch (Damage damage) {
            found.problem(damage.problem());
        }
        return hive.noted(found.listing());
    }

    private void readValues(Cell list, int count, Gathering<HiveValue> found) throws Damage {
        int fit = list.size() / 4;
        if (Integer.compareUnsigned(count, fit) > 0) {
            found.problem(HiveProblem.at(
                    list.fileOffset(), "hive.problem.list-too-short", Integer.toUnsignedString(count), fit));
        }
        int readable = Integer.compareUnsigned(count, fit) > 0 ? fit : count;
        for (int i = 0; i < readable && !found.isDone(); i++) {
            value(list.integer(4 * i), found);
        }
    }

    private void value(int offset, Gathering<HiveValue> found) {
        try {
            if (!found.meets(offset)) {
                throw new Damage(HiveProblem.at(Cells.fileOffset(offset), "hive.problem.list-twice"));
            }
            found.add(HiveValue.at(hive, offset));
        } catch (Damage damage) {
            found.problem(damage.problem());
        }
    }
}
