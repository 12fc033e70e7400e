package io.fieldstick.cli;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.VisibleText;
import io.fieldstick.userdata.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far the walk of the disk is, on one line of standard error that is written over several times a second. */
final class ProgressLine {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Before that a guess of the time left would jump. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final double LEAST_DONE = 0.02;

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
        Duration elapsed = Duration.between(began, now);
        long rate = progress.files() * 1000 / Math.max(1, elapsed.toMillis());
        String line = left(progress, elapsed)
                .map(left -> messages.text("cli.progress.left", progress.files(), rate, left, progress.where()))
                .orElseGet(() -> messages.text("cli.progress", progress.files(), rate, progress.where()));
        write(VisibleText.shortened(line, terminal.columns() - 4));
    }

    /**
     * The time that is left when the bytes that the drives still hold are come upon at the rate of those so far; empty at
     * the beginning, when that says nothing, and where nobody knows how much the drives hold.
     */
    static Optional<Message> left(Watch.Progress progress, Duration elapsed) {
        double done = (double) progress.bytes() / Math.max(1, progress.bytesInUse());
        if (elapsed.compareTo(SETTLED) < 0 || done < LEAST_DONE || done > 1) {
            return Optional.empty();
        }
        long seconds = Math.round(elapsed.toSeconds() * (1 - done) / done);
        return Optional.of(
                seconds < 60
                        ? Message.of("cli.progress.seconds", Math.max(1, seconds))
                        : Message.of("cli.progress.minutes", (seconds + 59) / 60));
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
