package io.fieldstick.profile.roster;

import io.fieldstick.message.Message;
import io.fieldstick.windows.MacAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The workstations of a house.
 *
 * @param file as it is shown to people
 * @param notes what is good to know about how the file was read
 */
public record Roster(String file, List<RosterRow> rows, List<Message> notes) {
    public Roster {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The rows that name this serial number or one of these addresses: more than one only where they contradict. */
    public List<RosterRow> rowsOf(Optional<String> serial, Collection<MacAddress> addresses) {
        return rows.stream()
                .filter(row -> row.serial()
                                .flatMap(written -> serial.filter(written::equalsIgnoreCase))
                                .isPresent()
                        || row.addresses().stream().anyMatch(addresses::contains))
                .toList();
    }
}
