package io.fieldstick.windows.live;

import com.sun.jna.Native;
import io.fieldstick.windows.Processes;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The running processes, by a snapshot of the tool help library (MS docs: tlhelp32.h). */
final class LiveProcesses implements Processes {
    private static final int SNAP_PROCESS = 2;

    /** PROCESSENTRY32W of a 64-bit process: the id at 8, the file name at 44. */
    private static final int ENTRY_BYTES = 568;

    private static final int ID = 8;
    private static final int NAME = 44;
    private static final int NAME_BYTES = 520;

    /** ERROR_NO_MORE_FILES: how a snapshot says that it ends (MS docs: Process32NextW). */
    private static final int NO_MORE_FILES = 18;

    /** A snapshot holds a few hundred; the loop must end all the same. */
    private static final int MOST = 100_000;

    @Override
    public Reading<List<Process>> running() {
        long snapshot = Kernel32.CreateToolhelp32Snapshot(SNAP_PROCESS, 0);
        if (snapshot == Kernel32.INVALID_HANDLE) {
            return Reading.unreadable(Refusal.of(Tried.listProcesses(), Refusal.lastCode()));
        }
        try {
            return list(snapshot);
        } finally {
            Kernel32.CloseHandle(snapshot);
        }
    }

    @Override
    public Reading<List<Window>> windows() {
        return TitledWindows.list();
    }

    @Override
    public Reading<List<Holder>> holders(String file) {
        return FileHolders.of(file);
    }

    private static Reading<List<Process>> list(long snapshot) {
        ByteBuffer entry = ByteBuffer.allocate(ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(0, ENTRY_BYTES);
        if (Kernel32.Process32FirstW(snapshot, entry.array()) == 0) {
            return Reading.unreadable(Refusal.of(Tried.listProcesses(), Refusal.lastCode()));
        }
        List<Process> processes = new ArrayList<>();
        do {
            String name = new String(entry.array(), NAME, NAME_BYTES, StandardCharsets.UTF_16LE);
            processes.add(new Process(Integer.toUnsignedLong(entry.getInt(ID)), Native.toString(name.toCharArray())));
            if (processes.size() == MOST) {
                return Reading.of(processes);
            }
        } while (Kernel32.Process32NextW(snapshot, entry.array()) != 0);
        int code = Refusal.lastCode();
        return code == NO_MORE_FILES
                ? Reading.of(processes)
                : Reading.unreadable(Refusal.of(Tried.listProcesses(), code));
    }
}
