package io.fieldstick.report;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Text laid out in lines of at most so many columns, a Chinese character taking two of them; what would move the cursor
 * or reorder the line is made visible.
 */
final class Page {
    private final int width;
    private final StringBuilder text = new StringBuilder();

    Page(int width) {
        this.width = width;
    }

    /** A line as it is, wrapped where it is too long. */
    Page line(String line) {
        return hanging("", line);
    }

    Page blank() {
        text.append('\n');
        return this;
    }

    /** {@code label} once, and {@code body} beside it, its further lines below where it began. */
    Page hanging(String label, String body) {
        // A Chinese colon has its room within itself.
        String before = VisibleText.of(label.endsWith("： ") ? label.stripTrailing() : label);
        int indent = DisplayWidth.of(before);
        for (String line : wrapped(VisibleText.of(body), Math.max(20, width - indent))) {
            text.append((before + line).stripTrailing()).append('\n');
            before = " ".repeat(indent);
        }
        return this;
    }

    /** {@code word} filled with spaces to {@code columns}. */
    static String padded(String word, int columns) {
        return word + " ".repeat(Math.max(1, columns - DisplayWidth.of(word)));
    }

    private static List<String> wrapped(String body, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String piece : pieces(body, columns)) {
            int needed = DisplayWidth.of(piece);
            if (used > 0 && used + DisplayWidth.of(piece.stripTrailing()) > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(piece);
            used += needed;
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * What must stay together: a word with the space after it, or one wide character (Chinese breaks anywhere). A word
     * that fills a line is broken where the line ends.
     */
    private static List<String> pieces(String body, int columns) {
        List<String> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        body.codePoints().forEach(point -> {
            boolean wide = DisplayWidth.of(point) == 2;
            boolean full = word.length() >= columns;
            if (isClosing(point) && word.length() == 0 && !pieces.isEmpty()) {
                word.append(pieces.remove(pieces.size() - 1));
            } else if (word.length() > 0 && (full || (wide && !isClosing(point)))) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(point);
            if (point == ' ' || point == '\\' || wide) {
                pieces.add(word.toString());
                word.setLength(0);
            }
        });
        if (word.length() > 0) {
            pieces.add(word.toString());
        }
        return pieces;
    }

    /** Chinese punctuation that never begins a line. */
    private static boolean isClosing(int point) {
        return "，。；：、）”！？》".indexOf(point) >= 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
