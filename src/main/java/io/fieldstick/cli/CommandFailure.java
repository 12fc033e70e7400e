package io.fieldstick.cli;

import io.fieldstick.message.Message;
import java.util.List;

/** The end of a command that cannot go on: what is wrong, what to do, and the exit code. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;
    private final transient Message what;
    private final transient List<Message> help;

    CommandFailure(int exit, Message what, Message... help) {
        super(what.key());
        this.exit = exit;
        this.what = what;
        this.help = List.of(help);
    }

    int exit() {
        return exit;
    }

    Message what() {
        return what;
    }

    List<Message> help() {
        return help;
    }
}
