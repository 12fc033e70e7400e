package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One call of ShellExecuteExW: Windows opens something as if a person had double-clicked it.
 *
 * @param verb what is done with it: {@code open}, {@code runas}
 * @param parameters passed on as they are
 * @param folder its working folder; empty for this process's own
 * @param more bits of the mask besides those that keep Windows from showing a box of its own
 */
record ShellExecution(String verb, String file, String parameters, String folder, int more) {
    /** SHELLEXECUTEINFOW of shellapi.h as 64-bit code lays it out. */
    private static final int BYTES = 112;

    private static final int MASK = 4;
    private static final int VERB = 16;
    private static final int FILE = 24;
    private static final int PARAMETERS = 32;
    private static final int FOLDER = 40;
    private static final int SHOW = 48;
    static final int PROCESS = 104;

    static final int KEEP_PROCESS = 0x40;
    private static final int NO_ASYNC = 0x100;
    private static final int NO_ERROR_BOX = 0x400;
    private static final int SHOW_NORMAL = 1;

    /** Executes it and returns what {@code done} makes of the structure, or {@code refused} of Windows's code. */
    <T> T run(Function<Memory, T> done, IntFunction<T> refused) {
        int apartment = Ole32.CoInitializeEx(null, Ole32.APARTMENT_THREADED);
        try (Memory execution = new Memory(BYTES);
                Memory wideVerb = wide(verb);
                Memory wideFile = wide(file);
                Memory wideParameters = wide(parameters);
                Memory wideFolder = wide(folder)) {
            execution.clear();
            execution.setInt(0, BYTES);
            execution.setInt(MASK, more | NO_ASYNC | NO_ERROR_BOX);
            execution.setPointer(VERB, wideVerb);
            execution.setPointer(FILE, wideFile);
            execution.setPointer(PARAMETERS, wideParameters);
            execution.setPointer(FOLDER, wideFolder);
            execution.setInt(SHOW, SHOW_NORMAL);
            return Shell32.ShellExecuteExW(execution) == 0 ? refused.apply(Refusal.lastCode()) : done.apply(execution);
        } finally {
            if (apartment >= 0) {
                Ole32.CoUninitialize();
            }
        }
    }

    private static Memory wide(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
