package io.fieldstick.setting;

import io.fieldstick.message.Secrets;
import io.fieldstick.profile.YamlText;
import io.fieldstick.setting.software.NamePattern;
import io.fieldstick.setting.software.ProgramMatch;
import io.fieldstick.setting.software.VersionRange;
import io.fieldstick.windows.InstalledProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that an installed program keeps.
 *
 * @param name what the rule calls it
 * @param displayName the pattern of its name
 * @param publisher the pattern of its publisher; empty where it states none
 * @param version the bound below its version; empty where it states none that can be compared
 */
record LearnedProgram(String name, String displayName, String publisher, String version) {
    private static final int LONGEST = 100;

    /** The rules for {@code programs}, one for each name; those that no rule can be written for are left out. */
    static List<LearnedProgram> all(List<InstalledProgram> programs) {
        List<LearnedProgram> rules = new ArrayList<>();
        Set<String> patterns = new HashSet<>();
        Set<String> names = new HashSet<>(Set.of(Software.OTHERS));
        for (InstalledProgram program : programs) {
            if (rules.size() < ProfileDraft.MOST
                    && patterns.add(pattern(program.name()).toLowerCase(Locale.ROOT))) {
                of(program, free(spoken(program.name()), names)).ifPresent(rules::add);
            }
        }
        return rules;
    }

    /** The strictest rule that {@code program} keeps. */
    private static Optional<LearnedProgram> of(InstalledProgram program, String name) {
        String bound = program.version().isEmpty() ? "" : ">=" + program.version();
        boolean comparable = !bound.isEmpty()
                && bound.length() <= LONGEST
                && !hasBraces(bound)
                && Secrets.hidden(bound).equals(bound)
                && VersionRange.problemOf(bound).isEmpty();
        String version = comparable ? bound : "";
        String displayName = pattern(program.name());
        String publisher = program.publisher().isEmpty() ? "" : pattern(program.publisher());
        List<LearnedProgram> candidates = List.of(
                new LearnedProgram(name, displayName, publisher, version),
                new LearnedProgram(name, displayName, publisher, ""),
                new LearnedProgram(name, displayName, "", version),
                new LearnedProgram(name, displayName, "", ""));
        return candidates.stream().filter(rule -> rule.isKeptBy(program)).findFirst();
    }

    private boolean isKeptBy(InstalledProgram program) {
        boolean patterns = NamePattern.problemOf(displayName).isEmpty()
                && (publisher.isEmpty() || NamePattern.problemOf(publisher).isEmpty());
        return patterns
                && new ProgramMatch(
                                        NamePattern.of(displayName),
                                        publisher.isEmpty() ? NamePattern.any() : NamePattern.of(publisher),
                                        version.isEmpty() ? VersionRange.ANY : VersionRange.of(version))
                                .of(program)
                        == ProgramMatch.Answer.YES;
    }

    /**
     * A pattern that matches {@code text}: itself, with a question mark for what has a meaning of its own in a profile or
     * cannot be in a file, and stars for what looks like a secret.
     */
    static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        Secrets.hidden(text).codePoints().limit(LONGEST).forEach(c -> pattern.appendCodePoint(isSpecial(c) ? '?' : c));
        if (pattern.indexOf("/") == 0) {
            pattern.setCharAt(0, '?');
        }
        return text.codePointCount(0, text.length()) > LONGEST
                ? pattern.append('*').toString()
                : pattern.toString();
    }

    private static boolean isSpecial(int c) {
        return c == '{' || c == '}' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean hasBraces(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    /** {@code text} as the name of something in a profile: without braces, and not too long. */
    static String spoken(String text) {
        StringBuilder known = new StringBuilder();
        Secrets.hidden(text)
                .replace('{', '(')
                .replace('}', ')')
                .codePoints()
                .forEach(c -> known.appendCodePoint(isSpecial(c) ? '?' : c));
        String plain = known.toString().strip();
        int length = plain.codePointCount(0, plain.length());
        String shortened = plain.substring(0, plain.offsetByCodePoints(0, Math.min(length, LONGEST)));
        return shortened.isBlank() ? "-" : shortened;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    /** The rule as lines of YAML in the list of required programs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("    - name: " + YamlText.quoted(name));
        lines.add("      any-of:");
        lines.add("        - display-name: " + YamlText.quoted(displayName));
        if (!publisher.isEmpty()) {
            lines.add("          publisher: " + YamlText.quoted(publisher));
        }
        if (!version.isEmpty()) {
            lines.add("          version: " + YamlText.quoted(version));
        }
        return lines;
    }
}
