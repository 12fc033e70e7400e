package io.fieldstick.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard input, output and error as byte streams: on any system but a Windows console, which has a terminal of its own.
 *
 * <p>Redirected output is UTF-8 unless {@code --encoding} says otherwise.
 */
public final class PlainTerminal implements Terminal {
    private static final int COLUMNS = 80;

    private Charset charset = StandardCharsets.UTF_8;
    private @Nullable BufferedReader input;

    @Override
    public void out(String text) {
        write(System.out, text);
    }

    @Override
    public void err(String text) {
        write(System.err, text);
    }

    private void write(PrintStream stream, String text) {
        byte[] bytes = text.getBytes(charset);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }

    @Override
    public void encoding(Charset chosen) {
        charset = chosen;
    }

    @Override
    public boolean interactive() {
        return console().isPresent();
    }

    @SuppressWarnings("SystemConsoleNull") // the stick carries Java 17, where it is null without a console
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console());
    }

    @Override
    public Optional<String> ask(String question) {
        err(question);
        try {
            return Optional.ofNullable(reader().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where there is no console, for only that can hide what is typed. */
    @Override
    public Optional<char[]> askSecret(String question) {
        err(question);
        return console().map(Console::readPassword);
    }

    private BufferedReader reader() {
        if (input == null) {
            input = new BufferedReader(
                    console().map(Console::reader).orElseGet(() -> new InputStreamReader(System.in, charset)));
        }
        return input;
    }

    @Override
    public boolean colors() {
        return false;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public int errorColumns() {
        return COLUMNS;
    }
}
