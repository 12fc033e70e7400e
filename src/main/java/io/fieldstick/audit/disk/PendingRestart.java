package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Present;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What Windows has put off until its next start.
 *
 * <p>Sources of the addresses: the PendingReboot module of bcwilhite; PSAppDeployToolkit, Get-ADTPendingReboot; for MSI
 * the Windows Installer itself.
 */
final class PendingRestart {
    private static final RegistryKey CONTROL = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control");
    private static final RegistryKey NETLOGON = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\Netlogon");
    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion");

    /** The keys whose mere existence says so. */
    private static final List<Sign> KEYS = List.of(
            new Sign(
                    "servicing",
                    CURRENT_VERSION.child("Component Based Servicing").child("RebootPending"),
                    ""),
            new Sign(
                    "update",
                    CURRENT_VERSION.child("WindowsUpdate\\Auto Update").child("RebootRequired"),
                    ""),
            new Sign("domain", NETLOGON.child("JoinDomain"), ""),
            new Sign("domain", NETLOGON.child("AvoidSpnSet"), ""),
            new Sign("app-v", RegistryKey.machine("SOFTWARE\\Microsoft\\AppV\\Client\\PendingTasks"), ""),
            new Sign("installer", CURRENT_VERSION.child("Installer").child("InProgress"), ""));

    /** The values that say so where they are not empty and not zero. */
    private static final List<Sign> VALUES = List.of(
            new Sign("files", CONTROL.child("Session Manager"), "PendingFileRenameOperations"),
            new Sign("files", CONTROL.child("Session Manager"), "PendingFileRenameOperations2"),
            new Sign(
                    "intune",
                    RegistryKey.machine("SOFTWARE\\Microsoft\\IntuneManagementExtension\\RebootSettings"),
                    "RebootFlag"),
            new Sign("installer", RegistryKey.machine("SOFTWARE\\Microsoft\\Updates"), "UpdateExeVolatile"));

    private static final RegistryKey COMPUTER_NAME = CONTROL.child("ComputerName");

    /** A sign: the reason's part of the message key, and where it stands. */
    private record Sign(String reason, RegistryKey key, String value) {
        Evidence evidence(String found) {
            return new Evidence(value.isEmpty() ? key.toString() : key + "!" + value, found);
        }
    }

    private PendingRestart() {}

    /** A finding for each sign; and for each that could not be looked at. */
    static List<Finding> find(RegistryView registry) {
        List<Finding> findings = new ArrayList<>();
        for (Sign sign : KEYS) {
            add(
                    findings,
                    registry.exists(sign.key()).flatMap(there -> there ? Reading.of("exists") : Reading.absent()),
                    sign);
        }
        for (Sign sign : VALUES) {
            add(findings, registry.value(sign.key(), sign.value()).flatMap(PendingRestart::pending), sign);
        }
        Sign name = new Sign("name", COMPUTER_NAME.child("ComputerName"), "ComputerName");
        add(findings, renamed(registry), name);
        return findings;
    }

    private static void add(List<Finding> findings, Reading<String> found, Sign sign) {
        if (found instanceof Unreadable<String> unreadable) {
            findings.add(notRead(unreadable.why()));
        } else if (found instanceof Present<String> present) {
            // Virus scanners leave file operations behind all the time, so these alone are no reason to restart.
            Severity severity = sign.reason().equals("files") ? Severity.INFO : Severity.WARNING;
            findings.add(new Finding(
                    severity,
                    "disk/pending-restart",
                    sign.reason(),
                    Message.of("disk.restart." + sign.reason()),
                    List.of(sign.evidence(present.value())),
                    List.of(Message.of("disk.advice.no-restart"))));
        }
    }

    private static Finding notRead(WindowsError why) {
        return Words.notRead("disk/pending-restart-not-read", "", why);
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
