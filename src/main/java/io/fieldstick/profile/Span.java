package io.fieldstick.profile;

/**
 * A stretch of one line of a {@link SourceText}.
 *
 * @param line counted from 1; 0 where the text as a whole is meant
 * @param column counted from 1, in code points
 * @param length in code points, at least 1
 */
public record Span(SourceText source, int line, int column, int length) {

    /** The text as a whole. */
    public static Span whole(SourceText source) {
        return new Span(source, 0, 1, 1);
    }

    public boolean isWhole() {
        return line == 0;
    }

    /** {@code profiles/bcia.yaml:7:12}, or the bare name where there is no line to go to. */
    public String place() {
        return isWhole() || !source.isFile() ? source.name() : source.name() + ":" + line + ":" + column;
    }

    /** The first {@code part} within this span; the span itself where it is not there. */
    public Span of(String part) {
        String text = source.line(line);
        int end = text.offsetByCodePoints(0, Math.min(column - 1 + length, text.codePointCount(0, text.length())));
        int start = text.offsetByCodePoints(0, Math.min(column - 1, text.codePointCount(0, text.length())));
        int at = text.substring(0, end).indexOf(part, start);
        return at < 0
                ? this
                : new Span(source, line, text.codePointCount(0, at) + 1, part.codePointCount(0, part.length()));
    }
}
