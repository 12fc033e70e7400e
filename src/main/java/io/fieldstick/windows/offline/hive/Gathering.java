package io.fieldstick.windows.offline.hive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A list while it is read: what was found, what was wrong, and when to stop. */
final class Gathering<T> {
    /**
     * So many more problems than good items end the reading of a list, so that a list of nothing but rubbish (which many
     * keys may point to) costs little.
     */
    private static final int PATIENCE = 64;

    private final List<T> items = new ArrayList<>();
    private final List<HiveProblem> problems = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Predicate<T> wanted;
    private boolean done;

    /** Ends with the first item that is {@code wanted}. */
    Gathering(Predicate<T> wanted) {
        this.wanted = wanted;
    }

    void add(T item) {
        items.add(item);
        done |= wanted.test(item);
    }

    void problem(HiveProblem problem) {
        problems.add(problem);
        if (problems.size() > items.size() + PATIENCE) {
            done = true;
        }
    }

    /** Whether the cell at {@code offset} was not met before in this list. */
    boolean meets(int offset) {
        return seen.add(offset);
    }

    boolean isDone() {
        return done;
    }

    int size() {
        return items.size();
    }

    Listing<T> listing() {
        return new Listing<>(items, problems);
    }
}
