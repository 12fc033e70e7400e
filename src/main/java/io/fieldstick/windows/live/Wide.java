package io.fieldstick.windows.live;

import java.util.Arrays;

/** Text as the W functions take and give it: UTF-16 units with a NUL at the end, valid or not. */
final class Wide {
    private Wide() {}

    /** {@code text} with a NUL after it. */
    static char[] of(String text) {
        return Arrays.copyOf(text.toCharArray(), text.length() + 1);
    }

    /** The units up to the first NUL. */
    static String text(char[] buffer) {
        int end = 0;
        while (end < buffer.length && buffer[end] != 0) {
            end++;
        }
        return new String(buffer, 0, end);
    }
}
