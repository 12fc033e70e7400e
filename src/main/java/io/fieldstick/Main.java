package io.fieldstick;

import io.fieldstick.cli.FieldstickCommandLine;
import io.fieldstick.cli.PlainTerminal;
import io.fieldstick.cli.Surroundings;
import io.fieldstick.stick.RunLog;
import io.fieldstick.stick.StickHome;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.live.CommandLine;
import io.fieldstick.windows.live.LiveWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The program's entry point: wires the running Windows, the clock and the console to the command line. */
public final class Main {
    private static final boolean ON_WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        RunLog.install();
        Surroundings surroundings = new Surroundings(
                Main::windows,
                ON_WINDOWS ? new ConsoleTerminal() : new PlainTerminal(),
                new ElevatedStart(home(), workingFolder()),
                new StickHome(home()),
                System.getProperty("user.name", ""),
                workingFolder(),
                Clock.system(ZoneId.systemDefault()),
                Locale.getDefault(Locale.Category.DISPLAY));
        System.exit(new FieldstickCommandLine(surroundings).run(arguments(args)));
    }

    /**
     * The arguments as they were typed. Windows gives them to Java through its ANSI code page, which makes {@code ?} of what
     * it lacks, and only then is the command line asked for again.
     */
    private static String[] arguments(String[] args) {
        boolean lost = ON_WINDOWS && String.join("", args).chars().anyMatch(c -> c == '?' || c > '~');
        return lost ? CommandLine.arguments(List.of(args)).toArray(String[]::new) : args;
    }

    private static Optional<Windows> windows() {
        return ON_WINDOWS ? Optional.of(new LiveWindows()) : Optional.empty();
    }

    /** The stick, as the launcher names it, by its long name; the current folder where there is no launcher. */
    private static Path home() {
        Path named = Path.of(System.getProperty("fieldstick.home", "."));
        try {
            return named.toRealPath();
        } catch (IOException e) {
            return named.toAbsolutePath().normalize();
        }
    }

    /** Where the caller stood: the launcher starts Java in System32, so that no DLL is searched in that folder. */
    private static Path workingFolder() {
        String folder = System.getenv("FIELDSTICK_CWD");
        return Path.of(folder == null ? "" : folder).toAbsolutePath();
    }
}
