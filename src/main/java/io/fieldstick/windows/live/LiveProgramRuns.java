package io.fieldstick.windows.live;

import io.fieldstick.windows.ProgramRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Programs started with CreateProcessW, whose command line is passed on as it is. */
final class LiveProgramRuns implements ProgramRuns {
    private static final int STEP_MILLISECONDS = 200;
    /** How often it is asked whether there was enough waiting for what a program has left running. */
    private static final Duration ASK_AFTER = Duration.ofSeconds(2);

    private Optional<Path> logs = Optional.empty();

    @Override
    public OptionalInt run(Start start, BooleanSupplier enough) {
        long end = System.nanoTime() + start.limit().toNanos();
        try (ProcessTree tree = ProcessTree.start(start)) {
            boolean inTime = await(tree, start, end) && awaitRest(tree, start, end, enough);
            if (!inTime) {
                tree.end();
            }
            keep(start, tree);
            return inTime ? OptionalInt.of(tree.exitCode()) : OptionalInt.empty();
        }
    }

    private boolean await(ProcessTree tree, Start start, long end) {
        while (!tree.ended(STEP_MILLISECONDS)) {
            keep(start, tree);
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    /** A wrapper ends early and leaves the true installer running. */
    private boolean awaitRest(ProcessTree tree, Start start, long end, BooleanSupplier enough) {
        long ask = System.nanoTime() + ASK_AFTER.toNanos();
        while (tree.running()) {
            keep(start, tree);
            long now = System.nanoTime();
            if (now > ask && enough.getAsBoolean()) {
                return true;
            }
            ask = now > ask ? now + ASK_AFTER.toNanos() : ask;
            if (now > end) {
                return false;
            }
            pause(Duration.ofMillis(STEP_MILLISECONDS));
        }
        return true;
    }

    private void keep(Start start, ProcessTree tree) {
        byte[] printed = tree.printed();
        Optional<String> file =
                printed.length == 0 ? Optional.empty() : start.log().flatMap(this::log);
        if (file.isPresent()) {
            try {
                Files.write(Path.of(file.get()), printed, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                // The stick may be full or gone; what the program does matters more than what it says of it.
                logs = Optional.empty();
            }
        }
    }

    @Override
    public SafeFolder safeFolder() {
        return LiveSafeFolder.make();
    }

    @Override
    public void deleteSafeFolder(String path) {
        LiveSafeFolder.deleteLeft(path);
    }

    @Override
    public void keepLogsIn(String folder) {
        logs = Optional.of(Path.of(folder));
    }

    @Override
    public Optional<String> log(String name) {
        return logs.map(
                folder -> folder.resolve(ProgramRuns.logName(name) + ".log").toString());
    }

    @Override
    public void pause(Duration time) {
        Pause.of(time);
    }

    @Override
    public String systemFolder() {
        return Kernel32.systemDirectory();
    }
}
