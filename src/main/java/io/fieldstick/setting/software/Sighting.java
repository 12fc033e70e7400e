package io.fieldstick.setting.software;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsError;
import java.util.List;

/**
 * Something that was seen of a program.
 *
 * @param answer what it is to the rule
 * @param name what it is, as Windows names it: a program with its version, a path, a service
 */
public record Sighting(ProgramMatch.Answer answer, String name, Evidence evidence) {

    /** All that one look found, and what could not be looked at. */
    public record Look(List<Sighting> seen, List<WindowsError> refused) {
        public static final Look NOTHING = new Look(List.of(), List.of());

        public Look {
            seen = List.copyOf(seen);
            refused = List.copyOf(refused);
        }

        static Look at(Sighting seen) {
            return new Look(List.of(seen), List.of());
        }

        static Look refused(WindowsError why) {
            return new Look(List.of(), List.of(why));
        }
    }
}
