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

    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            quoted.append('?');
        } else if (isPlain(c)) {
            quoted.appendCodePoint(c);
        } else {
            quoted.append(String.format("\\u%04X", c));
        }
    }

    /** Shown as it is, and allowed in a YAML text; what lies beyond the basic plane always is. */
    private static boolean isPlain(int c) {
        boolean breaksLine = c == 0x2028 || c == 0x2029;
        return c > 0xFFFF || (c >= ' ' && c < 0x7F) || (c > 0xA0 && c < 0xFFFE && c != 0xFEFF && !breaksLine);
    }
}
