package io.fieldstick.cli;

import io.fieldstick.message.Messages;
import io.fieldstick.userdata.Watch;
import java.util.List;

/** Words for people; how far the walk of the disk is, only on a console. */
final class PlainTelling implements Telling {
    private final Terminal terminal;
    private final Messages messages;
    private final ProgressLine line;

    PlainTelling(Terminal terminal, Messages messages, ProgressLine line) {
        this.terminal = terminal;
        this.messages = messages;
        this.line = line;
    }

    @Override
    public void step(String what) {
        terminal.err(what + "\n");
    }

    @Override
    public void walk(Watch.Progress progress) {
        if (terminal.interactive()) {
            line.show(progress);
        }
    }

    @Override
    public void walked() {
        if (terminal.interactive()) {
            line.end();
        }
    }

    @Override
    public void error(String what, List<String> help) {
        terminal.err(messages.text("cli.error", what) + "\n");
        help.forEach(sentence -> terminal.err(messages.text("cli.help", sentence) + "\n"));
    }

    @Override
    public void trouble(String lines) {
        terminal.err(lines);
    }
}
