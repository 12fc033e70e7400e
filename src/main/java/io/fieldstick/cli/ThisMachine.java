package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.roster.Roster;
import io.fieldstick.profile.roster.RosterRow;
import io.fieldstick.windows.MacAddress;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.NetworkAdapter;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By what a roster knows this computer: its serial number, and the addresses of the adapters that are hardware.
 *
 * @param unread why some of it could not be read: then a row that is not found may be there
 */
record ThisMachine(Optional<String> serial, List<MacAddress> addresses, List<WindowsError> unread) {
    ThisMachine {
        addresses = List.copyOf(addresses);
        unread = List.copyOf(unread);
    }

    /** What cannot be read is left out, as nothing can be found by it, and told by {@link #unread}. */
    static ThisMachine of(Machine machine) {
        Reading<Optional<String>> serial = machine.serialNumber().map(Optional::of);
        Reading<List<NetworkAdapter>> adapters = machine.networkAdapters();
        List<MacAddress> addresses = adapters.orElse(List.of()).stream()
                .filter(NetworkAdapter::physical)
                .map(NetworkAdapter::address)
                .distinct()
                .toList();
        List<WindowsError> unread = new ArrayList<>();
        for (Reading<?> reading : List.of(serial, adapters)) {
            if (reading instanceof Reading.Unreadable<?> refused) {
                unread.add(refused.why());
            }
        }
        return new ThisMachine(serial.orElse(Optional.empty()), addresses, unread);
    }

    /**
     * The row of this computer; empty where it has none.
     *
     * @throws CommandFailure where the serial number is in one row and an address in another
     */
    Optional<RosterRow> rowIn(Roster roster) {
        List<RosterRow> rows = roster.rowsOf(serial, addresses);
        if (rows.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Message.of(
                            "cli.roster.contradicts",
                            roster.file(),
                            rows.get(0).line(),
                            rows.get(1).line()),
                    Message.of("cli.roster.contradicts.help", shownSerial(), shownAddresses()));
        }
        return rows.stream().findFirst();
    }

    /** The serial number as it is shown, {@code -} where there is none. */
    String shownSerial() {
        return serial.orElse("-");
    }

    /** The addresses as they are shown, {@code -} where there is none. */
    String shownAddresses() {
        String all = addresses.stream().map(MacAddress::text).collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }
}
