package io.fieldstick.setting;

import io.fieldstick.setting.hostname.Occupant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engineer said of this one workstation, by name: {@code dept}, {@code user} and the like. */
public record Answers(Map<String, String> values) {
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
}
