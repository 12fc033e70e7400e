package io.fieldstick;

import io.fieldstick.cli.PlainTerminal;
import io.fieldstick.cli.Terminal;
import io.fieldstick.windows.live.LiveConsole;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The terminal on Windows: each stream that is a console goes through the console's own Unicode calls, each that is
 * redirected is plain bytes.
 *
 * <p>Whether output is a console is told by Java itself, so that nothing native is loaded for output into a file.
 */
final class ConsoleTerminal implements Terminal {
    private final PlainTerminal plain = new PlainTerminal();
    private final Supplier<Optional<LiveConsole>> input = once(LiveConsole::input);
    private final Supplier<Optional<LiveConsole>> output = onConsole("sun.stdout.encoding", LiveConsole::output);
    private final Supplier<Optional<LiveConsole>> error = onConsole("sun.stderr.encoding", LiveConsole::error);

    /** Java sets {@code property} where the stream is a console (JDK 17: java.lang.System#initPhase1). */
    private static Supplier<Optional<LiveConsole>> onConsole(String property, Supplier<Optional<LiveConsole>> console) {
        return System.getProperty(property) == null ? Optional::empty : once(console);
    }

    private static Supplier<Optional<LiveConsole>> once(Supplier<Optional<LiveConsole>> opening) {
        return new Supplier<>() {
            private boolean asked;
            private Optional<LiveConsole> opened = Optional.empty();

            @Override
            public Optional<LiveConsole> get() {
                if (!asked) {
                    asked = true;
                    opened = opening.get();
                }
                return opened;
            }
        };
    }

    @Override
    public void out(String text) {
        write(output.get(), text, plain::out);
    }

    @Override
    public void err(String text) {
        write(error.get(), text, plain::err);
    }

    private static void write(Optional<LiveConsole> console, String text, Consumer<String> otherwise) {
        console.ifPresentOrElse(window -> window.write(text.replace("\n", "\r\n")), () -> otherwise.accept(text));
    }

    @Override
    public void encoding(Charset charset) {
        plain.encoding(charset);
    }

    @Override
    public boolean interactive() {
        return System.getProperty("sun.stderr.encoding") != null && input.get().isPresent();
    }

    @Override
    public Optional<String> ask(String question) {
        err(question);
        return input.get().isPresent() ? input.get().get().readLine() : plain.ask("");
    }

    /** Not where NO_COLOR is set (no-color.org). */
    @Override
    public boolean colors() {
        String unwanted = System.getenv("NO_COLOR");
        return (unwanted == null || unwanted.isEmpty())
                && output.get().map(LiveConsole::enableColors).orElse(false);
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        if (input.get().isEmpty()) {
            return Optional.empty();
        }
        err(question);
        Optional<char[]> secret = input.get().get().readSecret();
        err("\n");
        return secret;
    }

    @Override
    public int columns() {
        return output.get().flatMap(LiveConsole::width).orElse(plain.columns());
    }

    @Override
    public int errorColumns() {
        return error.get().flatMap(LiveConsole::width).orElse(plain.errorColumns());
    }
}
