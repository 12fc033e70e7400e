package io.fieldstick.setting.software;

import io.fieldstick.windows.DisplayText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as programs state it: {@code 3.80}, {@code 12.0.6612.1000}, {@code 2007 SP3}, {@code r2}, {@code 20090312}.
 *
 * <p>Numbers are compared as numbers and words as words, part by part; a missing part is 0, so {@code 3.8} is before
 * {@code 3.80}, which equals {@code 3.80.0}. Beta and the like are before the version itself, other words after it.
 */
public final class ProgramVersion implements Comparable<ProgramVersion> {
    private static final int LONGEST = 100;
    private static final Pattern PARTS = Pattern.compile("\\d+|\\p{L}+");
    private static final Pattern SERVICE_PACK = Pattern.compile("service pack");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{6}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    /** Words that say nothing about the order. */
    private static final Set<String> NOISE = Set.of(
            "v", "ver", "version", "build", "release", "final", "rtm", "edition", "年", "月", "日", "版", "版本", "正式版",
            "官方版", "官方正式版", "最终版");

    /** Words of what comes before the finished version, by their order. */
    private static final Map<String, String> EARLY = Map.ofEntries(
            Map.entry("alpha", "1"),
            Map.entry("内测版", "1"),
            Map.entry("beta", "2"),
            Map.entry("preview", "2"),
            Map.entry("pre", "2"),
            Map.entry("测试版", "2"),
            Map.entry("公测版", "2"),
            Map.entry("rc", "3"));

    /** The kinds of parts in their order; a missing part is a NOUGHT. */
    private enum Kind {
        EARLY_WORD,
        NOUGHT,
        WORD,
        NUMBER
    }

    private record Part(Kind kind, String text) implements Comparable<Part> {
        static final Part MISSING = new Part(Kind.NOUGHT, "");

        static Part of(String token) {
            if (Character.isDigit(token.charAt(0))) {
                String digits = LEADING_ZEROS.matcher(token).replaceFirst("");
                return digits.isEmpty() ? MISSING : new Part(Kind.NUMBER, digits);
            }
            String early = EARLY.get(token);
            return early == null ? new Part(Kind.WORD, token) : new Part(Kind.EARLY_WORD, early);
        }

        @Override
        public int compareTo(Part other) {
            if (kind != other.kind) {
                return kind.compareTo(other.kind);
            }
            boolean longer = kind == Kind.NUMBER && text.length() != other.text.length();
            return longer ? Integer.compare(text.length(), other.text.length()) : text.compareTo(other.text);
        }
    }

    private final String text;
    private final List<Part> parts;

    private ProgramVersion(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** The version that {@code raw} states; whatever it holds, it is some version. */
    public static ProgramVersion of(String raw) {
        String clean = DisplayText.clean(raw);
        String text = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
        String lower = SERVICE_PACK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("sp");
        List<Part> parts = new ArrayList<>();
        Matcher tokens = PARTS.matcher(withDateApart(lower));
        while (tokens.find()) {
            if (!NOISE.contains(tokens.group())) {
                parts.add(Part.of(tokens.group()));
            }
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1).equals(Part.MISSING)) {
            parts.remove(parts.size() - 1);
        }
        return new ProgramVersion(text, Collections.unmodifiableList(parts));
    }

    /** {@code 20090312} is the same day as {@code 2009-3-12}. */
    private static String withDateApart(String text) {
        if (!DATE.matcher(text).matches()) {
            return text;
        }
        try {
            int number = Integer.parseInt(text);
            LocalDate date = LocalDate.of(number / 10000, number / 100 % 100, number % 100);
            return date.getYear() + "-" + date.getMonthValue() + "-" + date.getDayOfMonth();
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** Whether the text has a number in it, so that it states a version at all. */
    public boolean isStated() {
        return text.chars().anyMatch(Character::isDigit);
    }

    @Override
    public int compareTo(ProgramVersion other) {
        int most = Math.max(parts.size(), other.parts.size());
        for (int i = 0; i < most; i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Part part(int i) {
        return i < parts.size() ? parts.get(i) : Part.MISSING;
    }

    /** Whether it is the same version, however it is written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProgramVersion version && parts.equals(version.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
