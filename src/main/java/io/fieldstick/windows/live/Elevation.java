package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.nio.charset.StandardCharsets;

/** Running a program once more as administrator, after Windows has asked the user. */
public final class Elevation {
    /** SHELLEXECUTEINFOW of shellapi.h as 64-bit code lays it out. */
    private static final int BYTES = 112;

    private static final int MASK = 4;
    private static final int VERB = 16;
    private static final int FILE = 24;
    private static final int PARAMETERS = 32;
    private static final int FOLDER = 40;
    private static final int SHOW = 48;
    private static final int PROCESS = 104;

    private static final int KEEP_PROCESS = 0x40;
    private static final int NO_ASYNC = 0x100;
    private static final int NO_ERROR_BOX = 0x400;
    private static final int SHOW_NORMAL = 1;
    private static final int FOREVER = -1;
    /** ERROR_CANCELLED: the answer of the user who says no to the question (winerror.h). */
    private static final int CANCELLED = 1223;

    private Elevation() {}

    /** How it went. */
    public sealed interface Outcome {}

    /** It ran, and ended with this exit code. */
    public record Ended(int exitCode) implements Outcome {}

    /** The user did not allow it. */
    public record Declined() implements Outcome {}

    /** Windows did not start it. */
    public record Refused(WindowsError why) implements Outcome {}

    /** Runs {@code program} with {@code parameters}, which are passed on as they are, in {@code folder} as administrator, and waits until it ends. */
    public static Outcome run(String program, String parameters, String folder) {
        int apartment = Ole32.CoInitializeEx(null, Ole32.APARTMENT_THREADED);
        try {
            return execute(wide("runas"), wide(program), wide(parameters), wide(folder));
        } finally {
            if (apartment >= 0) {
                Ole32.CoUninitialize();
            }
        }
    }

    private static Outcome execute(Memory verb, Memory program, Memory parameters, Memory folder) {
        try (Memory execution = new Memory(BYTES)) {
            execution.clear();
            execution.setInt(0, BYTES);
            execution.setInt(MASK, KEEP_PROCESS | NO_ASYNC | NO_ERROR_BOX);
            execution.setPointer(VERB, verb);
            execution.setPointer(FILE, program);
            execution.setPointer(PARAMETERS, parameters);
            execution.setPointer(FOLDER, folder);
            execution.setInt(SHOW, SHOW_NORMAL);
            return Shell32.ShellExecuteExW(execution) == 0 ? refused() : ended(execution.getPointer(PROCESS));
        }
    }

    private static Outcome refused() {
        int code = Refusal.lastCode();
        return code == CANCELLED ? new Declined() : new Refused(Refusal.of(Tried.startElevated(), code));
    }

    private static Outcome ended(Pointer process) {
        long handle = Pointer.nativeValue(process);
        int[] code = new int[1];
        boolean told =
                Kernel32.WaitForSingleObject(handle, FOREVER) == 0 && Kernel32.GetExitCodeProcess(handle, code) != 0;
        Outcome outcome = told ? new Ended(code[0]) : refused();
        Kernel32.CloseHandle(handle);
        return outcome;
    }

    private static Memory wide(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
