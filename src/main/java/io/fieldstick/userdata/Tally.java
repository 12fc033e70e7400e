package io.fieldstick.userdata;

import io.fieldstick.windows.FileEntry;
import java.time.Instant;
import java.util.Optional;

/** A {@link Count} that is still growing, from several threads. */
final class Tally {
    private long files;
    private long bytes;
    private long cloudFiles;
    private long cloudBytes;
    private long folders;
    private long encryptedFiles;
    private long unreadFolders;
    private Instant newest = Instant.MIN;

    synchronized void addFile(FileEntry file) {
        if (file.isOnlyInCloud()) {
            cloudFiles++;
            cloudBytes += Math.max(0, file.size());
        } else {
            files++;
            bytes += Math.max(0, file.size());
        }
        if (file.has(FileEntry.ENCRYPTED)) {
            encryptedFiles++;
        }
        if (file.modified().isAfter(newest)) {
            newest = file.modified();
        }
    }

    synchronized void addFolder() {
        folders++;
    }

    synchronized void addUnreadFolder() {
        unreadFolders++;
    }

    /** Adds what {@code other}, which no other thread may hold, has counted. */
    synchronized void addAll(Tally other) {
        files += other.files;
        bytes += other.bytes;
        cloudFiles += other.cloudFiles;
        cloudBytes += other.cloudBytes;
        folders += other.folders;
        encryptedFiles += other.encryptedFiles;
        unreadFolders += other.unreadFolders;
        newest = other.newest.isAfter(newest) ? other.newest : newest;
    }

    synchronized Count count() {
        return new Count(
                files,
                bytes,
                cloudFiles,
                cloudBytes,
                folders,
                encryptedFiles,
                unreadFolders,
                newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest));
    }
}
