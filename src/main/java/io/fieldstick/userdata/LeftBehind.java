package io.fieldstick.userdata;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every byte on the drive of Windows by what becomes of it; and what nothing explains in profiles on other drives.
 *
 * @param byFate how much each fate has; together they are all that the walk has seen on that drive
 * @param unexplained the folders and files that nothing explains, those in profiles on other drives too, the biggest first
 */
public record LeftBehind(Map<Fate, Count> byFate, List<Unexplained> unexplained) {
    public LeftBehind {
        Map<Fate, Count> ordered = new EnumMap<>(Fate.class);
        ordered.putAll(byFate);
        byFate = Collections.unmodifiableMap(ordered);
        unexplained = List.copyOf(unexplained);
    }

    /** The files that nothing explains, on whichever drive. */
    public long unexplainedFiles() {
        return unexplained.stream().mapToLong(item -> item.count().files()).sum();
    }

    /** The bytes of {@link #unexplainedFiles}. */
    public long unexplainedBytes() {
        return unexplained.stream().mapToLong(item -> item.count().bytes()).sum();
    }

    /** A folder or file that nothing explains. */
    public record Unexplained(String path, Count count) {}
}
