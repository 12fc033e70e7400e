package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program that was started, with all that it starts: they are in one job (MS docs: Job Objects). What they print comes
 * through one pipe.
 *
 * <p>The job does not die with this program: an installer that nobody waits for any more had better finish than stop half way.
 */
final class ProcessTree implements AutoCloseable {
    private static final int SUSPENDED = 0x4;
    private static final int UNICODE_ENVIRONMENT = 0x400;
    private static final int NO_WINDOW = 0x08000000;

    /** STARTUPINFOW as 64-bit code lays it out. */
    private static final int STARTUP_BYTES = 104;

    private static final int STARTUP_FLAGS = 60;
    private static final int STANDARD_OUTPUT = 88;
    private static final int STANDARD_ERROR = 96;
    private static final int USE_STANDARD_HANDLES = 0x100;

    /** PROCESS_INFORMATION: the process, the thread at 8, their numbers. */
    private static final int MADE_BYTES = 24;

    private static final int THREAD = 8;

    /** JOBOBJECT_BASIC_ACCOUNTING_INFORMATION, and its ActiveProcesses. */
    private static final int ACCOUNTING = 1;

    private static final int ACCOUNTING_BYTES = 48;
    private static final int ACTIVE = 40;

    private static final int SECURITY_BYTES = 24;
    private static final int INHERIT = 16;
    private static final int INHERIT_FLAG = 1;
    private static final int PIPE_BYTES = 1 << 16;
    /** The exit code of what is ended for being late: WAIT_TIMEOUT (winerror.h). */
    private static final int LATE = 258;

    private final long job;
    private final long process;
    private final long output;

    private ProcessTree(long job, long process, long output) {
        this.job = job;
        this.process = process;
        this.output = output;
    }

    /** Starts it; a refusal is a {@link WindowsException}. */
    static ProcessTree start(ProgramRuns.Start start) {
        long[] reading = new long[1];
        long[] writing = new long[1];
        pipe(start, reading, writing);
        try {
            return start(start, reading[0], writing[0]);
        } catch (WindowsException refused) {
            Kernel32.CloseHandle(reading[0]);
            throw refused;
        } finally {
            Kernel32.CloseHandle(writing[0]);
        }
    }

    /** Only the end for writing is inherited. */
    private static void pipe(ProgramRuns.Start start, long[] reading, long[] writing) {
        try (Memory security = new Memory(SECURITY_BYTES)) {
            security.clear();
            security.setInt(0, SECURITY_BYTES);
            security.setInt(INHERIT, 1);
            check(start, Kernel32.CreatePipe(reading, writing, security, PIPE_BYTES));
            Kernel32.SetHandleInformation(reading[0], INHERIT_FLAG, 0);
        }
    }

    private static ProcessTree start(ProgramRuns.Start start, long reading, long writing) {
        ByteBuffer startup = ByteBuffer.allocate(STARTUP_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        startup.putInt(0, STARTUP_BYTES).putInt(STARTUP_FLAGS, USE_STANDARD_HANDLES);
        startup.putLong(STANDARD_OUTPUT, writing).putLong(STANDARD_ERROR, writing);
        ByteBuffer made = ByteBuffer.allocate(MADE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        String line = '"' + start.program() + '"' + (start.arguments().isEmpty() ? "" : " " + start.arguments());
        check(
                start,
                Kernel32.CreateProcessW(
                        Wide.of(start.program()),
                        Wide.of(line),
                        null,
                        null,
                        1,
                        SUSPENDED | UNICODE_ENVIRONMENT | NO_WINDOW,
                        environment(System.getenv()),
                        Wide.of(start.folder()),
                        startup.array(),
                        made.array()));
        return inJob(start, made.getLong(0), made.getLong(THREAD), reading);
    }

    /** Puts the program, which has not begun, into a job, and lets it begin. */
    private static ProcessTree inJob(ProgramRuns.Start start, long process, long thread, long reading) {
        long job = Kernel32.CreateJobObjectW(null, null);
        try {
            check(start, job == 0 ? 0 : Kernel32.AssignProcessToJobObject(job, process));
            check(start, Kernel32.ResumeThread(thread) < 0 ? 0 : 1);
            return new ProcessTree(job, process, reading);
        } catch (WindowsException refused) {
            Kernel32.TerminateProcess(process, LATE);
            Kernel32.CloseHandle(process);
            Kernel32.CloseHandle(job);
            throw refused;
        } finally {
            Kernel32.CloseHandle(thread);
        }
    }

    private static void check(ProgramRuns.Start start, int done) {
        int code = done != 0 ? 0 : Refusal.lastCode();
        Refusal.check(Tried.startProgram(start.program()), code);
    }

    /**
     * The block that CreateProcessW takes: {@code NAME=value}, sorted, each with a NUL, and one more. Without
     * {@code __COMPAT_LAYER}, by which whoever started this program could make an installer see another Windows.
     */
    static char[] environment(Map<String, String> variables) {
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(variables);
        sorted.remove("__COMPAT_LAYER");
        StringBuilder block = new StringBuilder();
        sorted.forEach(
                (name, value) -> block.append(name).append('=').append(value).append('\0'));
        return block.append('\0').toString().toCharArray();
    }

    /** Waits for the program itself; whether it has ended. */
    boolean ended(int milliseconds) {
        return Kernel32.WaitForSingleObject(process, milliseconds) == 0;
    }

    int exitCode() {
        int[] code = new int[1];
        if (Kernel32.GetExitCodeProcess(process, code) == 0) {
            throw new IllegalStateException("GetExitCodeProcess: " + Refusal.lastCode());
        }
        return code[0];
    }

    /** Whether anything of it still runs. */
    boolean running() {
        byte[] found = new byte[ACCOUNTING_BYTES];
        boolean told = Kernel32.QueryInformationJobObject(job, ACCOUNTING, found, found.length, null) != 0;
        return told && ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN).getInt(ACTIVE) > 0;
    }

    /** Ends all of it. */
    void end() {
        Kernel32.TerminateJobObject(job, LATE);
    }

    /** What was printed since the last time. */
    byte[] printed() {
        int[] available = new int[1];
        if (Kernel32.PeekNamedPipe(output, null, 0, null, available, null) == 0 || available[0] <= 0) {
            return new byte[0];
        }
        int[] read = new int[1];
        try (Memory buffer = new Memory(available[0])) {
            boolean done = Kernel32.ReadFile(output, buffer, available[0], read, null) != 0;
            return done ? buffer.getByteArray(0, read[0]) : new byte[0];
        }
    }

    @Override
    public void close() {
        Kernel32.CloseHandle(output);
        Kernel32.CloseHandle(process);
        Kernel32.CloseHandle(job);
    }
}
