package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command line of a Windows process: one text, which each program takes apart by itself. */
public final class CommandLine {
    private CommandLine() {}

    /**
     * The program's arguments as they were typed; {@code fromJava} where they cannot be told. java.exe takes them
     * through the ANSI code page, so that Chinese becomes {@code ?} on an English Windows, and expands {@code *} in them.
     */
    public static List<String> arguments(List<String> fromJava) {
        return afterJar(ofThisProcess()).orElse(fromJava);
    }

    /** What follows {@code -jar} and its file; empty where java was started in another way. */
    static Optional<List<String>> afterJar(List<String> whole) {
        int jar = whole.indexOf("-jar");
        return jar < 0 || jar + 2 > whole.size() ? Optional.empty() : Optional.of(whole.subList(jar + 2, whole.size()));
    }

    /** One text that a Windows program takes apart into {@code arguments} again (MS docs: Parsing C Command-Line Arguments). */
    public static String join(List<String> arguments) {
        return arguments.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty() && argument.chars().noneMatch(c -> c <= ' ' || c == '"');
        // Backslashes count only before a quote: there, and at the end, each is doubled.
        return plain
                ? argument
                : '"' + argument.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + '"';
    }

    private static List<String> ofThisProcess() {
        int[] count = new int[1];
        Pointer array = Shell32.CommandLineToArgvW(Kernel32.GetCommandLineW(), count);
        if (array == null) {
            return List.of();
        }
        List<String> arguments = List.of(array.getWideStringArray(0, count[0]));
        Kernel32.LocalFree(Pointer.nativeValue(array));
        return arguments;
    }
}
