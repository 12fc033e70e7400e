package io.fieldstick.setting.software;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Processes;
import io.fieldstick.windows.Reading;
import java.util.List;

/** A process of this program file is running now. */
public record ProcessTrace(NamePattern name) implements Trace {

    @Override
    public Sighting.Look in(ProgramPlaces places) {
        Reading<List<Processes.Process>> running = places.windows().processes().running();
        if (running instanceof Reading.Unreadable<List<Processes.Process>> refused) {
            return Sighting.Look.refused(refused.why());
        }
        List<Sighting> seen = running.orElse(List.of()).stream()
                .filter(process -> ProgramMatch.byName(name, process.name()) != ProgramMatch.Answer.NO)
                .map(process -> new Sighting(
                        ProgramMatch.byName(name, process.name()),
                        process.name(),
                        new Evidence("process " + process.id(), process.name())))
                .toList();
        return new Sighting.Look(seen, List.of());
    }
}
