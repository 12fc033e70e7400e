package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What Windows has put off until its next start.
 *
 * <p>Sources of the addresses: the PendingReboot module of bcwilhite; PSAppDeployToolkit, Get-ADTPendingReboot; for MSI
 * the Windows Installer itself.
 *
 * @param signs what says so, each with its address
 * @param refused what could not be looked at
 */
public record PendingRestart(List<Sign> signs, List<WindowsError> refused) {
    private static final RegistryKey CONTROL = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control");
    private static final RegistryKey NETLOGON = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\Netlogon");
    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion");
    private static final String FILES = "files";

    /** The keys whose mere existence says so. */
    private static final List<Place> KEYS = List.of(
            new Place(
                    "servicing",
                    CURRENT_VERSION.child("Component Based Servicing").child("RebootPending"),
                    ""),
            new Place(
                    "update",
                    CURRENT_VERSION.child("WindowsUpdate\\Auto Update").child("RebootRequired"),
                    ""),
            new Place("domain", NETLOGON.child("JoinDomain"), ""),
            new Place("domain", NETLOGON.child("AvoidSpnSet"), ""),
            new Place("app-v", RegistryKey.machine("SOFTWARE\\Microsoft\\AppV\\Client\\PendingTasks"), ""),
            new Place("installer", CURRENT_VERSION.child("Installer").child("InProgress"), ""));

    /** The values that say so where they are not empty and not zero. */
    private static final List<Place> VALUES = List.of(
            new Place(FILES, CONTROL.child("Session Manager"), "PendingFileRenameOperations"),
            new Place(FILES, CONTROL.child("Session Manager"), "PendingFileRenameOperations2"),
            new Place(
                    "intune",
                    RegistryKey.machine("SOFTWARE\\Microsoft\\IntuneManagementExtension\\RebootSettings"),
                    "RebootFlag"),
            new Place("installer", RegistryKey.machine("SOFTWARE\\Microsoft\\Updates"), "UpdateExeVolatile"));

    private static final RegistryKey COMPUTER_NAME = CONTROL.child("ComputerName");

    /** Where a sign may stand: the reason's part of its message key, and the address. */
    private record Place(String reason, RegistryKey key, String value) {
        Sign sign(String found, Reading<Instant> written) {
            String where = value.isEmpty() ? key.toString() : key + "!" + value;
            return new Sign(reason, new Evidence(where, found).since(written));
        }
    }

    /**
     * One sign.
     *
     * @param reason a stable kebab-case word for programs
     */
    public record Sign(String reason, Evidence evidence) {

        /** Whether it is reason enough to restart: virus scanners leave file operations behind all the time. */
        public boolean isSure() {
            return !reason.equals(FILES);
        }

        /** Why a restart is pending, in a few words. */
        public Message what() {
            return Message.of("disk.restart." + reason);
        }
    }

    public PendingRestart {
        signs = List.copyOf(signs);
        refused = List.copyOf(refused);
    }

    /** Every sign in {@code registry}. */
    public static PendingRestart in(RegistryView registry) {
        List<Sign> signs = new ArrayList<>();
        List<WindowsError> refused = new ArrayList<>();
        for (Place place : KEYS) {
            Reading<String> found =
                    registry.exists(place.key()).flatMap(there -> there ? Reading.of("exists") : Reading.absent());
            add(found, place, registry, signs, refused);
        }
        for (Place place : VALUES) {
            Reading<String> found = registry.value(place.key(), place.value()).flatMap(PendingRestart::pending);
            add(found, place, registry, signs, refused);
        }
        Place name = new Place("name", COMPUTER_NAME.child("ComputerName"), "ComputerName");
        add(renamed(registry), name, registry, signs, refused);
        return new PendingRestart(signs, refused);
    }

    private static void add(
            Reading<String> found, Place place, RegistryView registry, List<Sign> signs, List<WindowsError> refused) {
        if (found instanceof Reading.Unreadable<String> unreadable) {
            refused.add(unreadable.why());
        } else if (found instanceof Reading.Present<String> present) {
            signs.add(place.sign(present.value(), registry.lastWritten(place.key())));
        }
    }

    /** The value as evidence; absent where it means nothing. A list may hold empty texts and still be one. */
    private static Reading<String> pending(RegistryValue value) {
        boolean zero = value.number().isPresent() && value.number().getAsInt() == 0;
        boolean empty = value.isText() && value.texts().stream().allMatch(String::isEmpty);
        return zero || empty ? Reading.absent() : Reading.of(value.toString());
    }

    private static Reading<String> renamed(RegistryView registry) {
        Function<String, Reading<String>> name =
                key -> registry.value(COMPUTER_NAME.child(key), "ComputerName").map(RegistryValue::text);
        return name.apply("ActiveComputerName")
                .flatMap(active -> name.apply("ComputerName")
                        .flatMap(next ->
                                next.equalsIgnoreCase(active) ? Reading.absent() : Reading.of(active + " -> " + next)));
    }
}
