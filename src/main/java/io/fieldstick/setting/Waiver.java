package io.fieldstick.setting;

import java.time.LocalDate;

/**
 * Somebody's word that one setting may differ for a while.
 *
 * @param until the last day on which it holds
 */
public record Waiver(String reason, String by, LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
