package io.fieldstick.setting.software;

import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All the ways in which one program may be there; any of them proves it. */
public record ProgramWays(List<Way> anyOf) {
    public ProgramWays {
        anyOf = List.copyOf(anyOf);
    }

    public List<ProgramMatch> matches() {
        return anyOf.stream().map(Way::match).flatMap(Optional::stream).toList();
    }

    public List<Trace> traces() {
        return anyOf.stream().map(Way::trace).flatMap(Optional::stream).toList();
    }

    /** Whether any of them is an entry in the list of programs, which says how to uninstall it. */
    public boolean areInList() {
        return anyOf.stream().anyMatch(Way::isInList);
    }

    /**
     * The entries in the list of programs that these are about, in whatever version; unreadable where none is seen and
     * a part of the list cannot be read: one may be there.
     */
    public Reading<List<InstalledProgram>> entriesIn(RegistryView registry) {
        InstalledPrograms listed = InstalledPrograms.in(registry);
        List<InstalledProgram> entries = listed.programs().stream()
                .filter(program -> anyOf.stream().anyMatch(way -> way.isEntry(program)))
                .toList();
        return entries.isEmpty() && !listed.refused().isEmpty()
                ? Reading.unreadable(listed.refused().get(0))
                : Reading.of(entries);
    }

    /** Whether the program is there, in a version that counts as far as Windows says: some record none. */
    public Reading<Boolean> isIn(WindowsView windows) {
        List<Reading<Boolean>> answers = new ArrayList<>();
        List<ProgramMatch> matches = matches();
        if (!matches.isEmpty()) {
            InstalledPrograms listed = InstalledPrograms.in(windows.registry());
            boolean seen = listed.programs().stream()
                    .anyMatch(program -> matches.stream().anyMatch(match -> mayBe(match.of(program))));
            answers.add(answer(seen, listed.refused()));
        }
        ProgramPlaces places = new ProgramPlaces(windows);
        for (Trace trace : traces()) {
            Sighting.Look look = trace.in(places);
            boolean seen = look.seen().stream().anyMatch(sighting -> mayBe(sighting.answer()));
            answers.add(answer(seen, look.refused()));
        }
        return Reading.any(answers);
    }

    private static boolean mayBe(ProgramMatch.Answer answer) {
        return switch (answer) {
            case YES, VERSION_NOT_STATED, TOO_SLOW -> true;
            case NO, OTHER_VERSION -> false;
        };
    }

    private static Reading<Boolean> answer(boolean seen, List<WindowsError> refused) {
        return seen || refused.isEmpty() ? Reading.of(seen) : Reading.unreadable(refused.get(0));
    }
}
