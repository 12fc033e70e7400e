package io.fieldstick.windows.offline;

import io.fieldstick.windows.offline.hive.Hive;
import io.fieldstick.windows.offline.hive.HiveProblem;
import java.util.List;

/**
 * What is to be said of a registry file that was read.
 *
 * @param file its path
 * @param state whether a write to it was cut short, and whether its logs had the rest
 * @param problems what could not be read of it so far
 */
public record HiveReport(String file, Hive.State state, List<HiveProblem> problems) {
    public HiveReport {
        problems = List.copyOf(problems);
    }

    static HiveReport of(Hive hive) {
        return new HiveReport(hive.name(), hive.state(), hive.problems());
    }

    /** Whether everything that Windows wrote into it was read. */
    boolean isWhole() {
        return state != Hive.State.UNFINISHED && problems.isEmpty();
    }
}
