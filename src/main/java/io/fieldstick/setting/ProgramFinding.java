package io.fieldstick.setting;

import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramPlaces;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.setting.software.Sighting;
import io.fieldstick.setting.software.Sighting.Look;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one rule finds among the installed programs and by the other traces that it knows. */
final class ProgramFinding {
    private final Map<Answer, List<Sighting>> found = new EnumMap<>(Answer.class);
    private final List<WindowsError> refused = new ArrayList<>();
    private final boolean inList;

    /**
     * Sorts what was read.
     *
     * @param looks what each trace of {@code rule} led to
     */
    ProgramFinding(ProgramRule rule, SoftwareScan.State common, List<Look> looks) {
        rule.sort(common.installed())
                .forEach((answer, programs) -> programs.forEach(
                        program -> add(new Sighting(answer, Software.words(program), program.evidence()))));
        inList = found.containsKey(Answer.YES);
        if (!rule.anyOf().isEmpty()) {
            refused.addAll(common.installed().refused());
        }
        for (Look look : looks) {
            look.seen().forEach(this::add);
            refused.addAll(look.refused());
        }
    }

    /** What each trace of {@code rule} leads to. */
    static List<Look> looks(ProgramRule rule, ProgramPlaces places) {
        return rule.traces().stream().map(trace -> trace.in(places)).toList();
    }

    private void add(Sighting sighting) {
        found.computeIfAbsent(sighting.answer(), answer -> new ArrayList<>()).add(sighting);
    }

    boolean has(Answer answer) {
        return found.containsKey(answer);
    }

    /** Whether the program is there; unreadable where it was not found and not everything could be looked at. */
    Reading<Boolean> isThere() {
        return has(Answer.YES) || refused.isEmpty() ? Reading.of(has(Answer.YES)) : Reading.unreadable(refused.get(0));
    }

    /** Whether the program is in the list of installed programs, and not only by another trace there. */
    boolean isInList() {
        return inList;
    }

    List<WindowsError> refused() {
        return refused;
    }

    String names(Answer answer) {
        return found.getOrDefault(answer, List.of()).stream()
                .map(Sighting::name)
                .collect(Collectors.joining("; "));
    }

    List<Evidence> evidence(Answer answer) {
        return found.getOrDefault(answer, List.of()).stream()
                .map(Sighting::evidence)
                .toList();
    }

    /** The evidence of every answer. */
    List<Evidence> evidence() {
        return found.values().stream()
                .flatMap(List::stream)
                .map(Sighting::evidence)
                .toList();
    }
}
