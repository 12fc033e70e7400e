package io.fieldstick.setting;

import io.fieldstick.setting.hostname.Occupant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the engineer said of this one workstation.
 *
 * @param values by name: {@code dept}, {@code user} and the like
 * @param installers the folder of the installers on the stick; empty where nothing is to be installed
 * @param agreed the programs that the user has agreed to, by their names in the profile
 * @param wanted the programs that the user has asked for, likewise
 */
public record Answers(Map<String, String> values, Optional<String> installers, Set<String> agreed, Set<String> wanted) {
    public static final String DEPARTMENT = "dept";
    public static final String USER = "user";
    /** How the user's surname is read, where families differ. */
    public static final String SURNAME = "surname";
    /** The whole host name, whatever the pattern would give. */
    public static final String HOST_NAME = "host-name";

    /** All that can be said of a workstation. */
    public static final List<String> NAMES = List.of(DEPARTMENT, USER, SURNAME, HOST_NAME);

    public Answers {
        values = Map.copyOf(values);
        agreed = folded(agreed);
        wanted = folded(wanted);
    }

    /** Answers about the workstation only; nothing is installed. */
    public Answers(Map<String, String> values) {
        this(values, Optional.empty(), Set.of(), Set.of());
    }

    public static Answers none() {
        return new Answers(Map.of());
    }

    /** The answer to {@code name}; empty where it was not given. */
    public Optional<String> to(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whom the workstation is for; empty where department or user were not given. */
    Optional<Occupant> occupant() {
        return to(DEPARTMENT).flatMap(dept -> to(USER).map(user -> new Occupant(dept, user, to(SURNAME))));
    }

    /** Whether the user has agreed to the program, or has asked for it, which is more. */
    boolean allow(String program) {
        return agreed.contains(program.toLowerCase(Locale.ROOT)) || want(program);
    }

    boolean want(String program) {
        return wanted.contains(program.toLowerCase(Locale.ROOT));
    }

    private static Set<String> folded(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
