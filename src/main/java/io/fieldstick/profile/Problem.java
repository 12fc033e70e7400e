package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong in what a person wrote: what it is, where, and how to put it right.
 *
 * @param label stands beside the caret
 * @param help what can be done, each a sentence
 * @param notes what else is good to know, each a sentence
 */
public record Problem(Message what, Span at, Optional<Message> label, List<Message> help, List<Message> notes) {
    public Problem {
        help = List.copyOf(help);
        notes = List.copyOf(notes);
    }

    public static Problem of(Message what, Span at) {
        return new Problem(what, at, Optional.empty(), List.of(), List.of());
    }

    public Problem label(Message text) {
        return new Problem(what, at, Optional.of(text), help, notes);
    }

    public Problem help(Message text) {
        return new Problem(what, at, label, with(help, text), notes);
    }

    public Problem note(Message text) {
        return new Problem(what, at, label, help, with(notes, text));
    }

    private static List<Message> with(List<Message> list, Message one) {
        List<Message> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
