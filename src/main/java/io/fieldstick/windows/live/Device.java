package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import java.util.Optional;

/** A file, volume or disk that was opened for reading, and only for reading. */
final class Device implements AutoCloseable {
    private final long handle;

    private Device(long handle) {
        this.handle = handle;
    }

    /** Opens {@code path} with GENERIC_READ; absent where there is none. */
    static Reading<Device> open(String path, int share, int flags, Message tried) {
        long handle = Kernel32.CreateFileW(
                Wide.of(path), Kernel32.GENERIC_READ, share, null, Kernel32.OPEN_EXISTING, flags, 0);
        return handle == Kernel32.INVALID_HANDLE
                ? Refusal.reading(tried, Refusal.lastCode())
                : Reading.of(new Device(handle));
    }

    /** The bytes of the file; empty where a device does not say. */
    Optional<Long> fileSize() {
        long[] size = new long[1];
        boolean known = Kernel32.GetFileSizeEx(handle, size) != 0 && size[0] > 0;
        return known ? Optional.of(size[0]) : Optional.empty();
    }

    /** Reads up to {@code length} bytes from {@code offset} into {@code buffer}: their count, or minus Windows's code. */
    int read(long offset, Pointer buffer, int length) {
        int[] read = new int[1];
        boolean done = Kernel32.SetFilePointerEx(handle, offset, null, 0) != 0
                && Kernel32.ReadFile(handle, buffer, length, read, null) != 0;
        return done ? read[0] : -Refusal.lastCode();
    }

    /** What the control {@code code} answers without input, up to {@code length} bytes; empty where it is refused. */
    Optional<byte[]> ask(int code, int length) {
        byte[] answer = new byte[length];
        int[] returned = new int[1];
        boolean done = Kernel32.DeviceIoControl(handle, code, null, 0, answer, length, returned, null) != 0;
        return done && returned[0] == length ? Optional.of(answer) : Optional.empty();
    }

    @Override
    public void close() {
        Kernel32.CloseHandle(handle);
    }
}
