package io.fieldstick.setting.hostname;

import java.util.Optional;

/**
 * Whom a workstation is for.
 *
 * @param dept a department's name or its code
 * @param user a person's name, or the user part of the host name itself
 * @param surname how the surname is read, in letters; empty where the commonest reading will do
 */
public record Occupant(String dept, String user, Optional<String> surname) {
    public Occupant {
        dept = dept.strip();
        user = user.strip();
        surname = surname.map(String::strip).filter(reading -> !reading.isEmpty());
    }

    public static Occupant of(String dept, String user) {
        return new Occupant(dept, user, Optional.empty());
    }
}
