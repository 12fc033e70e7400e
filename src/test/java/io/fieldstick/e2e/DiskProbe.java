package io.fieldstick.e2e;

import io.fieldstick.audit.disk.DiskAudit;
import io.fieldstick.audit.disk.DiskJudgement;
import io.fieldstick.audit.disk.DiskTarget;
import io.fieldstick.windows.live.LiveWindows;

/** Judges the devices that its arguments name on the Windows it runs on, and prints what it found. */
public final class DiskProbe {
    private DiskProbe() {}

    /** {@code E:} or {@code \\.\PhysicalDrive0}, any number of them. */
    public static void main(String[] devices) {
        for (String device : devices) {
            DiskTarget target =
                    device.length() == 2 ? new DiskTarget.Volume(device.charAt(0)) : new DiskTarget.Disk(device);
            String found = DiskJudgement.text(
                    DiskAudit.judge(new LiveWindows(), target, () -> true), "\\\\.\\" + device, device);
            System.out.println("== " + device + "\n" + found);
        }
    }
}
