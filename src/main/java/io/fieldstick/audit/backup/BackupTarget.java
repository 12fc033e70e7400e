package io.fieldstick.audit.backup;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Disks;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.Volumes.DriveType;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a backup is to go, as the computer describes it.
 *
 * @param path as it was asked for: {@code E:\backup}
 * @param standing how it stands to the Windows that is to be saved
 */
public record BackupTarget(
        String path, Volumes.FileSystem fileSystem, Volumes.Space space, Medium medium, Standing standing) {

    /** Where the target lies, seen from the Windows that is to be saved. */
    public enum Standing {
        ELSEWHERE,
        /** The volume that is going to be reinstalled. */
        SAME_VOLUME,
        /** Another volume of the disk that is going to be reinstalled. */
        SAME_DISK,
        /** The stick that this program runs from. */
        STICK
    }

    private static final String DEVICE = "\\\\.\\PhysicalDrive";

    /**
     * The drive of {@code path}, asked of the running Windows; absent where it has no such drive.
     *
     * @param windowsLetter the letter, on the running Windows, of the drive whose data is to be saved
     * @param stick the letter of the stick
     */
    public static Reading<BackupTarget> onDrive(WindowsView host, String path, char windowsLetter, char stick) {
        char letter = Character.toUpperCase(path.charAt(0));
        Volumes volumes = host.volumes();
        return volumes.fileSystem(letter)
                .flatMap(system -> volumes.space(letter).map(space -> {
                    boolean external = disks(host.disks(), letter).stream()
                            .anyMatch(disk -> host.disks()
                                    .identity(DEVICE + disk)
                                    .map(Disks.Identity::external)
                                    .orElse(false));
                    Standing standing = standing(host.disks(), letter, windowsLetter, stick);
                    return new BackupTarget(path, system, space, Medium.of(type(volumes, letter), external), standing);
                }));
    }

    /** The file system that {@code folder} is on, on a computer without Windows; absent where there is no such folder. */
    public static Reading<BackupTarget> inFolder(Path folder, Path windows) {
        if (!Files.isDirectory(folder)) {
            return Reading.absent();
        }
        try {
            FileStore store = Files.getFileStore(folder);
            boolean same = store.equals(Files.getFileStore(windows));
            return Reading.of(new BackupTarget(
                    folder.toString(),
                    new Volumes.FileSystem(windowsName(store.type()), "", 0, store.isReadOnly()),
                    new Volumes.Space(store.getTotalSpace(), store.getUsableSpace(), store.getBlockSize()),
                    Medium.UNKNOWN,
                    same ? Standing.SAME_VOLUME : Standing.ELSEWHERE));
        } catch (IOException e) {
            return Reading.unreadable(new WindowsError(
                    Message.of("backup.tried.look-at", folder.toString()),
                    WindowsError.PATH_NOT_FOUND,
                    FileTrouble.said(e)));
        }
    }

    /** Linux's names of the file systems that matter here; vfat may also be FAT16, whose limit is the same. */
    private static String windowsName(String type) {
        return switch (type) {
            case "vfat", "msdos" -> "FAT32";
            case "exfat" -> "exFAT";
            case "ntfs", "ntfs3" -> "NTFS";
            default -> type;
        };
    }

    /** Whether a file on it may have no more than 4 GiB - 1: FAT32, FAT16 and FAT12. */
    public boolean isFat() {
        return fileSystem.name().regionMatches(true, 0, "FAT", 0, 3);
    }

    private static Standing standing(Disks disks, char letter, char windowsLetter, char stick) {
        if (letter == Character.toUpperCase(windowsLetter)) {
            return Standing.SAME_VOLUME;
        }
        Set<Integer> shared = disks(disks, letter);
        shared.retainAll(disks(disks, Character.toUpperCase(windowsLetter)));
        if (!shared.isEmpty()) {
            return Standing.SAME_DISK;
        }
        return letter == Character.toUpperCase(stick) ? Standing.STICK : Standing.ELSEWHERE;
    }

    private static Set<Integer> disks(Disks disks, char letter) {
        Set<Integer> numbers = new TreeSet<>();
        disks.extents(letter).orElse(List.of()).forEach(extent -> numbers.add(extent.disk()));
        return numbers;
    }

    private static DriveType type(Volumes volumes, char letter) {
        return volumes.list().orElse(List.of()).stream()
                .filter(volume -> volume.letter() == letter)
                .map(Volumes.Volume::type)
                .findFirst()
                .orElse(DriveType.UNKNOWN);
    }
}
