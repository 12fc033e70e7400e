package io.fieldstick.windows.offline;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A raw image of a disk or a volume in a file, on any system; the file is opened for reading only. */
public final class ImageSectors implements Sectors {
    /** ERROR_IO_DEVICE of winerror.h: what Windows says where a medium fails. */
    private static final int IO_DEVICE_ERROR = 1117;

    private static final int USUAL_SECTOR = 512;
    private static final int LARGE_SECTOR = 4096;

    /** What a GUID partition table begins with, in the second sector (UEFI specification, 5.3.2). */
    private static final byte[] GPT = "EFI PART".getBytes(StandardCharsets.US_ASCII);

    /** The bytes of a sector in a Windows boot sector: 16 bits at 11, in exFAT a power of two at 108. */
    private static final int BYTES_PER_SECTOR_AT = 11;

    private static final int EXFAT_SHIFT_AT = 108;

    private final Path file;
    private final FileChannel channel;
    private final int sectorSize;

    private ImageSectors(Path file, FileChannel channel, int sectorSize) {
        this.file = file;
        this.channel = channel;
        this.sectorSize = sectorSize;
    }

    /** Opens the image {@code file}; absent where there is no such file. The caller closes it. */
    public static Reading<Sectors> open(Path file) {
        if (Files.isDirectory(file)) {
            return Reading.unreadable(error(Tried.openDevice(file.toString()), WindowsError.ACCESS_DENIED, "a folder"));
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return Reading.of(new ImageSectors(file, channel, sectorSize(channel)));
        } catch (NoSuchFileException e) {
            return Reading.absent();
        } catch (AccessDeniedException e) {
            return Reading.unreadable(error(Tried.openDevice(file.toString()), WindowsError.ACCESS_DENIED, ""));
        } catch (IOException e) {
            return Reading.unreadable(error(Tried.openDevice(file.toString()), IO_DEVICE_ERROR, FileTrouble.said(e)));
        }
    }

    /** A file does not know the sectors of the disk it was made from, but what is on it does. */
    private static int sectorSize(FileChannel channel) throws IOException {
        byte[] start = read(channel, 0, LARGE_SECTOR + GPT.length);
        if (start.length < LARGE_SECTOR + GPT.length) {
            return USUAL_SECTOR;
        }
        boolean large = Arrays.equals(start, LARGE_SECTOR, LARGE_SECTOR + GPT.length, GPT, 0, GPT.length);
        boolean usual = Arrays.equals(start, USUAL_SECTOR, USUAL_SECTOR + GPT.length, GPT, 0, GPT.length);
        boolean bootSector = (start[510] & 0xFF) == 0x55 && (start[511] & 0xFF) == 0xAA;
        int bytes = (start[BYTES_PER_SECTOR_AT] & 0xFF) | (start[BYTES_PER_SECTOR_AT + 1] & 0xFF) << 8;
        boolean volume = bootSector && (bytes == LARGE_SECTOR || (bytes == 0 && start[EXFAT_SHIFT_AT] == 12));
        return !usual && (large || volume) ? LARGE_SECTOR : USUAL_SECTOR;
    }

    @Override
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    @Override
    public Reading<Long> size() {
        try {
            return Reading.of(channel.size());
        } catch (IOException e) {
            return Reading.absent();
        }
    }

    @Override
    public int sectorSize() {
        return sectorSize;
    }

    @Override
    public Reading<byte[]> read(long offset, int length) {
        try {
            return Reading.of(read(channel, offset, length));
        } catch (IOException e) {
            return Reading.unreadable(
                    error(Tried.readSectors(name(), offset, length), IO_DEVICE_ERROR, FileTrouble.said(e)));
        }
    }

    private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
        long room = Math.min(length, channel.size() - offset);
        if (offset < 0 || room <= 0) {
            return new byte[0];
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) room);
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = channel.read(bytes, offset + bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static WindowsError error(Message tried, int code, String text) {
        return new WindowsError(tried, code, text);
    }

    /** Closing what was only read cannot lose anything, so a failure is of no interest. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            return;
        }
    }
}
