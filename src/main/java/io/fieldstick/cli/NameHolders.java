package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.roster.Roster;
import io.fieldstick.profile.roster.RosterRow;
import io.fieldstick.setting.hostname.HostNames;
import io.fieldstick.setting.hostname.Occupant;
import io.fieldstick.windows.NameLookup;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has a host name already: another row of the roster, or another computer that answers to it. */
final class NameHolders {
    /** No house calls a computer so; where it is answered too, the network answers for every name. */
    private static final String NOBODY = "no-such-pc-7f3a";

    private final Map<String, RosterRow> promised;
    private final NameLookup network;
    private Optional<WindowsError> silent = Optional.empty();

    private NameHolders(Map<String, RosterRow> promised, NameLookup network) {
        this.promised = promised;
        this.network = network;
    }

    /**
     * The holders by {@code roster} but for the row {@code own}, and by {@code network}.
     *
     * @param numbered whether a name that an earlier row has gets a number; then only the rows above {@code own} come first
     */
    static NameHolders of(
            Optional<Roster> roster, Optional<RosterRow> own, HostNames names, boolean numbered, NameLookup network) {
        Map<String, RosterRow> promised = new HashMap<>();
        int end = own.filter(row -> numbered).map(RosterRow::line).orElse(Integer.MAX_VALUE);
        roster.map(Roster::rows).orElse(List.of()).stream()
                .filter(row -> row.line() < end && own.filter(row::equals).isEmpty())
                .forEach(row -> promise(row, names, numbered, promised));
        return new NameHolders(promised, network);
    }

    private static void promise(RosterRow row, HostNames names, boolean numbered, Map<String, RosterRow> promised) {
        HostNames.Result result = names.of(new Occupant(row.dept(), row.user(), row.surname()));
        if (result.isUsable()) {
            Stream.concat(Stream.of(result.name()), numbered ? result.numbered().stream() : Stream.empty())
                    .map(NameHolders::key)
                    .filter(name -> !promised.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> promised.put(name, row));
        }
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Who has {@code name}, as a sentence; empty where nobody is known to have it. */
    Optional<Message> of(String name) {
        RosterRow row = promised.get(key(name));
        if (row != null) {
            return Optional.of(Message.of("cli.name.in-roster", name, row.line(), row.dept(), row.user()));
        }
        // One name that nobody answered in time is enough: the next one would be waited for as long.
        return silent.isPresent() ? Optional.empty() : onNetwork(name);
    }

    private Optional<Message> onNetwork(String name) {
        Reading<List<String>> addresses = network.addressesOf(name);
        if (addresses instanceof Reading.Unreadable<List<String>> late) {
            silent = Optional.of(late.why());
        }
        List<String> found = addresses.orElse(List.of());
        boolean answeredForAll = !found.isEmpty()
                && network.addressesOf(NOBODY).orElse(List.of()).containsAll(found);
        return found.isEmpty() || answeredForAll
                ? Optional.empty()
                : Optional.of(Message.of("cli.name.on-network", name, String.join(", ", found)));
    }

    /** Why the network could not be asked; empty where it could, or was not. */
    Optional<WindowsError> silent() {
        return silent;
    }
}
