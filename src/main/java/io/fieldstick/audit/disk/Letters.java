package io.fieldstick.audit.disk;

import io.fieldstick.windows.Disks.Extent;
import io.fieldstick.windows.Volumes.DriveType;
import io.fieldstick.windows.Volumes.Volume;
import io.fieldstick.windows.WindowsView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The drive letters of this computer's own volumes, and where on the disks they lie.
 *
 * @param local the fixed and removable ones, in alphabetical order
 * @param starts the letter of the volume that begins there
 * @param mounted whether Windows reads the volume of a letter
 */
record Letters(List<Volume> local, Map<Place, Character> starts, Map<Character, Boolean> mounted) {

    /** A byte of {@code \\.\PhysicalDrive<disk>}. */
    record Place(int disk, long start) {}

    static Letters none() {
        return new Letters(List.of(), Map.of(), Map.of());
    }

    static Letters of(WindowsView windows) {
        List<Volume> local = windows.volumes().list().orElse(List.of()).stream()
                .filter(volume -> volume.type() == DriveType.FIXED || volume.type() == DriveType.REMOVABLE)
                .toList();
        Map<Place, Character> starts = new HashMap<>();
        Map<Character, Boolean> mounted = new HashMap<>();
        for (Volume volume : local) {
            char letter = volume.letter();
            mounted.put(letter, windows.volumes().fileSystem(letter).isPresent());
            for (Extent extent : windows.disks().extents(letter).orElse(List.of())) {
                starts.put(new Place(extent.disk(), extent.start()), letter);
            }
        }
        return new Letters(local, Map.copyOf(starts), Map.copyOf(mounted));
    }

    DriveType typeOf(char letter) {
        return local.stream()
                .filter(volume -> volume.letter() == letter)
                .map(Volume::type)
                .findFirst()
                .orElse(DriveType.UNKNOWN);
    }

    /** The letter of the volume that begins at byte {@code start} of disk {@code disk}; empty where none is known. */
    Optional<Character> at(int disk, long start) {
        return Optional.ofNullable(starts.get(new Place(disk, start)));
    }

    boolean isMounted(char letter) {
        return mounted.getOrDefault(letter, false);
    }
}
