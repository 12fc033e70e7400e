package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.List;

/** Windows refused a write; {@link #error()} says what was tried and what Windows answered. */
public final class WindowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WindowsError error;
    private final transient List<Message> help;
    private final boolean untilRestart;

    /** {@code help} is what is known beyond Windows's own words, and what to do, each a sentence. */
    public WindowsException(WindowsError error, Message... help) {
        this(error, false, List.of(help));
    }

    private WindowsException(WindowsError error, boolean untilRestart, List<Message> help) {
        super(error.tried().key() + " " + error.tried().arguments() + ": " + error.said());
        this.error = error;
        this.help = help;
        this.untilRestart = untilRestart;
    }

    /** A refusal that holds only until Windows was restarted, as far as is known. */
    public static WindowsException untilRestart(WindowsError error, Message... help) {
        return new WindowsException(error, true, List.of(help));
    }

    public WindowsError error() {
        return error;
    }

    public List<Message> help() {
        return help;
    }

    /** Whether a restart is what it waits for. */
    public boolean isUntilRestart() {
        return untilRestart;
    }
}
