package io.fieldstick.windows;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Windows and the drives themselves say of disks and volumes, beyond their sectors; reading only. */
public interface Disks {
    /** A Windows that cannot be asked: it is not running, or this is not it. */
    Disks UNKNOWN = new Disks() {};

    /**
     * Whether the drive {@code \\.\PhysicalDriveN} itself predicts that it will fail (SMART, by
     * IOCTL_STORAGE_PREDICT_FAILURE); absent where it cannot be asked, which is not the same as healthy.
     */
    default Reading<Boolean> predictsFailure(String device) {
        return Reading.absent();
    }

    /** What the drive {@code \\.\PhysicalDriveN} calls itself; absent where it does not say. */
    default Reading<Identity> identity(String device) {
        return Reading.absent();
    }

    /** Where the volume lies (IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS); absent where Windows does not say. */
    default Reading<List<Extent>> extents(char letter) {
        return Reading.absent();
    }

    /** Whether Windows marked the volume to be checked (FSCTL_IS_VOLUME_DIRTY); absent where it cannot be asked. */
    default Reading<Boolean> dirty(char letter) {
        return Reading.absent();
    }

    /** BitLocker's state of the volume (WMI Win32_EncryptableVolume); absent where this Windows has no BitLocker. */
    default Reading<BitLocker> bitLocker(char letter) {
        return Reading.absent();
    }

    /**
     * A drive by its own words.
     *
     * @param model as {@code Samsung SSD 970 EVO}; empty where it has none
     * @param serial the serial number; empty where it has none
     * @param bus the STORAGE_BUS_TYPE number of winioctl.h
     */
    record Identity(String model, String serial, int bus) {
        private static final int BUS_USB = 7;

        /** {@code device}, and behind it in brackets its model and serial number, as far as it has them. */
        public String shown(String device) {
            String own =
                    Stream.of(model, serial).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
            return own.isEmpty() ? device : device + " (" + own + ")";
        }

        /** Whether it hangs on USB, so that it is not the computer's own disk. */
        public boolean external() {
            return bus == BUS_USB;
        }
    }

    /** A piece of {@code \\.\PhysicalDrive<disk>}, in bytes. */
    record Extent(int disk, long start, long length) {}

    /**
     * The numbers of Win32_EncryptableVolume.
     *
     * @param protection ProtectionStatus: 0 off, 1 on, 2 unknown because the volume is locked
     * @param conversion ConversionStatus: 0 not encrypted, 1 encrypted, 2 to 5 in between; empty where it is not told
     */
    record BitLocker(int protection, OptionalInt conversion) {
        /** Whether any of the volume is encrypted, even where the protection is suspended. */
        public boolean encrypted() {
            return protection != 0 || conversion.orElse(0) > 0;
        }
    }
}
