package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Volumes.DriveType;
import io.fieldstick.windows.Volumes.Volume;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Judges whether the disks of a Windows, or an image of one, can be trusted; it only reads. */
public final class DiskAudit {
    private DiskAudit() {}

    /**
     * The findings about {@code target}, in the order in which a person would look: volumes, disks, the next start.
     *
     * @param goesOn asked before each of them: a disk that fails may take minutes; where it says no, the rest is told as
     *     not looked at
     */
    public static List<Finding> judge(WindowsView windows, DiskTarget target, BooleanSupplier goesOn) {
        Letters letters = Letters.of(windows);
        PhysicalDisks disks = new PhysicalDisks(windows, letters, goesOn);
        if (target instanceof DiskTarget.Disk disk) {
            return disks.judgeNamed(disk.device());
        }
        if (target instanceof DiskTarget.Volume volume) {
            return named(windows, letters, disks, volume.letter());
        }
        return everything(windows, letters, disks, goesOn);
    }

    /** The findings about an image of a disk or a volume, on any system; whoever opened it closes it. */
    public static List<Finding> judgeImage(Sectors image) {
        return new DeviceAudit(image, Letters.none()).judge(true);
    }

    private static List<Finding> everything(
            WindowsView windows, Letters letters, PhysicalDisks disks, BooleanSupplier goesOn) {
        List<Finding> findings = new ArrayList<>();
        if (windows.volumes().list() instanceof Unreadable<List<Volume>> unreadable) {
            findings.add(Words.notRead("disk/volumes-not-listed", "", unreadable.why()));
        }
        for (Volume volume : letters.local()) {
            if (!goesOn.getAsBoolean()) {
                findings.add(Words.stopped());
                return List.copyOf(findings);
            }
            findings.addAll(new VolumeAudit(windows, volume.letter(), volume.type()).judge());
        }
        findings.addAll(disks.judgeAll());
        findings.addAll(PendingCheck.find(windows.registry()));
        findings.addAll(RestartAudit.find(windows.registry()));
        return List.copyOf(findings);
    }

    /** A volume that somebody names and Windows does not know is looked for on the disks. */
    private static List<Finding> named(WindowsView windows, Letters letters, PhysicalDisks disks, char letter) {
        DriveType type = letters.typeOf(letter);
        VolumeAudit audit = new VolumeAudit(windows, letter, type);
        if (audit.isThere()) {
            return audit.judge();
        }
        List<Finding> findings = new ArrayList<>(List.of(VolumeAudit.missing(letter)));
        findings.addAll(disks.judgeAll());
        return List.copyOf(findings);
    }
}
