package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Volumes;
import java.util.List;
import java.util.stream.IntStream;

/** The drive letters of the running Windows. */
final class LiveVolumes implements Volumes {
    private static final int LETTERS = 26;
    private static final long SECTOR = 512;
    /** MAX_PATH and the NUL (MS docs: fileapi GetVolumeInformationW). */
    private static final int LONGEST_NAME = 261;
    /** FILE_READ_ONLY_VOLUME (winnt.h). */
    private static final int READ_ONLY_VOLUME = 0x00080000;

    @Override
    public Reading<List<Volume>> list() {
        int mask = Kernel32.GetLogicalDrives();
        if (mask == 0) {
            return Reading.unreadable(Refusal.of(Tried.listVolumes(), Refusal.lastCode()));
        }
        return Reading.of(IntStream.range(0, LETTERS)
                .filter(bit -> (mask & 1 << bit) != 0)
                .mapToObj(bit -> volume((char) ('A' + bit)))
                .toList());
    }

    @Override
    public Reading<FileSystem> fileSystem(char letter) {
        if (!isThere(letter)) {
            return Reading.absent();
        }
        char[] label = new char[LONGEST_NAME];
        char[] name = new char[LONGEST_NAME];
        int[] serial = new int[1];
        int[] flags = new int[1];
        boolean told = Kernel32.GetVolumeInformationW(
                        root(letter), label, label.length, serial, new int[1], flags, name, name.length)
                != 0;
        return told
                ? Reading.of(new FileSystem(
                        Wide.text(name), Wide.text(label), serial[0], (flags[0] & READ_ONLY_VOLUME) != 0))
                : refused(Tried.askFileSystem(letter + ":\\"));
    }

    @Override
    public Reading<Space> space(char letter) {
        if (!isThere(letter)) {
            return Reading.absent();
        }
        long[] usable = new long[1];
        long[] total = new long[1];
        boolean told = Kernel32.GetDiskFreeSpaceExW(root(letter), usable, total, new long[1]) != 0;
        return told
                ? Reading.of(new Space(total[0], usable[0], cluster(letter)))
                : refused(Tried.askSpace(letter + ":\\"));
    }

    /** Bytes of a cluster; a sector's usual bytes where Windows does not say. */
    private static long cluster(char letter) {
        int[] sectors = new int[1];
        int[] bytes = new int[1];
        boolean told = Kernel32.GetDiskFreeSpaceW(root(letter), sectors, bytes, new int[1], new int[1]) != 0;
        return told ? Math.max(1, (long) sectors[0] * bytes[0]) : SECTOR;
    }

    @Override
    public Reading<Sectors> open(String device) {
        if (!device.startsWith("\\\\.\\")) {
            throw new IllegalArgumentException("not a device: " + device);
        }
        return Device.open(device, Kernel32.SHARE_READ_WRITE, 0, Tried.openDevice(device))
                .map(opened -> new LiveSectors(device, opened));
    }

    private static Volume volume(char letter) {
        int type = Kernel32.GetDriveTypeW(root(letter));
        DriveType[] types = DriveType.values();
        return new Volume(letter, type >= 0 && type < types.length ? types[type] : DriveType.UNKNOWN);
    }

    private static boolean isThere(char letter) {
        int bit = Character.toUpperCase(letter) - 'A';
        return bit >= 0 && bit < LETTERS && (Kernel32.GetLogicalDrives() & 1 << bit) != 0;
    }

    private static char[] root(char letter) {
        return Wide.of(letter + ":\\");
    }

    /** The letter is there, so every refusal is one of its volume, even "path not found". */
    private static <T> Reading<T> refused(Message tried) {
        return Reading.unreadable(Refusal.of(tried, Refusal.lastCode()));
    }
}
