package io.fieldstick.windows.offline.hive;

import java.util.List;

/** What could be read of a list, and what could not. */
public record Listing<T>(List<T> items, List<HiveProblem> problems) {
    public Listing {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** Whether nothing that should be in the list is missing. */
    public boolean isWhole() {
        return problems.isEmpty();
    }
}
