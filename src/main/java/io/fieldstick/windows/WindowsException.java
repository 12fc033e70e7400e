package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.List;

/** Windows refused a write; {@link #error()} says what was tried and what Windows answered. */
public final class WindowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WindowsError error;
    private final transient List<Message> help;

    /** {@code help} is what is known beyond Windows's own words, and what to do, each a sentence. */
    public WindowsException(WindowsError error, Message... help) {
        super(error.tried().key() + " " + error.tried().arguments() + ": " + error.said());
        this.error = error;
        this.help = List.of(help);
    }

    public WindowsError error() {
        return error;
    }

    public List<Message> help() {
        return help;
    }
}
