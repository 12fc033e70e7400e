package io.fieldstick.windows.offline.hive;

import java.util.ArrayList;
import java.util.List;

/** Looks whether the bins that the cells lie in follow each other without a gap. */
final class Bins {
    /** "hbin". */
    static final int SIGNATURE = 0x6E696268;

    static final int UNIT = 4096;
    private static final int MOST_PROBLEMS = 50;

    private final Cells cells;

    Bins(Cells cells) {
        this.cells = cells;
    }

    /** A problem for each place where a bin should begin and none does, 50 at most. */
    List<HiveProblem> problems() {
        List<HiveProblem> problems = new ArrayList<>();
        int at = 0;
        while (at <= cells.size() - UNIT && problems.size() < MOST_PROBLEMS) {
            int size = cells.raw(at + 8);
            boolean sound = cells.raw(at) == SIGNATURE
                    && cells.raw(at + 4) == at
                    && size >= UNIT
                    && size % UNIT == 0
                    && size <= cells.size() - at;
            if (!sound) {
                problems.add(HiveProblem.at(Cells.fileOffset(at), "hive.problem.no-bin"));
            }
            at += sound ? size : UNIT;
        }
        return problems;
    }
}
