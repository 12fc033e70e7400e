package io.fieldstick.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A terminal whose person types prepared answers; nobody is there when there are none. */
class ScriptedTerminal implements Terminal {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final Deque<String> answers = new ArrayDeque<>();
    private boolean interactive;
    private Charset charset = StandardCharsets.UTF_8;

    /** From now on a person is there, who gives {@code more} and then closes the input. */
    ScriptedTerminal typing(String... more) {
        answers.addAll(List.of(more));
        interactive = true;
        return this;
    }

    String output() {
        return out.toString();
    }

    String errors() {
        return err.toString();
    }

    Charset charset() {
        return charset;
    }

    @Override
    public void out(String text) {
        out.append(text);
    }

    @Override
    public void err(String text) {
        err.append(text);
    }

    @Override
    public void encoding(Charset chosen) {
        charset = chosen;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Optional<String> ask(String question) {
        err.append(question);
        String answer = answers.poll();
        err.append(answer == null ? "(end of input)" : answer).append('\n');
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        err.append(question).append('\n');
        return Optional.ofNullable(answers.poll()).map(String::toCharArray);
    }

    @Override
    public boolean colors() {
        return false;
    }

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public int errorColumns() {
        return 80;
    }
}
