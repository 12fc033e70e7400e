package io.fieldstick.setting.software;

import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A rule of the profile about one program.
 *
 * @param name what people call the program
 * @param anyOf the ways in which it may be in the list of installed programs
 * @param traces the other ways in which it may be there; with {@code anyOf} at least one
 * @param licence whether using it must be paid for
 * @param asksConsent whether the user is asked before it is installed
 * @param conditions what must hold of the machine for the rule to apply
 * @param reason why the rule is there, in the profile's own words; may be empty
 */
public record ProgramRule(
        String name,
        List<ProgramMatch> anyOf,
        List<Trace> traces,
        Licence licence,
        boolean asksConsent,
        List<Condition> conditions,
        String reason) {

    /** What the profile says of the right to use a program. */
    public enum Licence {
        FREE,
        LICENSED,
        /** It must not be used here, as what is free at home only. */
        FORBIDDEN,
        NOT_STATED
    }

    public ProgramRule {
        anyOf = List.copyOf(anyOf);
        traces = List.copyOf(traces);
        conditions = List.copyOf(conditions);
    }

    /** What {@code program} is to this rule: the best answer of all its ways. */
    public ProgramMatch.Answer answerFor(InstalledProgram program) {
        return anyOf.stream()
                .map(match -> match.of(program))
                .max(ProgramMatch.Answer::compareTo)
                .orElse(ProgramMatch.Answer.NO);
    }

    /** The versions that count, as the rule writes them, each once. */
    public List<String> versions() {
        return Stream.concat(
                        anyOf.stream().map(ProgramMatch::version),
                        traces.stream().map(Trace::version))
                .map(VersionRange::toString)
                .filter(range -> !range.isEmpty())
                .distinct()
                .toList();
    }

    /** The programs that are more to this rule than other programs, by what they are to it, each in its order. */
    public Map<ProgramMatch.Answer, List<InstalledProgram>> sort(InstalledPrograms installed) {
        Map<ProgramMatch.Answer, List<InstalledProgram>> sorted = new EnumMap<>(ProgramMatch.Answer.class);
        for (InstalledProgram program : installed.programs()) {
            ProgramMatch.Answer answer = answerFor(program);
            if (answer != ProgramMatch.Answer.NO) {
                sorted.computeIfAbsent(answer, a -> new ArrayList<>()).add(program);
            }
        }
        return sorted;
    }
}
