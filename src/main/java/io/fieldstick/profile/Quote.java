package io.fieldstick.profile;

import io.fieldstick.message.Secrets;
import io.fieldstick.message.VisibleText;

/** What somebody wrote, as it is repeated in a message. */
public final class Quote {
    private static final int COLUMNS = 60;
    private static final int MOST_SEARCHED = 1024;

    private Quote() {}

    /** {@code text} on one line and not too long. */
    public static String of(String text) {
        // Before it is cut: a half of a secret looks like none.
        String shown = Secrets.hidden(text.substring(0, Math.min(text.length(), MOST_SEARCHED)));
        return VisibleText.shortened(shown, COLUMNS);
    }
}
