package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Disks.Identity;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Present;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Judges the disks {@code \\.\PhysicalDriveN}: what is on them, and how they say they are. */
final class PhysicalDisks {
    /**
     * Unplugging leaves holes in the numbers, so all are tried up to one that card readers with many slots, virtual disks
     * and a shelf of disks do not come to.
     */
    static final int TRIED = 128;

    private final WindowsView windows;
    private final Letters letters;
    private final BooleanSupplier goesOn;

    PhysicalDisks(WindowsView windows, Letters letters, BooleanSupplier goesOn) {
        this.windows = windows;
        this.letters = letters;
        this.goesOn = goesOn;
    }

    /** Every disk there is; and where the computer's own is missing, why that may be. */
    List<Finding> judgeAll() {
        List<Finding> findings = new ArrayList<>();
        boolean own = false;
        for (int number = 0; number < TRIED; number++) {
            if (!goesOn.getAsBoolean()) {
                findings.add(Words.stopped());
                return findings;
            }
            String device = "\\\\.\\PhysicalDrive" + number;
            Reading<Sectors> opened = windows.volumes().open(device);
            if (!opened.isAbsent()) {
                own |= !isExternal(device);
                findings.addAll(judge(device, opened, false));
            }
        }
        if (!own) {
            findings.addAll(MissingDisk.find(windows));
        }
        return findings;
    }

    /** The one disk that somebody asked for. */
    List<Finding> judgeNamed(String device) {
        Reading<Sectors> opened = windows.volumes().open(device);
        if (opened.isAbsent()) {
            List<Finding> findings = new ArrayList<>(List.of(Words.stop(
                    "disk/disk-missing",
                    device,
                    Message.of("disk.disk-missing", device),
                    List.of(new Evidence(device, "-")),
                    List.of())));
            findings.addAll(MissingDisk.controllers(windows));
            return List.copyOf(findings);
        }
        return List.copyOf(judge(device, opened, true));
    }

    private List<Finding> judge(String device, Reading<Sectors> opened, boolean named) {
        if (opened instanceof Unreadable<Sectors> unreadable) {
            return List.of(notOpened(device, unreadable.why()));
        }
        List<Finding> findings = new ArrayList<>();
        if (opened instanceof Present<Sectors> present) {
            try (Sectors sectors = present.value()) {
                findings.addAll(judge(device, sectors, named));
            }
            findings.add(health(device));
        }
        return findings;
    }

    /** A device that opens and gives no sector was not looked at; only a failing medium is a fault of the disk. */
    private List<Finding> judge(String device, Sectors sectors, boolean named) {
        return sectors.read(0, sectors.sectorSize()) instanceof Unreadable<byte[]> unreadable
                        && !VolumeAnswer.of(unreadable.why()).isMediumFailure()
                ? List.of(notOpened(device, unreadable.why()))
                : new DeviceAudit(sectors, letters).judge(named);
    }

    private static Finding notOpened(String device, WindowsError why) {
        VolumeAnswer answer = VolumeAnswer.of(why);
        Evidence said = new Evidence(device, why.said());
        if (answer.isEmptyDrive()) {
            Message what = answer.words(device, why);
            return new Finding(Severity.INFO, "disk/no-medium", device, what, List.of(said), List.of());
        }
        return answer.isMediumFailure()
                ? Words.stop(
                        "disk/unreadable",
                        device,
                        answer.words(device, why),
                        List.of(said),
                        Words.advice(Condition.UNREADABLE))
                : Words.notRead("disk/not-read", device, why);
    }

    private Finding health(String device) {
        Reading<Boolean> predicts = windows.disks().predictsFailure(device);
        if (predicts instanceof Unreadable<Boolean> unreadable) {
            return Words.notRead("disk/health-not-read", device, unreadable.why());
        }
        String shown = windows.disks()
                .identity(device)
                .map(identity -> identity.shown(device))
                .orElse(device);
        if (!(predicts instanceof Present<Boolean> present)) {
            Message what = Message.of("disk.health-unknown", shown);
            return new Finding(Severity.INFO, "disk/health-unknown", device, what, List.of(), List.of());
        }
        Evidence evidence = new Evidence(
                "IOCTL_STORAGE_PREDICT_FAILURE " + device, present.value() ? "PredictFailure 1" : "PredictFailure 0");
        return present.value()
                ? new Finding(
                        Severity.WARNING,
                        "disk/failing",
                        device,
                        Message.of("disk.failing", shown),
                        List.of(evidence),
                        List.of(Message.of("disk.advice.save-first"), Message.of("disk.advice.replace")))
                : new Finding(
                        Severity.INFO,
                        "disk/no-failure-predicted",
                        device,
                        Message.of("disk.no-failure-predicted", shown),
                        List.of(evidence),
                        List.of());
    }

    private boolean isExternal(String device) {
        return windows.disks().identity(device).map(Identity::external).orElse(false);
    }
}
