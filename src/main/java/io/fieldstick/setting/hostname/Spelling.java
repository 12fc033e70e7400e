package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * A person's name in letters that a host name may have.
 *
 * @param text the letters; empty where there are problems
 * @param steps how it came about
 * @param doubts where another spelling is as likely, each a sentence
 * @param others those other spellings
 * @param choice the surname whose reading a person can tell, where it is one of several
 * @param problems why there is no spelling
 */
record Spelling(
        String text,
        List<Message> steps,
        List<Message> doubts,
        List<String> others,
        Optional<SurnameChoice> choice,
        List<Message> problems) {
    Spelling {
        steps = List.copyOf(steps);
        doubts = List.copyOf(doubts);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    static Spelling of(String text, Message step) {
        return new Spelling(text, List.of(step), List.of(), List.of(), Optional.empty(), List.of());
    }

    static Spelling problem(Message problem) {
        return new Spelling("", List.of(), List.of(), List.of(), Optional.empty(), List.of(problem));
    }
}
