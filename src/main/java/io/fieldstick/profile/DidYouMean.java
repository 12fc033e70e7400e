package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class DidYouMean {
    /** Longer names are not typed, and comparing them would take long. */
    private static final int LONGEST = 64;

    private DidYouMean() {}

    /** {@code problem} with that help. */
    public static Problem on(Problem problem, String typed, Collection<String> known) {
        Problem helped = problem;
        for (Message help : help(typed, known)) {
            helped = helped.help(help);
        }
        return helped;
    }

    /** "did you mean ...", or which names there are, or nothing where there are none or too many to list. */
    private static List<Message> help(String typed, Collection<String> known) {
        Optional<String> closest = closest(typed, known);
        if (closest.isPresent()) {
            return List.of(Message.of("profile.did-you-mean", closest.get()));
        }
        boolean listable = !known.isEmpty() && known.size() <= 20;
        return listable ? List.of(Message.of("profile.known-names", String.join(", ", known))) : List.of();
    }

    /** The known name with the fewest typing errors, if they are few for its length. */
    static Optional<String> closest(String typed, Collection<String> known) {
        String wanted = normal(typed);
        return known.stream()
                .filter(name -> Math.max(name.length(), wanted.length()) <= LONGEST)
                .filter(name ->
                        distance(wanted, normal(name)) <= Math.max(1, Math.min(wanted.length(), name.length()) / 3))
                .min(Comparator.comparingInt(name -> distance(wanted, normal(name))));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
