package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A file, volume or disk that was opened for reading, and only for reading. */
final class Device implements AutoCloseable {
    /**
     * ERROR_INVALID_FUNCTION, ERROR_NOT_SUPPORTED, ERROR_INVALID_PARAMETER: how drivers refuse a control they lack; and
     * ERROR_NOT_A_REPARSE_POINT, where there is nothing that the control could tell.
     */
    private static final Set<Integer> NO_SUCH_CONTROL =
            Set.of(1, WindowsError.NOT_SUPPORTED, WindowsError.INVALID_PARAMETER, 4390);

    private final long handle;

    private Device(long handle) {
        this.handle = handle;
    }

    /** Opens {@code path} with GENERIC_READ; absent where there is none. */
    static Reading<Device> open(String path, int share, int flags, Message tried) {
        long handle = Kernel32.CreateFileW(
                Wide.of(path), Kernel32.GENERIC_READ, share, null, Kernel32.OPEN_EXISTING, flags, 0);
        return opened(handle, tried);
    }

    /** Opens the link at {@code path} itself, to ask where it leads. */
    static Reading<Device> openLink(String path, Message tried) {
        int flags = Kernel32.BACKUP_SEMANTICS | Kernel32.OPEN_LINK;
        long handle = Kernel32.CreateFileW(
                Wide.of(path), Kernel32.READ_ATTRIBUTES, Kernel32.SHARE_ALL, null, Kernel32.OPEN_EXISTING, flags, 0);
        return opened(handle, tried);
    }

    private static Reading<Device> opened(long handle, Message tried) {
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

    /** Fills {@code buffer} with what GetFileInformationByHandleEx tells at that level: 0, or Windows's code. */
    int inform(int level, Memory buffer) {
        boolean done = Kernel32.GetFileInformationByHandleEx(handle, level, buffer, (int) buffer.size()) != 0;
        return done ? 0 : Refusal.lastCode();
    }

    /** What the control {@code code} answers without input, up to {@code length} bytes; empty where it is refused. */
    Optional<byte[]> ask(int code, int length) {
        byte[] answer = new byte[length];
        int[] returned = new int[1];
        boolean done = Kernel32.DeviceIoControl(handle, code, null, 0, answer, length, returned, null) != 0;
        return done && returned[0] == length ? Optional.of(answer) : Optional.empty();
    }

    /**
     * What the control {@code code} answers to {@code question}, up to {@code length} bytes; absent where the device has
     * no such control.
     */
    Reading<byte[]> ask(int code, byte[] question, int length, Message tried) {
        byte[] answer = new byte[length];
        int[] returned = new int[1];
        boolean done;
        try (Memory in = new Memory(Math.max(1, question.length))) {
            in.write(0, question, 0, question.length);
            done = Kernel32.DeviceIoControl(handle, code, in, question.length, answer, length, returned, null) != 0;
        }
        int refusal = done ? 0 : Refusal.lastCode();
        if (NO_SUCH_CONTROL.contains(refusal)) {
            return Reading.absent();
        }
        // A count that is more than there is room for is garbage: Wine gives such ones.
        int count = Math.max(0, Math.min(returned[0], length));
        return done ? Reading.of(Arrays.copyOf(answer, count)) : Refusal.reading(tried, refusal);
    }

    @Override
    public void close() {
        Kernel32.CloseHandle(handle);
    }
}
