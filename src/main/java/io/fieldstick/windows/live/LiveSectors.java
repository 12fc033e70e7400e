package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Tried;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** The sectors of a volume or disk of the running Windows; Windows reads whole sectors only, the caller need not know. */
final class LiveSectors implements Sectors {
    /** The controls and where their answer stands (winioctl.h). */
    private static final int DISK_GET_LENGTH_INFO = 0x0007405C;

    private static final int LENGTH_INFO_BYTES = 8;
    private static final int DISK_GET_DRIVE_GEOMETRY = 0x00070000;
    private static final int GEOMETRY_BYTES = 24;
    private static final int BYTES_PER_SECTOR = 20;
    /** Without it a volume ends with its file system, and the copy of the boot sector behind that is not readable. */
    private static final int ALLOW_EXTENDED_DASD_IO = 0x00090083;

    private static final int SMALLEST_SECTOR = 512;
    private static final int LARGEST_SECTOR = 1 << 16;
    private static final int CHUNK = 1 << 20;

    private final String name;
    private final Device device;
    private final Optional<Long> size;
    private final int sectorSize;
    private final Memory memory = new Memory(CHUNK + LARGEST_SECTOR);
    private final Pointer buffer = memory.align(LARGEST_SECTOR);

    LiveSectors(String name, Device device) {
        this.name = name;
        this.device = device;
        device.ask(ALLOW_EXTENDED_DASD_IO, 0);
        this.size = device.ask(DISK_GET_LENGTH_INFO, LENGTH_INFO_BYTES)
                .map(answer -> little(answer).getLong(0))
                .or(device::fileSize);
        this.sectorSize = device.ask(DISK_GET_DRIVE_GEOMETRY, GEOMETRY_BYTES)
                .map(answer -> little(answer).getInt(BYTES_PER_SECTOR))
                .filter(LiveSectors::isSectorSize)
                .orElse(SMALLEST_SECTOR);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reading<Long> size() {
        return size.map(Reading::of).orElseGet(Reading::absent);
    }

    @Override
    public int sectorSize() {
        return sectorSize;
    }

    @Override
    public synchronized Reading<byte[]> read(long offset, int length) {
        long available = Math.max(0, size.orElse(Long.MAX_VALUE) - offset);
        byte[] bytes = new byte[(int) Math.min(length, available)];
        int done = 0;
        while (done < bytes.length) {
            long from = offset + done;
            int skip = (int) (from % sectorSize);
            int wanted = Math.min(bytes.length - done, CHUNK - skip);
            int read = device.read(from - skip, buffer, wholeSectors(skip + wanted));
            if (read < 0) {
                return Reading.unreadable(Refusal.of(Tried.readSectors(name, offset, length), -read));
            }
            int count = Math.min(read - skip, wanted);
            if (count <= 0) {
                break;
            }
            buffer.read(skip, bytes, done, count);
            done += count;
        }
        return Reading.of(done == bytes.length ? bytes : Arrays.copyOf(bytes, done));
    }

    @Override
    public void close() {
        device.close();
        memory.close();
    }

    private int wholeSectors(int bytes) {
        return (bytes + sectorSize - 1) / sectorSize * sectorSize;
    }

    /** 512, 1024 ... 65536; a driver that answers anything else is not believed. */
    private static boolean isSectorSize(int bytes) {
        return bytes >= SMALLEST_SECTOR && bytes <= LARGEST_SECTOR && Integer.bitCount(bytes) == 1;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
