package io.fieldstick.profile;

/** Texts of any kind as YAML that {@link ProfileReader} reads back unchanged. */
public final class YamlText {
    private YamlText() {}

    /**
     * {@code text} as a double-quoted scalar on one line. Braces are not YAML's business: {@code {name}} is still a
     * placeholder to the reader. An unpaired surrogate, which no file can hold, becomes a question mark.
     */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    /** One line as it may stand in a comment: what would end the comment, or no YAML may hold, becomes a question mark. */
    public static String commented(String line) {
        StringBuilder comment = new StringBuilder("# ");
        line.codePoints().forEach(c -> comment.appendCodePoint(isPlain(c) && !isHalf(c) ? c : '?'));
        return comment.toString();
    }

    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
        } else if (isHalf(c)) {
            quoted.append('?');
        } else if (isPlain(c)) {
            quoted.appendCodePoint(c);
        } else {
            quoted.append(String.format("\\u%04X", c));
        }
    }

    /** A surrogate without its other half. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Shown as it is, and allowed in a YAML text; what lies beyond the basic plane always is. */
    private static boolean isPlain(int c) {
        boolean breaksLine = c == 0x2028 || c == 0x2029;
        return c > 0xFFFF || (c >= ' ' && c < 0x7F) || (c > 0xA0 && c < 0xFFFE && c != 0xFEFF && !breaksLine);
    }
}
