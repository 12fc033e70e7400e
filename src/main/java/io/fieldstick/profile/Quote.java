package io.fieldstick.profile;

import io.fieldstick.message.VisibleText;

/** What somebody wrote, as it is repeated in a message. */
public final class Quote {
    private static final int COLUMNS = 60;

    private Quote() {}

    /** {@code text} on one line and not too long. */
    public static String of(String text) {
        return VisibleText.shortened(text, COLUMNS);
    }
}
