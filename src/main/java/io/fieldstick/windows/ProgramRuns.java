package io.fieldstick.windows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Starts other programs on this Windows and waits for them. */
public interface ProgramRuns {

    /**
     * A program to start.
     *
     * @param program the whole path of its file; nothing is searched for
     * @param arguments the rest of its command line as it will read it, for each program takes that apart in its own way
     * @param folder its working folder
     * @param limit after which it is ended, with everything that it started
     * @param log the name of the log of this run that gets what it prints, see {@link #log}; empty to lose it
     */
    record Start(String program, String arguments, String folder, Duration limit, Optional<String> log) {}

    /**
     * Runs it without a window of its own, and waits until it and all that it started have ended.
     *
     * @param enough asked now and then once the program itself has ended and others that it started have not: true ends the
     *     waiting, and they are left alone
     * @return its whole exit code; empty where the time was up and it was ended
     * @throws WindowsException where it could not be started
     */
    OptionalInt run(Start start, BooleanSupplier enough);

    /** As {@link #run(Start, BooleanSupplier)}, waiting for all that it started. */
    default OptionalInt run(Start start) {
        return run(start, () -> false);
    }

    /**
     * A new folder that only administrators and Windows can write to, so that nobody changes a file between the look at it
     * and its use.
     *
     * @throws WindowsException where it could not be made
     */
    SafeFolder safeFolder();

    /** What the names of such folders look like, as a regular expression. */
    String SAFE_FOLDER_NAME = "fieldstick-[0-9a-f]{16}";

    /**
     * Deletes a folder that {@link #safeFolder()} made for a run before this one; nothing where it is gone.
     *
     * @throws WindowsException where Windows refused, or {@code path} is no such folder's: then nothing is deleted
     */
    void deleteSafeFolder(String path);

    /** From now on logs are kept in {@code folder}: that of the case. */
    void keepLogsIn(String folder);

    /** The path of a log called {@code name}, in which only plain characters are kept; empty where none are kept. */
    Optional<String> log(String name);

    /** Lets {@code time} pass. */
    void pause(Duration time);

    /** The folder of Windows's own programs, {@code C:\Windows\System32}. */
    String systemFolder();

    /** A folder that is deleted when closed, as far as Windows lets it be. */
    interface SafeFolder extends AutoCloseable {
        String path();

        /**
         * Copies the bytes of {@code source}, and none of its other streams, to {@code relative} in this folder, and returns
         * the copy's path.
         *
         * @throws WindowsException where it cannot be read or written
         */
        String copyIn(String source, String relative);

        @Override
        void close();
    }

    /** {@code name} as the name of a log: what could mean something to a path becomes a hyphen. */
    static String logName(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|%!&^.]+", "-").strip();
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
