package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far in one reading, as many as a person could want to see. */
public final class Problems {
    /** A broken generator can write a hundred thousand wrong lines; nobody reads beyond the first hundred. */
    private static final int SHOWN = 100;

    private final List<Problem> found = new ArrayList<>();
    private boolean more;

    public void add(Problem problem) {
        if (found.size() < SHOWN) {
            found.add(problem);
        } else {
            more = true;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many there are to be shown. */
    public int size() {
        return found.size();
    }

    /** In the order of {@code sources}, which are names of texts, and by place within each. */
    public List<Problem> sorted(List<String> sources) {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<Problem>comparingInt(problem -> rank(problem, sources))
                .thenComparingInt(problem -> problem.at().line())
                .thenComparingInt(problem -> problem.at().column()));
        if (more) {
            int last = sorted.size() - 1;
            sorted.set(last, sorted.get(last).note(Message.of("profile.more-problems", SHOWN)));
        }
        return sorted;
    }

    private static int rank(Problem problem, List<String> sources) {
        int at = sources.indexOf(problem.at().source().name());
        return at < 0 ? sources.size() : at;
    }
}
