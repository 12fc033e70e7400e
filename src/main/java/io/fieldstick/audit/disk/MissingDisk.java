package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Devices.Device;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why the computer's own disk may be invisible, above all from Windows PE: a storage controller without its driver. */
final class MissingDisk {
    /** The key that only Windows PE has (MS docs: "WinPE: Identify drive letters"; Setup tests it too). */
    private static final RegistryKey PREINSTALLATION =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\MiniNT");

    /** PCI base class 01, "mass storage controller" (PCI Code and ID Assignment Specification). */
    private static final String MASS_STORAGE = "PCI\\CC_01";

    private static final String RAID = "PCI\\CC_0104";

    /**
     * Intel Volume Management Device, behind which the disks of 11th and later generations hide (Intel's iaStorVD.inf;
     * the Linux kernel, drivers/pci/controller/vmd.c).
     */
    private static final List<String> VMD = List.of(
            "PCI\\VEN_8086&DEV_9A0B",
            "PCI\\VEN_8086&DEV_467F",
            "PCI\\VEN_8086&DEV_A77F",
            "PCI\\VEN_8086&DEV_7D0B",
            "PCI\\VEN_8086&DEV_AD0B",
            "PCI\\VEN_8086&DEV_09AB");

    private MissingDisk() {}

    /** The findings where no disk of the computer's own is visible. */
    static List<Finding> find(WindowsView windows) {
        Reading<Boolean> preinstallation = windows.registry().exists(PREINSTALLATION);
        List<Finding> findings = new ArrayList<>();
        if (preinstallation.orElse(false)) {
            findings.add(Words.stop(
                    "disk/no-disk",
                    "",
                    Message.of("disk.no-disk"),
                    List.of(new Evidence("\\\\.\\PhysicalDrive0-" + (PhysicalDisks.TRIED - 1), "-")),
                    List.of(
                            Message.of("disk.advice.controller-mode"),
                            Message.of("disk.advice.other-computer"),
                            Message.of("disk.advice.usb-enclosure"))));
        } else {
            findings.add(new Finding(
                    Severity.WARNING, "disk/no-disk", "", Message.of("disk.no-disk-seen"), List.of(), List.of()));
        }
        findings.addAll(controllers(windows));
        return findings;
    }

    /** A finding for each storage controller that has no driver, or of which Windows does not say whether it has one. */
    static List<Finding> controllers(WindowsView windows) {
        Reading<List<Device>> devices = windows.devices().present();
        if (devices instanceof Unreadable<List<Device>> unreadable) {
            return List.of(Words.notRead("disk/devices-not-listed", "", unreadable.why()));
        }
        List<Finding> findings = new ArrayList<>();
        for (Device device : devices.orElse(List.of())) {
            if (isStorage(device)) {
                of(device).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> of(Device device) {
        if (device.problem() instanceof Unreadable<Integer> unreadable) {
            return Optional.of(Words.notRead("disk/controller-not-asked", device.id(), unreadable.why()));
        }
        return device.lacksDriver() ? Optional.of(withoutDriver(device)) : Optional.empty();
    }

    private static Finding withoutDriver(Device device) {
        String shown = device.name().isEmpty() ? device.id() : device.name();
        Message what = isVmd(device)
                ? Message.of("disk.controller.vmd", shown)
                : isRaid(device)
                        ? Message.of("disk.controller.raid", shown)
                        : Message.of("disk.controller.other", shown);
        List<Evidence> evidence = new ArrayList<>();
        device.hardwareIds().forEach(each -> evidence.add(new Evidence("HARDWAREID", each)));
        device.compatibleIds().stream()
                .filter(each -> begins(each, MASS_STORAGE))
                .forEach(each -> evidence.add(new Evidence("COMPATIBLEIDS", each)));
        evidence.add(new Evidence("CM_PROB", Integer.toString(device.problem().orElse(0))));
        return new Finding(
                Severity.WARNING,
                "disk/controller-without-driver",
                shown,
                what,
                evidence,
                List.of(Message.of("disk.advice.load-driver"), Message.of("disk.advice.key-before-change")));
    }

    private static boolean isStorage(Device device) {
        return isVmd(device) || device.compatibleIds().stream().anyMatch(id -> begins(id, MASS_STORAGE));
    }

    private static boolean isVmd(Device device) {
        return device.hardwareIds().stream().anyMatch(id -> VMD.stream().anyMatch(vmd -> begins(id, vmd)));
    }

    private static boolean isRaid(Device device) {
        return device.compatibleIds().stream().anyMatch(id -> begins(id, RAID));
    }

    private static boolean begins(String id, String start) {
        return id.toUpperCase(Locale.ROOT).startsWith(start);
    }
}
