package io.fieldstick.cli;

import io.fieldstick.profile.Problem;
import java.util.List;

/** The profile cannot be used; every problem is told with its place, and nothing was changed. */
final class ProfileProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ProfileProblems(List<Problem> problems) {
        super(problems.size() + " problems");
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
