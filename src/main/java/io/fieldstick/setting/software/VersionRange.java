package io.fieldstick.setting.software;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that a rule admits: {@code >=3.80 <4}; bounds are joined by "and", a bare version is that one only. */
public final class VersionRange {
    public static final VersionRange ANY = new VersionRange("", List.of());

    private static final Pattern BOUND = Pattern.compile("\\s*(>=|<=|!=|>|<|=)?\\s*([^<>=!,]*[^<>=!,\\s])\\s*,?");
    private static final int LONGEST = 200;
    /** What people write between bounds, which would otherwise become part of a version that nothing has. */
    private static final Pattern JOINING = Pattern.compile("(?i)\\b(?:and|or)\\b|[|&]");

    private record Bound(String operator, ProgramVersion version) {
        boolean admits(ProgramVersion actual) {
            int order = actual.compareTo(version);
            return switch (operator) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case "!=" -> order != 0;
                default -> order == 0;
            };
        }
    }

    private final String text;
    private final List<Bound> bounds;

    private VersionRange(String text, List<Bound> bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /** What is wrong with {@code text} as a range; empty where nothing is. */
    public static Optional<Message> problemOf(String text) {
        return bounds(text).isEmpty() ? Optional.of(Message.of("software.problem.range", text)) : Optional.empty();
    }

    /** The range that {@code text}, which has no problem, describes. */
    public static VersionRange of(String text) {
        List<Bound> bounds = bounds(text);
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("not a range of versions: " + text);
        }
        return new VersionRange(text, bounds);
    }

    /** No bounds where the text is none. */
    private static List<Bound> bounds(String text) {
        List<Bound> bounds = new ArrayList<>();
        Matcher matcher = BOUND.matcher(text);
        boolean joined = JOINING.matcher(text).find();
        int end = 0;
        while (end < text.length() && text.length() <= LONGEST && !joined) {
            matcher.region(end, text.length());
            ProgramVersion version = matcher.lookingAt() ? ProgramVersion.of(matcher.group(2)) : ProgramVersion.of("");
            boolean good = version.isStated() && version.toString().indexOf('*') < 0;
            if (!good) {
                return List.of();
            }
            String operator = matcher.group(1);
            bounds.add(new Bound(operator == null ? "=" : operator, version));
            end = matcher.end();
        }
        return bounds;
    }

    public boolean admits(ProgramVersion version) {
        return bounds.stream().allMatch(bound -> bound.admits(version));
    }

    public boolean admitsAll() {
        return bounds.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
