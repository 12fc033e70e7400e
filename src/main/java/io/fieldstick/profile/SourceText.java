package io.fieldstick.profile;

import java.util.List;

/**
 * A text that a person wrote and that problems point into: a file, or an option of the command line.
 *
 * @param name as it is shown: {@code profiles/bcia.yaml}, {@code --set}
 * @param lines without their line ends
 * @param isFile whether lines and columns mean something to the reader
 */
public record SourceText(String name, List<String> lines, boolean isFile) {
    /** What SnakeYAML's scanner takes for the end of a line. */
    private static final String LINE_END = "\r\n|[\r\n\u0085\u2028\u2029]";

    public SourceText {
        lines = List.copyOf(lines);
    }

    public static SourceText file(String name, String text) {
        return new SourceText(name, List.of(text.split(LINE_END, -1)), true);
    }

    public static SourceText option(String name, String text) {
        return new SourceText(name, List.of(text), false);
    }

    /** The line of that number, counted from 1; empty where there is none. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    @Override
    public String toString() {
        return name;
    }
}
