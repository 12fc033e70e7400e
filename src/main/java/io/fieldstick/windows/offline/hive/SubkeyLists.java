package io.fieldstick.windows.offline.hive;

/** Reads the lists of a key's sub-keys: leaves of three kinds (li, lf, lh), and roots (ri) that divide them. */
final class SubkeyLists {
    private static final int ELEMENTS_AT = 4;

    private final Hive hive;
    private final HiveKey parent;
    private final Gathering<HiveKey> found;

    SubkeyLists(HiveKey parent, Gathering<HiveKey> found) {
        this.hive = parent.hive();
        this.parent = parent;
        this.found = found;
    }

    /** Reads the list at {@code offset}; a root may only stand at the top. */
    void read(int offset, boolean top) {
        try {
            if (!found.meets(offset)) {
                throw new Damage(HiveProblem.at(Cells.fileOffset(offset), "hive.problem.list-twice"));
            }
            Cell list = hive.cells().at(offset);
            if (list.hasSignature("lf") || list.hasSignature("lh")) {
                elements(list, 8, true);
            } else if (list.hasSignature("li")) {
                elements(list, 4, true);
            } else if (list.hasSignature("ri") && top) {
                elements(list, 4, false);
            } else {
                throw new Damage(HiveProblem.at(list.fileOffset(), "hive.problem.no-subkey-list"));
            }
        } catch (Damage damage) {
            found.problem(damage.problem());
        }
    }

    private void elements(Cell list, int stride, boolean leaf) throws Damage {
        int count = list.unsignedShort(2);
        int fit = (list.size() - ELEMENTS_AT) / stride;
        if (count > fit) {
            found.problem(HiveProblem.at(list.fileOffset(), "hive.problem.list-too-short", count, fit));
        }
        for (int i = 0; i < Math.min(count, fit) && !found.isDone(); i++) {
            int offset = list.integer(ELEMENTS_AT + i * stride);
            if (leaf) {
                key(offset);
            } else {
                read(offset, false);
            }
        }
    }

    /*
     * A key is believed to be a child only where it names this key as its parent: so every key has one place, and no
     * hive, however made, can lead in a circle. The root is nobody's child.
     */
    private void key(int offset) {
        try {
            HiveKey key = HiveKey.at(hive, offset);
            if (!found.meets(offset) || key.parentOffset() != parent.offset() || offset == hive.rootOffset()) {
                throw new Damage(HiveProblem.at(Cells.fileOffset(offset), "hive.problem.not-its-child"));
            }
            found.add(key);
        } catch (Damage damage) {
            found.problem(damage.problem());
        }
    }
}
