package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;

/** Running a program once more as administrator, after Windows has asked the user. */
public final class Elevation {
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
        return new ShellExecution("runas", program, parameters, folder, ShellExecution.KEEP_PROCESS)
                .run(execution -> ended(execution.getPointer(ShellExecution.PROCESS)), Elevation::refused);
    }

    private static Outcome refused(int code) {
        return code == CANCELLED ? new Declined() : new Refused(Refusal.of(Tried.startElevated(), code));
    }

    private static Outcome ended(Pointer process) {
        long handle = Pointer.nativeValue(process);
        int[] code = new int[1];
        boolean told =
                Kernel32.WaitForSingleObject(handle, FOREVER) == 0 && Kernel32.GetExitCodeProcess(handle, code) != 0;
        Outcome outcome = told ? new Ended(code[0]) : refused(Refusal.lastCode());
        Kernel32.CloseHandle(handle);
        return outcome;
    }
}
