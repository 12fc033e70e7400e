package io.fieldstick.setting.software;

import io.fieldstick.message.Message;
import io.fieldstick.windows.DisplayText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The names that a rule means: the exact name, one with {@code *} and {@code ?}, or a {@code /regular expression/} that
 * is found anywhere in it; without regard to case, kinds of blanks and full-width letters.
 */
public abstract sealed class NamePattern {
    private static final int LONGEST = 300;

    /** How often an expression may look at a character of one name; sane ones need fewer than a thousand looks. */
    private static final int MOST_LOOKS = 100_000;

    /** Counted repetitions inside each other multiply, and some of them never look at a character. */
    private static final long MOST_REPETITIONS = 1000;

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    /** Whether a name is meant. */
    public enum Answer {
        YES,
        NO,
        /** The expression takes too long on this name to say. */
        TOO_SLOW
    }

    private final String text;

    private NamePattern(String text) {
        this.text = text;
    }

    /** Matches every name. */
    public static NamePattern any() {
        return new Wildcards("*");
    }

    /** What is wrong with {@code text} as a pattern; empty where nothing is. */
    public static Optional<Message> problemOf(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(Message.of("software.problem.pattern-long", text.length(), LONGEST));
        }
        if (!isExpression(text)) {
            boolean blank = DisplayText.clean(text).isEmpty();
            return blank ? Optional.of(Message.of("software.problem.pattern-empty")) : Optional.empty();
        }
        try {
            compile(text);
            return repetitionsIn(text) > MOST_REPETITIONS
                    ? Optional.of(Message.of("software.problem.pattern-repeats", MOST_REPETITIONS))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(Message.of("software.problem.expression", e.getDescription(), e.getIndex()));
        }
    }

    /** The pattern that {@code text}, which has no problem, describes. */
    public static NamePattern of(String text) {
        return isExpression(text) ? new Expression(text, compile(text)) : new Wildcards(text);
    }

    public abstract Answer matches(String name);

    /** As it is written in the profile. */
    @Override
    public String toString() {
        return text;
    }

    private static boolean isExpression(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    private static Pattern compile(String text) {
        return Pattern.compile(text.substring(1, text.length() - 1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static long repetitionsIn(String text) {
        return COUNTED.matcher(text)
                .results()
                .mapToLong(NamePattern::count)
                .reduce(1, (all, one) -> Math.min(all * Math.max(one, 1), Integer.MAX_VALUE));
    }

    private static long count(MatchResult counted) {
        String most = counted.group(2);
        return Long.parseLong(most == null || most.isEmpty() ? counted.group(1) : most);
    }

    /** An exact name is one without wildcards. */
    private static final class Wildcards extends NamePattern {
        private final String pattern;

        Wildcards(String text) {
            super(text);
            this.pattern = DisplayText.clean(text).toLowerCase(Locale.ROOT);
        }

        /* Goes back to the last star only, so the time is at most the product of the two lengths. */
        @Override
        public Answer matches(String shown) {
            String name = DisplayText.clean(shown).toLowerCase(Locale.ROOT);
            int at = 0;
            int star = -1;
            int resume = 0;
            int i = 0;
            while (i < name.length()) {
                boolean more = at < pattern.length();
                if (more && pattern.charAt(at) == '*') {
                    star = at++;
                    resume = i;
                } else if (more && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(i))) {
                    at++;
                    i++;
                } else if (star >= 0) {
                    at = star + 1;
                    i = ++resume;
                } else {
                    return Answer.NO;
                }
            }
            while (at < pattern.length() && pattern.charAt(at) == '*') {
                at++;
            }
            return at == pattern.length() ? Answer.YES : Answer.NO;
        }
    }

    private static final class Expression extends NamePattern {
        private final Pattern pattern;

        Expression(String text, Pattern pattern) {
            super(text);
            this.pattern = pattern;
        }

        @Override
        public Answer matches(String shown) {
            try {
                return pattern.matcher(new Watched(DisplayText.clean(shown))).find() ? Answer.YES : Answer.NO;
            } catch (TooManyLooks | StackOverflowError e) {
                return Answer.TOO_SLOW;
            }
        }
    }

    /** A text that counts how often it is looked at, and gives up: a matcher cannot be stopped otherwise. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }
}
