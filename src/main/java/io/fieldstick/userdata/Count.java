package io.fieldstick.userdata;

import java.time.Instant;
import java.util.Optional;

/**
 * How much lies in a place.
 *
 * @param files files whose bytes are on the disk
 * @param bytes the size of those
 * @param cloudFiles files that are only in the cloud
 * @param cloudBytes the size those would have on the disk
 * @param folders folders that were looked into
 * @param encryptedFiles files encrypted with EFS, which nobody can read after a reinstall without the user's certificate
 * @param unreadFolders folders that could not be looked into
 * @param newest the latest change of any of the files
 */
public record Count(
        long files,
        long bytes,
        long cloudFiles,
        long cloudBytes,
        long folders,
        long encryptedFiles,
        long unreadFolders,
        Optional<Instant> newest) {
    public static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0, Optional.empty());

    /** Whether there is nothing to save here: no file on the disk, none in the cloud, and nothing that was not read. */
    public boolean isEmpty() {
        return files == 0 && cloudFiles == 0 && unreadFolders == 0;
    }
}
