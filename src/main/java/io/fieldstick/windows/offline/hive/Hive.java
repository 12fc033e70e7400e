package io.fieldstick.windows.offline.hive;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A registry hive, read from the bytes of its file and, where a write was cut short, completed from its logs. */
public final class Hive {
    /** ERROR_BADDB: "The configuration registry database is corrupt": what RegLoadKey says of a file that is no hive. */
    public static final int ERROR_BADDB = 1009;

    /** ERROR_REGISTRY_CORRUPT: "The registry is corrupted": what Windows says of a damaged part. */
    public static final int ERROR_REGISTRY_CORRUPT = 1015;

    /** Where every known Windows puts the root key: behind the header of the first bin. */
    private static final int USUAL_ROOT = 0x20;

    private static final int MOST_PROBLEMS = 200;

    /** Whether all that Windows wrote is in what is read. */
    public enum State {
        /** The file is whole; its logs have nothing to add. */
        CLEAN,
        /** A write was cut short; the logs had the rest, which was added in memory. */
        COMPLETED,
        /** A write was cut short and no log fits: the newest changes may be missing or half there. */
        UNFINISHED
    }

    private final String name;
    private final State state;
    private final Cells cells;
    private final int rootOffset;
    private final Set<HiveProblem> problems = new LinkedHashSet<>();

    private Hive(String name, State state, Cells cells, int rootOffset) {
        this.name = name;
        this.state = state;
        this.cells = cells;
        this.rootOffset = rootOffset;
    }

    /**
     * Reads a hive; unreadable (1009) where not even its root key can be found.
     *
     * @param name for messages, the path of the file
     * @param file all bytes of the file; kept, not changed
     * @param logs all bytes of its logs, .LOG1 before .LOG2 (before Vista: .LOG), or why one could not be read; looked
     *     at only where {@link #isInterrupted}
     */
    public static Reading<Hive> read(String name, byte[] file, List<Reading<byte[]>> logs) {
        Recovery recovery = Recovery.of(file, logs);
        Cells cells = recovery.cells();
        for (int offset : new int[] {recovery.rootOffset(), USUAL_ROOT}) {
            Hive hive = new Hive(name, recovery.state(), cells, offset);
            if (hive.hasRoot()) {
                recovery.problems().forEach(hive::note);
                new Bins(cells).problems().forEach(hive::note);
                return Reading.of(hive);
            }
        }
        return Reading.unreadable(new WindowsError(Message.of("hive.tried.open", name), ERROR_BADDB, ""));
    }

    /** Whether a write to the hive that begins with the bytes {@code start} was cut short, so that its logs count. */
    public static boolean isInterrupted(byte[] start) {
        return BaseBlock.of(start).isDirty();
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    /** What could not be read or trusted so far, at most 200; grows while the hive is read. */
    public List<HiveProblem> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    public HiveKey root() {
        try {
            return HiveKey.at(this, rootOffset);
        } catch (Damage damage) {
            throw new IllegalStateException("the root key was readable before", damage);
        }
    }

    /** The key at {@code path} below the root, parts divided by backslashes; the root for "". */
    public Reading<HiveKey> key(String path) {
        Reading<HiveKey> key = Reading.of(root());
        if (path.isEmpty()) {
            return key;
        }
        for (String part : path.split("\\\\", -1)) {
            key = key.flatMap(above -> above.subkey(part));
        }
        return key;
    }

    Cells cells() {
        return cells;
    }

    int rootOffset() {
        return rootOffset;
    }

    /** Remembers the problems of {@code listing}. */
    <T> Listing<T> noted(Listing<T> listing) {
        listing.problems().forEach(this::note);
        return listing;
    }

    /** The first item that is wanted; where there is none but something could not be read, that is the answer. */
    <T> Reading<T> pick(Listing<T> listing, Predicate<T> wanted) {
        for (T item : listing.items()) {
            if (wanted.test(item)) {
                return Reading.of(item);
            }
        }
        return listing.isWhole()
                ? Reading.absent()
                : unreadable(listing.problems().get(0));
    }

    <T> Reading<T> unreadable(HiveProblem problem) {
        note(problem);
        return Reading.unreadable(new WindowsError(problem.what(), ERROR_REGISTRY_CORRUPT, ""));
    }

    private boolean hasRoot() {
        try {
            HiveKey.at(this, rootOffset);
            return true;
        } catch (Damage damage) {
            return false;
        }
    }

    private void note(HiveProblem problem) {
        synchronized (problems) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }
    }
}
