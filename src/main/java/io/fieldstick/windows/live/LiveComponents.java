package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** COM, asked by the program {@code create-object} (src/main/c) of the bitness in question. */
final class LiveComponents implements Components {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** What create-object ends with where it made an object. */
    private static final int MADE = 32;

    private final ProgramRuns programRuns;
    private final Path folder;

    /**
     * @param programRuns starts it
     * @param folder where the stick has its native code
     */
    LiveComponents(ProgramRuns programRuns, Path folder) {
        this.programRuns = programRuns;
        this.folder = folder;
    }

    @Override
    public Reading<Optional<WindowsError>> refusalToCreate(String clsid, RegistryKey.View view) {
        boolean narrow = view == RegistryKey.View.BITS_32;
        Path program = folder.resolve(narrow ? "create-object-32.exe" : "create-object-64.exe");
        boolean runs = Files.isRegularFile(program) && (!narrow || runs32BitPrograms());
        return runs ? run(program.toString(), clsid) : Reading.absent();
    }

    /** Windows without its 32-bit part may say of a program that it ran when it did not. */
    private boolean runs32BitPrograms() {
        String windows = WindowsPath.parent(programRuns.systemFolder());
        return Files.exists(Path.of(windows, "SysWOW64", "ole32.dll"));
    }

    private Reading<Optional<WindowsError>> run(String program, String clsid) {
        ProgramRuns.Start start =
                new ProgramRuns.Start(program, clsid, programRuns.systemFolder(), LIMIT, Optional.empty());
        Message tried = Tried.createObject(clsid);
        try {
            // What the class's code may have started is left alone.
            OptionalInt exit = programRuns.run(start, () -> true);
            int code = exit.orElse(WindowsError.TIMEOUT);
            if (code == MADE) {
                return Reading.of(Optional.empty());
            }
            return code < 0 || exit.isEmpty()
                    ? Reading.of(Optional.of(Refusal.of(tried, code)))
                    : Reading.unreadable(WindowsError.exit(Tried.startProgram(program), code));
        } catch (WindowsException refused) {
            return Reading.unreadable(refused.error());
        }
    }
}
