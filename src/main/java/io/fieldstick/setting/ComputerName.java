package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The computer's two names: the active one that it goes by now, and the one that it will have after a restart.
 *
 * <p>Source: the two ComputerName keys are the usual test for a pending rename (bcwilhite/PendingReboot); the NetBIOS
 * name there is in capitals, so the host name of Tcpip is preferred where it is the same name.
 */
public record ComputerName(Reading<String> active, Reading<String> pending) {
    private static final RegistryKey CONTROL = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\ComputerName");
    private static final RegistryKey ACTIVE = CONTROL.child("ActiveComputerName");
    private static final RegistryKey PENDING = CONTROL.child("ComputerName");
    /** MAX_COMPUTERNAME_LENGTH (winbase.h): what is longer has a NetBIOS name of its first 15 characters. */
    private static final int MOST_OF_NETBIOS = 15;

    private static final RegistryKey TCPIP =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters");

    /** Reads both names from the registry. */
    public static ComputerName of(WindowsView windows) {
        return new ComputerName(text(windows, ACTIVE, "ComputerName"), pendingName(windows));
    }

    /**
     * How a rename is taken back: by {@code rename} to the name that is pending before it.
     *
     * @throws WindowsException where that cannot be read
     */
    static Undo undo(WindowsView before, Function<String, Change> rename) {
        Reading<String> previous = wholePendingName(before).orThrow();
        return previous instanceof Reading.Present<String> present
                ? new Undo.By(List.of(rename.apply(present.value())))
                : new Undo.ByHand(Message.of("setting.undo.rename-by-hand"));
    }

    /** Whether {@code name} is what the computer is called after the next restart. */
    static Reading<Boolean> isPending(WindowsView windows, String name) {
        Reading<String> pending = name.length() > MOST_OF_NETBIOS ? wholePendingName(windows) : pendingName(windows);
        return pending.map(name::equalsIgnoreCase).ifAbsent(false);
    }

    /** As the pending name, but whole where the NetBIOS name is only the first 15 characters of the host name. */
    private static Reading<String> wholePendingName(WindowsView windows) {
        return pendingName(windows)
                .map(name -> name.length() < MOST_OF_NETBIOS
                        ? name
                        : hostName(windows, host -> host.regionMatches(true, 0, name, 0, MOST_OF_NETBIOS))
                                .orElse(name));
    }

    private static Reading<String> pendingName(WindowsView windows) {
        Reading<String> netBios = text(windows, PENDING, "ComputerName");
        return netBios.map(name -> hostName(windows, name::equalsIgnoreCase).orElse(name));
    }

    /** The stored host name, or else the active one, that {@code is} the one looked for. */
    private static Optional<String> hostName(WindowsView windows, Predicate<String> is) {
        return Stream.of("NV Hostname", "Hostname")
                .map(value -> text(windows, TCPIP, value).orElse(""))
                .filter(is)
                .findFirst();
    }

    /** Where the two names were read. */
    List<Evidence> evidence() {
        return List.of(
                new Evidence(ACTIVE + "!ComputerName", shown(active)),
                new Evidence(PENDING + "!ComputerName", shown(pending)));
    }

    private static String shown(Reading<String> name) {
        return name.orElse(name.isAbsent() ? "-" : "?");
    }

    private static Reading<String> text(WindowsView windows, RegistryKey key, String name) {
        return windows.registry().value(key, name).map(RegistryValue::text);
    }
}
