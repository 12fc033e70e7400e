package io.fieldstick.userdata;

/** One part of a path, where {@code *} stands for any characters and {@code ?} for one; case does not matter. */
record NamePattern(String text) {

    boolean isLiteral() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    /** Whether {@code name} fits, in time proportional to both lengths multiplied, whatever they hold. */
    boolean fits(String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int pattern = 0;
        while (at < name.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                star = pattern++;
                resume = at;
            } else if (pattern < text.length() && same(text.charAt(pattern), name.charAt(at))) {
                pattern++;
                at++;
            } else if (star >= 0) {
                pattern = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (pattern < text.length() && text.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == text.length();
    }

    private static boolean same(char pattern, char c) {
        return pattern == '?' || pattern == c || fold(pattern) == fold(c);
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
