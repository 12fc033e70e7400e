package io.fieldstick;

import io.fieldstick.cli.Elevation;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Starts the stick's launcher again as administrator, in a window that stays until the person has read it. */
final class ElevatedStart implements Elevation {
    private static final String CMD = "cmd.exe";

    private final Path home;
    private final Path workingFolder;

    ElevatedStart(Path home, Path workingFolder) {
        this.home = home;
        this.workingFolder = workingFolder;
    }

    @Override
    public OptionalInt runElevated(List<String> arguments) {
        if (arguments.stream().anyMatch(ElevatedStart::isUnsafe)) {
            return OptionalInt.empty();
        }
        Path system = Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32");
        io.fieldstick.windows.live.Elevation.Outcome outcome = io.fieldstick.windows.live.Elevation.run(
                system.resolve(CMD).toString(), commandLine(arguments), system.toString());
        return outcome instanceof io.fieldstick.windows.live.Elevation.Ended ended
                ? OptionalInt.of(ended.exitCode())
                : OptionalInt.empty();
    }

    /**
     * Windows gives an elevated process its own folder, so cmd first goes where the caller stands. Within quotes nothing is
     * special to cmd but the quote and the percent sign, which are not let through.
     */
    private String commandLine(List<String> arguments) {
        String words =
                arguments.stream().map(argument -> " \"" + argument + "\"").collect(Collectors.joining());
        return "/d /c \"cd /d \"" + workingFolder + "\" & \"" + home.resolve("fieldstick.cmd") + "\"" + words
                + " --hold\"";
    }

    private static boolean isUnsafe(String argument) {
        return argument.chars().anyMatch(c -> c == '"' || c == '%' || c < ' ') || argument.endsWith("\\");
    }
}
