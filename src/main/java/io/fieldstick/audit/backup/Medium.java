package io.fieldstick.audit.backup;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Volumes.DriveType;
import java.time.Duration;
import java.util.Locale;

/**
 * What a backup is written to, with the rates that are usual for such a thing.
 *
 * <p>The lower rate is that of a full, slow or old one (USB 2 writes 30 MB/s at best, 100 Mbit/s Ethernet 11 MB/s), the
 * upper that of a good one; the times are what one more small file costs beside its bytes. They are rules of thumb.
 */
public enum Medium {
    USB_STICK(5, 100, 5, 50),
    USB_DISK(20, 120, 2, 20),
    DISK(40, 400, 1, 15),
    NETWORK(5, 110, 5, 50),
    UNKNOWN(5, 120, 2, 50);

    private static final long MEGABYTE = 1_000_000;

    private final int slowRate;
    private final int fastRate;
    private final int fastFile;
    private final int slowFile;

    /** Rates in MB/s, times of one file in milliseconds. */
    Medium(int slowRate, int fastRate, int fastFile, int slowFile) {
        this.slowRate = slowRate;
        this.fastRate = fastRate;
        this.fastFile = fastFile;
        this.slowFile = slowFile;
    }

    /** What a drive of that type is, {@code external} where it hangs on USB. */
    static Medium of(DriveType type, boolean external) {
        return switch (type) {
            case REMOVABLE -> USB_STICK;
            case FIXED -> external ? USB_DISK : DISK;
            case NETWORK -> NETWORK;
            case UNKNOWN, NO_ROOT_DIR, CDROM, RAM_DISK -> UNKNOWN;
        };
    }

    /** The time that it takes when everything goes well. */
    public Duration shortest(long files, long bytes) {
        return time(files * fastFile, bytes, fastRate);
    }

    /** The time that it takes when it goes badly; it can be worse on a disk that is failing. */
    public Duration longest(long files, long bytes) {
        return time(files * slowFile, bytes, slowRate);
    }

    private static Duration time(long milliseconds, long bytes, int rate) {
        return Duration.ofMillis(milliseconds).plusSeconds(bytes / (rate * MEGABYTE));
    }

    /** {@code a USB stick}. */
    public Message words() {
        return Message.of("backup.medium." + key());
    }

    /** {@code 5 to 100 MB/s, 5 to 50 ms more for each file}. */
    public Message rates() {
        return Message.of("backup.rates", slowRate, fastRate, fastFile, slowFile);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
