package io.fieldstick.cli;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Messages;
import io.fieldstick.message.VisibleText;
import io.fieldstick.userdata.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far the walk of the disk is, on one line of standard error that is written over several times a second. */
final class ProgressLine {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;
    private final Instant began;
    private Instant next;
    private int written;

    ProgressLine(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
        this.began = clock.instant();
        this.next = began;
    }

    void show(Watch.Progress progress) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        long rate = progress.files()
                * 1000
                / Math.max(1, Duration.between(began, now).toMillis());
        String line = messages.text("cli.progress", progress.files(), rate, progress.where());
        write(VisibleText.shortened(line, terminal.columns() - 4));
    }

    /** Wipes the line. */
    void end() {
        write("");
        terminal.err("\r");
        written = 0;
    }

    private void write(String line) {
        int columns = DisplayWidth.of(line);
        terminal.err("\r" + line + " ".repeat(Math.max(0, written - columns)));
        written = columns;
    }
}
