package io.fieldstick.userdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files of one volume were seen already under another name, and which tallies have counted them.
 *
 * <p>Twelve bytes for each file and no objects: a million files take 25 MB. Which name comes first does not matter: a
 * tally counts a file once, under whichever of its names it is reached.
 */
final class HardLinks {
    /** More files than this are not remembered, so that the memory stays below 50 MB. */
    private static final int MOST = 3 << 20;

    private static final int FIRST_SLOTS = 1 << 12;

    private long[] ids = new long[FIRST_SLOTS];
    private int[] owners = new int[FIRST_SLOTS];
    private int size;
    private boolean full;
    private final List<List<Tally>> tallies = new ArrayList<>();
    private final Map<List<Tally>, Integer> numbers = new HashMap<>();

    /** The number of a set of tallies, for {@link #first}. */
    synchronized int owner(List<Tally> set) {
        return numbers.computeIfAbsent(set, unknown -> {
            tallies.add(set);
            return tallies.size() - 1;
        });
    }

    /** Whether the file {@code id} was not seen before; it is taken to be counted by the set {@code owner} from now on. */
    synchronized boolean first(long id, int owner) {
        if (id == 0 || full) {
            return true;
        }
        int slot = slot(ids, id);
        if (ids[slot] != 0) {
            return false;
        }
        ids[slot] = id;
        owners[slot] = owner;
        grow();
        return true;
    }

    /** Those of the set {@code owner} that have not counted the file {@code id} yet; they are taken to count it now. */
    synchronized List<Tally> notYet(long id, int owner) {
        int slot = slot(ids, id);
        List<Tally> known = tallies.get(owners[slot]);
        List<Tally> missing = new ArrayList<>(tallies.get(owner));
        missing.removeAll(known);
        if (!missing.isEmpty()) {
            List<Tally> both = new ArrayList<>(known);
            both.addAll(missing);
            owners[slot] = owner(List.copyOf(both));
        }
        return missing;
    }

    /** Whether there were more files than can be remembered, so that some may have counted twice. */
    synchronized boolean isFull() {
        return full;
    }

    private void grow() {
        size++;
        full = size >= MOST;
        if (size <= ids.length / 4 * 3 || full) {
            return;
        }
        long[] oldIds = ids;
        int[] oldOwners = owners;
        ids = new long[2 * oldIds.length];
        owners = new int[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int slot = slot(ids, oldIds[i]);
                ids[slot] = oldIds[i];
                owners[slot] = oldOwners[i];
            }
        }
    }

    /** Where {@code id} is, or the free slot where it belongs; its bits are mixed, because ids are mostly in a row. */
    private static int slot(long[] ids, long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 33) & (ids.length - 1);
        while (ids[slot] != 0 && ids[slot] != id) {
            slot = (slot + 1) & (ids.length - 1);
        }
        return slot;
    }
}
