package io.fieldstick.cli;

import java.io.Writer;
import java.util.function.Consumer;

/** A writer whose text goes to a {@link Terminal}, for picocli's usage pages. */
final class TerminalWriter extends Writer {
    private final Consumer<String> sink;

    TerminalWriter(Consumer<String> sink) {
        this.sink = sink;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        sink.accept(new String(buffer, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
