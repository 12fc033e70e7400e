package io.fieldstick.message;

/** Text from a file or from the machine made safe to show: nothing in it can move the cursor or reorder the line. */
public final class VisibleText {
    private VisibleText() {}

    /** {@code text} with every character that would not show as itself written as {@code <U+202E>}; a tab is spaces. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> shown.append(of(codePoint)));
        return shown.toString();
    }

    /** As {@link #of(String)}, for one character. */
    public static String of(int codePoint) {
        if (codePoint == '\t') {
            return "    ";
        }
        return showsAsItself(codePoint) ? Character.toString(codePoint) : String.format("<U+%04X>", codePoint);
    }

    /** {@code text} made visible, with {@code ...} in place of what goes beyond {@code columns}. */
    public static String shortened(String text, int columns) {
        // A character can be shown in eight columns, a megabyte in a name need not be looked at whole.
        String start = text.substring(0, Math.min(text.length(), 2 * columns + 2));
        StringBuilder shown = new StringBuilder();
        int used = 0;
        for (int at = 0; at < start.length(); at = start.offsetByCodePoints(at, 1)) {
            String next = of(start.codePointAt(at));
            used += DisplayWidth.of(next);
            if (used > columns) {
                return shown + "...";
            }
            shown.append(next);
        }
        return shown.toString();
    }

    private static boolean showsAsItself(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
