package io.fieldstick.windows.offline.hive;

/** Stops the reading of one record at its first byte that cannot be believed; never leaves this package. */
final class Damage extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient HiveProblem problem;

    Damage(HiveProblem problem) {
        super(problem.what().key(), null, false, false);
        this.problem = problem;
    }

    HiveProblem problem() {
        return problem;
    }
}
