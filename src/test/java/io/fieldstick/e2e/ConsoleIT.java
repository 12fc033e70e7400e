package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees in a real console, which Wine makes of a terminal: here one inside tmux. */
final class ConsoleIT {
    private static WinePrefix windows;
    private static Stick stick;

    @BeforeAll
    static void makeWindows() {
        windows = WinePrefix.fresh();
        stick = windows.stick("C:\\工具 & co!");
    }

    @AfterAll
    static void endWindows() {
        windows.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {936, 65001, 437})
    void chineseIsRightInAConsoleOfAnyCodePage(int codePage) {
        String screen = screenAfter(codePage, "--lang zh --help");
        assertThat(screen)
                .as(screen)
                .contains(": " + codePage)
                .contains("显示帮助")
                .contains("rc 0")
                .doesNotContain("?示帮助");
    }

    /** What the screen shows when the stick has run in a console with this code page. */
    private static String screenAfter(int codePage, String arguments) {
        // The path is Chinese and a batch file is read in the code page: a variable is not.
        String batch = "@echo off\r\nchcp " + codePage + "\r\nC:\\windows\\system32\\cmd.exe /d /c %%LINE%%\r\n"
                + "echo rc %ERRORLEVEL%\r\n";
        windows.write("C:\\show.cmd", batch.getBytes(StandardCharsets.US_ASCII));
        String line = '"' + stick.windowsPath("fieldstick.cmd") + "\" " + arguments;
        Path room = windows.room("console-" + codePage);
        // Each has its own tmux server, which ends by itself when a test run is broken off; it says when the program
        // has ended, so that nobody has to look again and again.
        String script = "cd \"$2\"; export LINE=\"$1\"; wine_environment; T=\"tmux -S $(mktemp -u) -f /dev/null -u\"; "
                + "$T new-session -d -x 120 -y 60 \"wine 'C:\\\\show.cmd'; $T wait-for -S ended; sleep 120\"; "
                + "timeout 100 $T wait-for ended; $T capture-pane -p > \"$3/screen\"; $T kill-server";
        windows.bash(script, List.of(line, windows.driveC().toString(), room.toString()));
        return windows.text(room.resolve("screen"));
    }
}
