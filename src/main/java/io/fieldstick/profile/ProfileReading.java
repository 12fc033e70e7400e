package io.fieldstick.profile;

import java.util.List;

/** What reading a profile file came to: the profile, or everything that is wrong with it. */
public sealed interface ProfileReading {

    record Accepted(Profile profile) implements ProfileReading {}

    /** At least one problem, in the order of their places: profile, site file, command line. */
    record Refused(List<Problem> problems) implements ProfileReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
