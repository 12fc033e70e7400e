package io.fieldstick.setting;

import java.time.LocalDate;
import java.util.Optional;

/** How much it matters that a setting differs: its severity, and the waiver for it where the profile has one. */
public record Weight(Severity severity, Optional<Waiver> waiver) {

    /** A difference is an error and nobody waived it. */
    public static final Weight FULL = new Weight(Severity.ERROR, Optional.empty());

    /** Whether a difference is allowed on {@code day}: then nothing is done about it. */
    public boolean isWaivedOn(LocalDate day) {
        return waiver.filter(given -> given.holdsOn(day)).isPresent();
    }
}
