package io.fieldstick.windows;

import java.util.List;

/** The volumes that have a drive letter, and the raw sectors below them; reading only. */
public interface Volumes {

    /** Every drive letter that Windows knows, in alphabetical order, with what kind of drive it is. */
    Reading<List<Volume>> list();

    /**
     * What GetVolumeInformation says of the volume: unreadable with its code for RAW (1005), corrupt (1392), not ready
     * (21), locked by BitLocker (0x80310000) and the rest (MS docs: System Error Codes).
     */
    Reading<FileSystem> fileSystem(char letter);

    /** Total and free bytes of the volume. */
    Reading<Space> space(char letter);

    /**
     * Opens {@code \\.\X:} or {@code \\.\PhysicalDriveN}, for reading only; absent where there is no such device. The
     * caller closes it.
     */
    Reading<Sectors> open(String device);

    /** A drive letter (upper case) and GetDriveType's answer for it. */
    record Volume(char letter, DriveType type) {
        /** {@code C:\}. */
        public String root() {
            return letter + ":\\";
        }
    }

    /** GetDriveType's answers; the ordinal is Windows's number. */
    enum DriveType {
        UNKNOWN,
        NO_ROOT_DIR,
        REMOVABLE,
        FIXED,
        NETWORK,
        CDROM,
        RAM_DISK
    }

    /**
     * A mounted file system.
     *
     * @param name as Windows gives it: {@code NTFS}
     * @param serial the volume's serial number
     * @param readOnly whether the volume cannot be written to (FILE_READ_ONLY_VOLUME): a locked card, a DVD
     */
    record FileSystem(String name, String label, int serial, boolean readOnly) {}

    /**
     * The bytes of a volume.
     *
     * @param free what the caller may still use
     * @param cluster the bytes that a file takes are a multiple of this
     */
    record Space(long total, long free, long cluster) {}
}
