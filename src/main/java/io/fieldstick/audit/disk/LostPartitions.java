package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Volumes that still lie on a disk whose partition table is gone, found where Windows usually begins one. */
final class LostPartitions {
    /**
     * Sectors of 512 bytes: XP's first cylinder; 1 MiB; behind Windows 7's 100 MiB, Windows 10's 350, 500 and 549 MiB
     * "System Reserved", behind an EFI system partition of 100 or 260 MiB and 16 MiB reserved.
     */
    private static final List<Integer> USUAL_STARTS =
            List.of(63, 2048, 206_848, 239_616, 567_296, 718_848, 1_026_048, 1_126_400);

    private LostPartitions() {}

    /** The boot sectors found, each with where it lies; empty where there is none. */
    static List<Evidence> search(Region disk) {
        List<Evidence> found = new ArrayList<>();
        for (int sector : USUAL_STARTS) {
            long at = sector * 512L;
            Block head = disk.read(at, LostVolume.EXFAT_REGION);
            Optional<? extends BootSector> boot = NtfsBootSector.parse(head)
                    .<BootSector>map(ntfs -> ntfs)
                    .or(() -> ExFatBootSector.parse(head))
                    .or(() -> FatBootSector.parse(head));
            boot.ifPresent(volume -> found.add(
                    new Evidence(disk.place(at), volume.format().shown() + ", " + volume.neededLength() + " bytes")));
        }
        return found;
    }
}
