package io.fieldstick.windows.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A console window as UTF-16, so that no code page stands between the program and the person; there is none where the
 * stream goes to a file or a pipe.
 */
public final class LiveConsole implements AutoCloseable {
    /** GetStdHandle's numbers (MS docs: processenv). */
    private static final int INPUT = -10;

    private static final int OUTPUT = -11;
    private static final int ERROR = -12;

    /** ENABLE_VIRTUAL_TERMINAL_PROCESSING and ENABLE_PROCESSED_OUTPUT, which it needs (MS docs: SetConsoleMode). */
    private static final int VIRTUAL_TERMINAL = 0x4 | 0x1;

    /** ENABLE_ECHO_INPUT (same page). */
    private static final int ECHO = 0x4;

    /** The console of old Windows takes no more than 64 KiB at once for the whole call. */
    private static final int LONGEST_WRITE = 8000;

    private static final int LONGEST_READ = 4096;
    private static final char END_OF_INPUT = 0x1A;

    /** CONSOLE_SCREEN_BUFFER_INFO of wincon.h: the window's left and right column. */
    private static final int SCREEN_BYTES = 22;

    private static final int LEFT = 10;
    private static final int RIGHT = 14;

    private final long handle;
    private final int mode;

    private LiveConsole(long handle, int mode) {
        this.handle = handle;
        this.mode = mode;
    }

    /** The console that standard input comes from. */
    public static Optional<LiveConsole> input() {
        return standard(INPUT);
    }

    /** The console that standard output goes to. */
    public static Optional<LiveConsole> output() {
        return standard(OUTPUT);
    }

    /** The console that standard error goes to. */
    public static Optional<LiveConsole> error() {
        return standard(ERROR);
    }

    private static Optional<LiveConsole> standard(int which) {
        long handle = Kernel32.GetStdHandle(which);
        int[] mode = new int[1];
        boolean console =
                handle != Kernel32.INVALID_HANDLE && handle != 0 && Kernel32.GetConsoleMode(handle, mode) != 0;
        return console ? Optional.of(new LiveConsole(handle, mode[0])) : Optional.empty();
    }

    /** Whether the console now understands VT sequences; Windows 8 and older do not. */
    public boolean enableColors() {
        return Kernel32.SetConsoleMode(handle, mode | VIRTUAL_TERMINAL) != 0;
    }

    /** The columns of the window; empty where it does not say. */
    public Optional<Integer> width() {
        byte[] screen = new byte[SCREEN_BYTES];
        if (Kernel32.GetConsoleScreenBufferInfo(handle, screen) == 0) {
            return Optional.empty();
        }
        ByteBuffer found = ByteBuffer.wrap(screen).order(ByteOrder.LITTLE_ENDIAN);
        int width = found.getShort(RIGHT) - found.getShort(LEFT) + 1;
        return width > 0 ? Optional.of(width) : Optional.empty();
    }

    /** Writes {@code text}; what the console no longer takes is lost, as it is when a window is closed. */
    public void write(String text) {
        for (String piece : pieces(text, LONGEST_WRITE)) {
            char[] units = piece.toCharArray();
            if (Kernel32.WriteConsoleW(handle, units, units.length, new int[1], null) == 0) {
                return;
            }
        }
    }

    /** The next line without its end; empty when the person ended the input with Ctrl+Z or Ctrl+C. */
    public Optional<String> readLine() {
        StringBuilder line = new StringBuilder();
        char[] units = new char[LONGEST_READ];
        int[] read = new int[1];
        while (line.indexOf("\n") < 0) {
            boolean more = Kernel32.ReadConsoleW(handle, units, units.length, read, null) != 0 && read[0] > 0;
            if (!more) {
                return Optional.empty();
            }
            line.append(units, 0, Math.min(read[0], units.length));
        }
        return line(line.toString());
    }

    /** As {@link #readLine}, but the console does not show what is typed; the caller wipes it. */
    public Optional<char[]> readSecret() {
        char[] units = new char[LONGEST_READ];
        int[] read = new int[1];
        Kernel32.SetConsoleMode(handle, mode & ~ECHO);
        try {
            boolean typed = Kernel32.ReadConsoleW(handle, units, units.length, read, null) != 0 && read[0] > 0;
            return typed ? secret(units, read[0]) : Optional.empty();
        } finally {
            Kernel32.SetConsoleMode(handle, mode);
            Arrays.fill(units, '\0');
        }
    }

    /** The units before the line's end; empty where it begins with Ctrl+Z. */
    static Optional<char[]> secret(char[] units, int read) {
        int end = 0;
        while (end < read && units[end] != '\r' && units[end] != '\n') {
            end++;
        }
        return units[0] == END_OF_INPUT ? Optional.empty() : Optional.of(Arrays.copyOf(units, end));
    }

    /** The text before the line's end; empty where it begins with Ctrl+Z. */
    static Optional<String> line(String read) {
        return read.charAt(0) == END_OF_INPUT ? Optional.empty() : Optional.of(read.replaceFirst("\r?\n.*$", ""));
    }

    /** {@code text} in pieces of at most {@code longest} units, no surrogate pair cut in two. */
    static List<String> pieces(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + longest);
            boolean cutsPair = to < text.length() && Character.isHighSurrogate(text.charAt(to - 1));
            int end = cutsPair ? to - 1 : to;
            pieces.add(text.substring(from, end));
            from = end;
        }
        return pieces;
    }

    /** Gives the console back in the mode it was found in. */
    @Override
    public void close() {
        Kernel32.SetConsoleMode(handle, mode);
    }
}
