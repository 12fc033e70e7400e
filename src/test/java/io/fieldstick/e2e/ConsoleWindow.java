package io.fieldstick.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A real console, which Wine makes of a terminal, with somebody at its keyboard: here one inside tmux.
 *
 * <p>Each has its own tmux server, which ends by itself when a test run is broken off.
 */
final class ConsoleWindow implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final String TMUX = "T=\"tmux -S $1/tmux -f /dev/null -u\"; ";

    private final WinePrefix windows;
    private final Path room;

    private ConsoleWindow(WinePrefix windows, Path room) {
        this.windows = windows;
        this.room = room;
    }

    /**
     * Opens one in which cmd runs a command line from {@code C:\}.
     *
     * @param line as cmd reads it behind {@code /c}
     */
    static ConsoleWindow of(WinePrefix windows, int columns, int rows, String line) {
        // The path of a socket must be short.
        ConsoleWindow window = new ConsoleWindow(windows, temporary());
        String script =
                TMUX + "cd \"$2\"; export LINE=\"$3\" ROOM=\"$1\"; wine_environment; $T new-session -d -x " + columns
                        + " -y " + rows + " 'trap : INT; wine C:\\\\windows\\\\system32\\\\cmd.exe /d /c %LINE%; "
                        + "echo $? >\"$ROOM/part\"; mv \"$ROOM/part\" \"$ROOM/code\"; sleep 120'";
        windows.bash(script, List.of(window.room.toString(), windows.driveC().toString(), line));
        return window;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("console-");
        } catch (IOException e) {
            throw new AssertionError("could not make a folder for a console", e);
        }
    }

    /** Types keys as tmux names them: {@code C-c}. */
    void type(String keys) {
        windows.bash(TMUX + "$T send-keys \"$2\"", List.of(room.toString(), keys));
    }

    /** What the window shows now, line by line. */
    List<String> screen() {
        windows.bash(TMUX + "$T capture-pane -p >\"$1/screen\"", List.of(room.toString()));
        return windows.text(room.resolve("screen"))
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    /** Looks until the window shows what is waited for; all that it has shown meanwhile, each screen once. */
    List<List<String>> screensUntil(Predicate<List<String>> shown) {
        List<List<String>> screens = new ArrayList<>();
        Instant end = Instant.now().plus(LIMIT);
        while (screens.isEmpty() || !shown.test(screens.get(screens.size() - 1))) {
            List<String> screen = screen();
            if (screens.isEmpty() || !screens.get(screens.size() - 1).equals(screen)) {
                screens.add(screen);
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not shown after " + LIMIT + ": " + String.join("\n", screen));
            }
        }
        return screens;
    }

    /** Whether the command line has ended. */
    boolean ended() {
        return Files.exists(room.resolve("code"));
    }

    /** Presses Ctrl-C for one program alone: Wine makes that of the signal. */
    void interrupt(long process) {
        windows.bash("kill -INT \"$1\"", List.of(Long.toString(process)));
    }

    /** Waits until the command line has ended; the low byte of its exit code. */
    int exitCode() {
        Instant end = Instant.now().plus(LIMIT);
        while (!ended()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not ended after " + LIMIT + ": " + String.join("\n", screen()));
            }
            screen();
        }
        return Integer.parseInt(windows.text(room.resolve("code")).strip());
    }

    @Override
    public void close() {
        windows.bash(TMUX + "$T kill-server || true; rm -r \"$1\"", List.of(room.toString()));
    }
}
