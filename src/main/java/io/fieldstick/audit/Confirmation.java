package io.fieldstick.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the user went through the list of what must be saved, and what they decided.
 *
 * @param by who confirmed it; empty where nobody did
 * @param at when that was asked or told
 * @param left what is knowingly not saved, each a path of the list or the user's own words
 * @param remarks what the user said besides, as it was typed
 */
public record Confirmation(Optional<String> by, Instant at, List<String> left, List<String> remarks) {
    public Confirmation {
        left = List.copyOf(left);
        remarks = List.copyOf(remarks);
    }

    /** Nobody has confirmed anything. */
    public static Confirmation none(Instant at) {
        return new Confirmation(Optional.empty(), at, List.of(), List.of());
    }
}
