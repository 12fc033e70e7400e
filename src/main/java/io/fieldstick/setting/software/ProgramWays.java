package io.fieldstick.setting.software;

import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
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

    /** The entries in the list of programs that these are about, in whatever version. */
    public List<InstalledProgram> entriesIn(RegistryView registry) {
        return InstalledPrograms.in(registry).programs().stream()
                .filter(program -> anyOf.stream().anyMatch(way -> way.isEntry(program)))
                .toList();
    }

    /** Whether the program is there, in a version that counts. */
    public boolean findIn(WindowsView windows) {
        List<ProgramMatch> matches = matches();
        boolean listed = !matches.isEmpty()
                && InstalledPrograms.in(windows.registry()).programs().stream()
                        .anyMatch(program ->
                                matches.stream().anyMatch(match -> match.of(program) == ProgramMatch.Answer.YES));
        ProgramPlaces places = new ProgramPlaces(windows);
        return listed
                || traces().stream()
                        .flatMap(trace -> trace.in(places).seen().stream())
                        .anyMatch(sighting -> sighting.answer() == ProgramMatch.Answer.YES);
    }
}
