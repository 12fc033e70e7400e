package io.fieldstick.cli;

import java.nio.charset.Charset;
import java.util.Optional;

/** Where the person sits, or where standard output was redirected to. */
public interface Terminal {

    /** Writes to standard output: results only. */
    void out(String text);

    /** Writes to standard error: progress, questions and problems. */
    void err(String text);

    /** Changes the encoding of output that is redirected; a console shows every character whatever its code page. */
    void encoding(Charset charset);

    /** Whether a person is there: standard input and standard error are a console. */
    boolean interactive();

    /** Asks {@code question} and returns what was typed; empty at the end of input. */
    Optional<String> ask(String question);

    /** As {@link #ask}, but what is typed is not shown; the caller wipes it. */
    Optional<char[]> askSecret(String question);

    /** Whether standard output is a console that shows colours, and nobody asked it not to. */
    boolean colors();

    /** The columns of a line of standard output; 80 where nobody says. */
    int columns();

    /** The columns of a line of standard error, which may be a console where output is not; 80 where nobody says. */
    int errorColumns();
}
