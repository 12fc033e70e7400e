package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words, in both languages, what SnakeYAML says in the terms of the YAML grammar. */
final class YamlSyntax {
    private static final Message STAR = Message.of("profile.yaml.star");
    private static final Message QUOTE_IT = Message.of("profile.yaml.quote-it");

    /** What SnakeYAML 2's scanner, parser and composer say, and what is said instead; the first that fits. */
    private static final List<Said> SAID = List.of(
            atStart("while scanning an alias", STAR, QUOTE_IT),
            atStart("while scanning an anchor", STAR, QUOTE_IT),
            at("found undefined alias", STAR, QUOTE_IT),
            at("found character '\\t", Message.of("profile.yaml.tab"), Message.of("profile.yaml.tab-help")),
            at("cannot start any token", Message.of("profile.yaml.sign"), QUOTE_IT),
            atStart(
                    "while scanning a quoted scalar found unexpected end",
                    Message.of("profile.yaml.open-quote"),
                    Message.of("profile.yaml.open-quote-help")),
            atStart(
                    "while parsing a flow",
                    Message.of("profile.yaml.bracket"),
                    Message.of("profile.yaml.bracket-help")),
            at("found unknown escape", Message.of("profile.yaml.escape"), Message.of("profile.yaml.escape-help")),
            at("mapping values are not", Message.of("profile.yaml.colon"), Message.of("profile.yaml.colon-help")),
            at(
                    "could not find expected ':'",
                    Message.of("profile.yaml.no-colon"),
                    Message.of("profile.yaml.no-colon-help")),
            at("expected <block end>", Message.of("profile.yaml.indent"), Message.of("profile.yaml.indent-help")),
            at(
                    "expected a single doc",
                    Message.of("profile.yaml.documents"),
                    Message.of("profile.yaml.documents-help")));

    /**
     * @param atStart whether the place where the thing began helps more than the one where it went wrong: an open quote
     *     is found to be open at the end of the file
     */
    private record Said(String words, Message plainly, Message help, boolean atStart) {}

    private static Said at(String words, Message plainly, Message help) {
        return new Said(words, plainly, help, false);
    }

    private static Said atStart(String words, Message plainly, Message help) {
        return new Said(words, plainly, help, true);
    }

    private YamlSyntax() {}

    static Problem problem(SourceText source, MarkedYAMLException e) {
        String words = words(e.getContext()) + " " + words(e.getProblem());
        for (Said said : SAID) {
            if (words.contains(said.words())) {
                return Problem.of(said.plainly(), place(source, e, said.atStart()))
                        .help(said.help());
            }
        }
        return Problem.of(Message.of("profile.yaml.other", Quote.of(words.strip())), place(source, e, false));
    }

    static Message unplaced(RuntimeException e) {
        String words = words(e.getMessage());
        return words.contains("Nesting Depth")
                ? Message.of("profile.yaml.deep")
                : Message.of("profile.yaml.other", Quote.of(words));
    }

    private static String words(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static Span place(SourceText source, MarkedYAMLException e, boolean atStart) {
        Mark mark = atStart && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
        if (mark == null) {
            return Span.whole(source);
        }
        int line = Math.min(mark.getLine() + 1, source.lines().size());
        return new Span(source, line, mark.getColumn() + 1, 1);
    }
}
