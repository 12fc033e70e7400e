package io.fieldstick.setting;

import java.util.Map;
import java.util.Optional;

/** What the engineer said of this one workstation, by name: {@code dept}, {@code user} and the like. */
public record Answers(Map<String, String> values) {
    public static final String DEPARTMENT = "dept";
    public static final String USER = "user";

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
}
