package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.function.Function;

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
        return new ComputerName(name(windows, ACTIVE, List.of("Hostname")), pendingName(windows));
    }

    /**
     * How a rename is taken back: by {@code rename} to the name that is pending before it.
     *
     * @throws WindowsException where that cannot be read
     */
    static Undo undo(WindowsView before, Function<String, Change> rename) {
        Reading<String> previous = pendingName(before).orThrow();
        return previous instanceof Reading.Present<String> present
                ? new Undo.By(List.of(rename.apply(present.value())))
                : new Undo.ByHand(Message.of("setting.undo.rename-by-hand"));
    }

    /** Whether {@code name} is what the computer is called after the next restart. */
    static Reading<Boolean> isPending(WindowsView windows, String name) {
        return pendingName(windows).map(name::equalsIgnoreCase).ifAbsent(false);
    }

    /** The stored host name, or else the active one. */
    private static Reading<String> pendingName(WindowsView windows) {
        return name(windows, PENDING, List.of("NV Hostname", "Hostname"));
    }

    /**
     * The NetBIOS name below {@code key} as the first of the host names {@code values} of Tcpip writes it that is the same
     * name: whole, where the NetBIOS name is only its first 15 characters.
     */
    private static Reading<String> name(WindowsView windows, RegistryKey key, List<String> values) {
        return text(windows, key, "ComputerName")
                .map(netBios -> values.stream()
                        .map(value -> text(windows, TCPIP, value).orElse(""))
                        .filter(host -> isOf(netBios, host))
                        .findFirst()
                        .orElse(netBios));
    }

    private static boolean isOf(String netBios, String host) {
        return netBios.length() == MOST_OF_NETBIOS
                ? host.regionMatches(true, 0, netBios, 0, MOST_OF_NETBIOS)
                : host.equalsIgnoreCase(netBios);
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
