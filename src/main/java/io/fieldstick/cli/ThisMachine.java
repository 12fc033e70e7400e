package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.roster.Roster;
import io.fieldstick.profile.roster.RosterRow;
import io.fieldstick.windows.MacAddress;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.NetworkAdapter;
import io.fieldstick.windows.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what a roster knows this computer: its serial number, and the addresses of the adapters that are hardware. */
record ThisMachine(Optional<String> serial, List<MacAddress> addresses) {
    ThisMachine {
        addresses = List.copyOf(addresses);
    }

    /** What cannot be read is left out, as nothing can be found by it. */
    static ThisMachine of(Machine machine) {
        Reading<Optional<String>> serial = machine.serialNumber().map(Optional::of);
        List<MacAddress> addresses = machine.networkAdapters().orElse(List.of()).stream()
                .filter(NetworkAdapter::physical)
                .map(NetworkAdapter::address)
                .distinct()
                .toList();
        return new ThisMachine(serial.orElse(Optional.empty()), addresses);
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
