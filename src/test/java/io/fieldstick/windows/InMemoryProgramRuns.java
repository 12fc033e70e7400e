package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The programs that can be started on {@link InMemoryWindows}: what each does is written by the test. */
public final class InMemoryProgramRuns implements ProgramRuns {
    private final InMemoryFiles files;
    private final BiConsumer<Message, String> write;
    private final Map<String, Function<Start, OptionalInt>> programs = new HashMap<>();
    private final List<Start> started = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Optional<String> logs = Optional.empty();
    private int folders;
    private final Set<String> safe = new HashSet<>();

    InMemoryProgramRuns(InMemoryFiles files, BiConsumer<Message, String> write) {
        this.files = files;
        this.write = write;
    }

    /** From now on a program with this file name does so; an empty exit code is that of one that never ends. */
    public void program(String fileName, Function<Start, OptionalInt> behaviour) {
        programs.put(fileName.toLowerCase(Locale.ROOT), behaviour);
    }

    /** Everything that was started, in order. */
    public List<Start> started() {
        return List.copyOf(started);
    }

    /** Every pause, in order. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public OptionalInt run(Start start, BooleanSupplier enough) {
        String name = start.program().substring(start.program().lastIndexOf('\\') + 1);
        Message tried = Tried.startProgram(start.program());
        Function<Start, OptionalInt> behaviour = programs.get(name.toLowerCase(Locale.ROOT));
        if (behaviour == null) {
            throw new WindowsException(WindowsErrors.error(tried, WindowsError.FILE_NOT_FOUND));
        }
        write.accept(tried, "run " + name + " " + start.arguments());
        started.add(start);
        return behaviour.apply(start);
    }

    @Override
    public SafeFolder safeFolder() {
        String path = String.format("C:\\Windows\\Temp\\fieldstick-%016x", ++folders);
        files.folder(path);
        safe(path);
        return new SafeFolder() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public String copyIn(String source, String relative) {
                // The stick of a test is a real folder.
                if (source.startsWith("/") && files.entry(source).isAbsent()) {
                    files.bytes(path + "\\" + relative.replace('/', '\\'), real(source));
                } else {
                    files.copy(source, path + "\\" + relative);
                }
                return path + "\\" + relative;
            }

            @Override
            public void close() {
                files.remove(path);
            }
        };
    }

    @Override
    public void deleteSafeFolder(String path) {
        if (!path.matches("C:\\\\Windows\\\\Temp\\\\fieldstick-[0-9a-f]{16}")) {
            throw new WindowsException(WindowsErrors.error(Tried.deleteFolder(path), WindowsError.INVALID_PARAMETER));
        }
        if (files.entry(path).isPresent() && !safe.contains(path)) {
            throw new WindowsException(
                    WindowsErrors.error(Tried.deleteFolder(path), WindowsError.ACCESS_DENIED),
                    Message.of("windows.foreign-folder"));
        }
        write.accept(Tried.deleteFolder(path), "delete the folder " + path);
        files.remove(path);
    }

    /** The folder {@code path} is one that only administrators write to, as {@link #safeFolder()} makes them. */
    public void safe(String path) {
        safe.add(path);
    }

    @Override
    public void keepLogsIn(String folder) {
        logs = Optional.of(folder);
    }

    @Override
    public Optional<String> log(String name) {
        return logs.map(folder -> folder + "\\" + ProgramRuns.logName(name) + ".log");
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
    }

    @Override
    public String systemFolder() {
        return "C:\\Windows\\System32";
    }

    private static byte[] real(String source) {
        try {
            return java.nio.file.Files.readAllBytes(java.nio.file.Path.of(source));
        } catch (java.io.IOException e) {
            throw new WindowsException(WindowsErrors.error(Tried.readFile(source), WindowsError.FILE_NOT_FOUND));
        }
    }
}
