package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Turns;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The turn as a mutex that all sessions see, and its notice in shared memory beside it.
 *
 * <p>Anybody may make a mutex of this name first and keep it; that is seen and told, never waited for. The notice can be
 * trusted: shared memory that all sessions see is made by administrators and services only (MS docs: Kernel object
 * namespaces, SeCreateGlobalPrivilege).
 */
final class LiveTurns implements Turns {
    static final String MUTEX = "Global\\Fieldstick-turn";
    private static final String NOTICE = "Global\\Fieldstick-notice";
    /** Everything for LocalSystem and the administrators, nothing for others. */
    private static final String RIGHTS = "D:P(A;;GA;;;SY)(A;;GA;;;BA)";

    /** WaitForSingleObject's answers (MS docs: synchapi.h); abandoned: whoever had it died without giving it back. */
    private static final int GIVEN = 0;

    private static final int ABANDONED = 0x80;
    private static final int TIMEOUT = 0x102;

    private static final int PAGE_READWRITE = 4;
    private static final int MAP_WRITE = 2;
    private static final int MAP_READ = 4;
    private static final int NOTICE_BYTES = 2048;

    @Override
    public Turn take() {
        try (SecurityAttributes rights = SecurityAttributes.of(RIGHTS, Tried.takeTurn(MUTEX))) {
            long mutex = Kernel32.CreateMutexW(rights.pointer(), 0, Wide.of(MUTEX));
            Refusal.check(Tried.takeTurn(MUTEX), mutex != 0 ? 0 : Refusal.lastCode());
            int answer = Kernel32.WaitForSingleObject(mutex, 0);
            if (answer == GIVEN || answer == ABANDONED) {
                long memory = Kernel32.CreateFileMappingW(
                        Kernel32.INVALID_HANDLE, rights.pointer(), PAGE_READWRITE, 0, NOTICE_BYTES, Wide.of(NOTICE));
                return new LiveTurn(mutex, memory);
            }
            int code = answer == TIMEOUT ? 0 : Refusal.lastCode();
            Kernel32.CloseHandle(mutex);
            Refusal.check(Tried.takeTurn(MUTEX), code);
            return new Busy(notice());
        }
    }

    private static Optional<String> notice() {
        long memory = Kernel32.OpenFileMappingW(MAP_READ, 0, Wide.of(NOTICE));
        if (memory == 0) {
            return Optional.empty();
        }
        Pointer view = Kernel32.MapViewOfFile(memory, MAP_READ, 0, 0, 0);
        Optional<String> notice = Optional.ofNullable(view).map(LiveTurns::text);
        unmap(view);
        Kernel32.CloseHandle(memory);
        return notice.filter(text -> !text.isEmpty());
    }

    private static String text(Pointer view) {
        byte[] bytes = view.getByteArray(0, NOTICE_BYTES);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static void unmap(@Nullable Pointer view) {
        if (view != null) {
            Kernel32.UnmapViewOfFile(view);
        }
    }

    /** Windows gives both handles back when the process dies. */
    private record LiveTurn(long mutex, long memory) implements Taken {
        @Override
        public void leave(String notice) {
            Pointer view = memory == 0 ? null : Kernel32.MapViewOfFile(memory, MAP_WRITE, 0, 0, 0);
            if (view != null) {
                // The last byte stays NUL, whatever is left.
                byte[] bytes = Arrays.copyOf(notice.getBytes(StandardCharsets.UTF_8), NOTICE_BYTES - 1);
                view.write(0, bytes, 0, bytes.length);
            }
            unmap(view);
        }

        @Override
        public void close() {
            Kernel32.ReleaseMutex(mutex);
            Kernel32.CloseHandle(mutex);
            if (memory != 0) {
                Kernel32.CloseHandle(memory);
            }
        }
    }
}
