package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Disks;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the drives and volumes of the running Windows say of themselves. */
final class LiveDisks implements Disks {
    /** Controls of winioctl.h and ntddstor.h; each needs a handle for reading at most. */
    static final int STORAGE_PREDICT_FAILURE = 0x002D1100;

    static final int STORAGE_QUERY_PROPERTY = 0x002D1400;
    static final int VOLUME_GET_VOLUME_DISK_EXTENTS = 0x00560000;
    static final int IS_VOLUME_DIRTY = 0x00090078;

    /** STORAGE_PREDICT_FAILURE: the answer, and 512 bytes of the drive's own. */
    private static final int PREDICTION_BYTES = 516;

    /** STORAGE_PROPERTY_QUERY with StorageDeviceProperty and PropertyStandardQuery, which are both 0. */
    private static final byte[] DEVICE_PROPERTY = new byte[12];

    private static final int DESCRIPTOR_BYTES = 4096;
    private static final int MODEL_OFFSET = 16;
    private static final int SERIAL_OFFSET = 24;
    private static final int BUS = 28;

    /** VOLUME_DISK_EXTENTS: a count, then DISK_EXTENTs of 24 bytes from byte 8 on. */
    private static final int EXTENTS_BYTES = 8 + 24 * 64;

    @Override
    public Reading<Boolean> predictsFailure(String device) {
        return ask(device, STORAGE_PREDICT_FAILURE, new byte[0], PREDICTION_BYTES, Tried.askHealth(device))
                .flatMap(answer -> answer.length < 4
                        ? Reading.absent()
                        : Reading.of(little(answer).getInt(0) != 0));
    }

    @Override
    public Reading<Identity> identity(String device) {
        return ask(device, STORAGE_QUERY_PROPERTY, DEVICE_PROPERTY, DESCRIPTOR_BYTES, Tried.askIdentity(device))
                .flatMap(LiveDisks::identity);
    }

    @Override
    public Reading<List<Extent>> extents(char letter) {
        String volume = letter + ":";
        return ask(
                        "\\\\.\\" + volume,
                        VOLUME_GET_VOLUME_DISK_EXTENTS,
                        new byte[0],
                        EXTENTS_BYTES,
                        Tried.askExtents(volume))
                .map(LiveDisks::extents);
    }

    @Override
    public Reading<Boolean> dirty(char letter) {
        String volume = letter + ":";
        return ask("\\\\.\\" + volume, IS_VOLUME_DIRTY, new byte[0], 4, Tried.askDirty(volume))
                .flatMap(answer -> answer.length < 4
                        ? Reading.absent()
                        : Reading.of((little(answer).getInt(0) & 1) != 0));
    }

    @Override
    public Reading<BitLocker> bitLocker(char letter) {
        return EncryptableVolumes.of(letter);
    }

    private static Reading<byte[]> ask(String path, int code, byte[] question, int length, Message tried) {
        return Device.open(path, Kernel32.SHARE_READ_WRITE, 0, tried).flatMap(opened -> {
            try (Device device = opened) {
                return device.ask(code, question, length, tried);
            }
        });
    }

    /** STORAGE_DEVICE_DESCRIPTOR (winioctl.h); a drive that tells less than its header is not believed. */
    static Reading<Identity> identity(byte[] descriptor) {
        if (descriptor.length < BUS + 4) {
            return Reading.absent();
        }
        ByteBuffer bytes = little(descriptor);
        return Reading.of(new Identity(
                text(descriptor, bytes.getInt(MODEL_OFFSET)),
                text(descriptor, bytes.getInt(SERIAL_OFFSET)),
                bytes.getInt(BUS)));
    }

    /** The printable ASCII characters up to the NUL; offset 0 or one outside means that there is no such text. */
    private static String text(byte[] bytes, int offset) {
        if (offset <= 0 || offset >= bytes.length) {
            return "";
        }
        int end = offset;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.US_ASCII)
                .replaceAll("[^ -~]", "")
                .strip();
    }

    /** VOLUME_DISK_EXTENTS (winioctl.h), as many as are really there. */
    static List<Extent> extents(byte[] answer) {
        List<Extent> extents = new ArrayList<>();
        ByteBuffer bytes = little(answer);
        int count = answer.length < 4 ? 0 : bytes.getInt(0);
        for (int at = 8; extents.size() < count && at + 24 <= answer.length; at += 24) {
            extents.add(new Extent(bytes.getInt(at), bytes.getLong(at + 8), bytes.getLong(at + 16)));
        }
        return List.copyOf(extents);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
