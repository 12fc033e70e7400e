package io.fieldstick.profile.roster;

import io.fieldstick.windows.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * One workstation of the roster.
 *
 * @param line where it stands in the file, counted from 1
 * @param surname how the user's surname is read
 * @param room where it stands; empty text where the roster does not say
 * @param socket where it is plugged in, likewise
 */
public record RosterRow(
        int line,
        Optional<String> serial,
        List<MacAddress> addresses,
        String dept,
        String user,
        Optional<String> surname,
        String room,
        String socket) {
    public RosterRow {
        addresses = List.copyOf(addresses);
    }
}
