package io.fieldstick.cli;

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
    private static final String ELLIPSIS = "...";

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
        write(shortened(VisibleText.of(line)));
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
    }

    /** Wipes what was there before it writes: how many columns that took only the console knows. */
    private void write(String line) {
        String blank = " ".repeat(Math.min(written, Math.max(0, terminal.errorColumns() - 1)));
        terminal.err("\r" + blank + "\r" + line);
        written = most(line);
    }

    /** {@code line} with {@code ...} in place of what might go beyond the last column but one, where a console goes on below. */
    private String shortened(String line) {
        int columns = terminal.errorColumns() - 1;
        if (most(line) <= columns) {
            return line;
        }
        int end = 0;
        for (int used = 0; end < line.length(); end = line.offsetByCodePoints(end, 1)) {
            used += most(line.codePointAt(end));
            if (used > columns - ELLIPSIS.length()) {
                break;
            }
        }
        return columns < ELLIPSIS.length() ? "" : line.substring(0, end) + ELLIPSIS;
    }

    private static int most(String line) {
        return line.codePoints().map(ProgressLine::most).sum();
    }

    /** The columns that a character takes at most: on a Chinese console some take two that elsewhere take one. */
    private static int most(int codePoint) {
        return codePoint < 0x80 ? 1 : 2;
    }
}
