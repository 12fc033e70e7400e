package io.fieldstick.audit.disk;

import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsError;
import java.util.Arrays;

/** What Windows means by the code with which it refuses a volume (winerror.h; for the last: MS docs, com-error-codes-6). */
enum VolumeAnswer {
    RAW(1005, "raw"),
    CORRUPT(1392, "corrupt"),
    STRUCTURE_CORRUPT(1393, "structure-corrupt"),
    NOT_READY(WindowsError.NOT_READY, "not-ready"),
    NO_MEDIUM(1112, "no-medium"),
    UNRECOGNIZED_MEDIUM(1785, "unrecognized-medium"),
    CHECKSUM(23, "checksum"),
    SECTOR_NOT_FOUND(27, "sector-not-found"),
    DEVICE_FAILED(1117, "device-failed"),
    NOT_CONNECTED(1167, "not-connected"),
    WRONG_DISK(34, "changed"),
    CHANGED(1006, "changed"),
    LOCKED(0x80310000, "locked-bitlocker"),
    ACCESS_DENIED(WindowsError.ACCESS_DENIED, "access-denied"),
    /** Any code that is not listed here. */
    OTHER(0, "refused");

    private final int code;
    private final String key;

    VolumeAnswer(int code, String key) {
        this.code = code;
        this.key = key;
    }

    static VolumeAnswer of(WindowsError error) {
        return Arrays.stream(values())
                .filter(answer -> answer != OTHER && answer.code == error.code())
                .findFirst()
                .orElse(OTHER);
    }

    /** Its name for programs and message keys. */
    String key() {
        return key;
    }

    /** Whether the medium itself failed: every further read may make it worse. */
    boolean isMediumFailure() {
        return this == CHECKSUM || this == SECTOR_NOT_FOUND || this == DEVICE_FAILED;
    }

    /** Whether the drive is simply empty, which is no fault of one that takes media. */
    boolean isEmptyDrive() {
        return this == NOT_READY || this == NO_MEDIUM;
    }

    /** Whether nothing is known of the volume, because nobody was allowed to look or it was exchanged meanwhile. */
    boolean saysNothing() {
        return this == ACCESS_DENIED || this == WRONG_DISK || this == CHANGED;
    }

    /** In plain words, of the volume {@code shown} ({@code D:}). */
    Message words(String shown, WindowsError error) {
        return this == OTHER
                ? Message.of("disk.says.refused", shown, error.said())
                : Message.of("disk.says." + key, shown);
    }
}
