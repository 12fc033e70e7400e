package io.fieldstick.profile;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Value.ListValue;
import io.fieldstick.profile.Value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the texts of one section, with site values in the place of {@code {name}}. */
final class TextReader {
    /** Not a brace of a regular expression, {@code \d{2}}, and not a product code, {@code {90120000-...}}. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(?![0-9a-f]{8}-[0-9a-f]{4}-)([a-z][a-z0-9-]{0,63})}");

    /** A pattern is not tried on more: Java's matcher needs stack for each character of some patterns. */
    private static final int LONGEST_MATCHED = 1000;

    private final SourceText source;
    private final SiteValues values;
    private final Problems problems;
    private final String section;

    TextReader(SourceText source, SiteValues values, Problems problems, String section) {
        this.source = source;
        this.values = values;
        this.problems = problems;
        this.section = section;
    }

    /** Whether {@code node} is nothing but {@code {name}}, so that it can stand for a whole list. */
    boolean isPlaceholder(ScalarNode node, Shape.Text shape) {
        Matcher matcher = PLACEHOLDER.matcher(node.getValue());
        return matcher.matches() && !shape.placeholders().contains(matcher.group(1));
    }

    Optional<Value> text(ScalarNode node, Shape.Text shape, Named as) {
        Span span = YamlTree.span(source, node);
        if (isPlaceholder(node, shape)) {
            return lookedUp(name(node), span)
                    .flatMap(value -> oneText(value, name(node), span))
                    .flatMap(value -> fitting(value, shape, as));
        }
        return filled(node.getValue(), shape, span).flatMap(text -> fitting(new TextValue(text, span), shape, as));
    }

    /** The texts that the {@code {name}} in {@code node} stands for: those of a list, or the one text. */
    Optional<List<Value>> texts(ScalarNode node, Shape.Text shape, Named as) {
        Span span = YamlTree.span(source, node);
        return lookedUp(name(node), span).map(value -> {
            List<Value> texts = new ArrayList<>();
            items(value)
                    .forEach(item -> fitting(item, shape, as.item(item.span())).ifPresent(texts::add));
            return texts;
        });
    }

    private static String name(ScalarNode placeholder) {
        return placeholder.getValue().substring(1, placeholder.getValue().length() - 1);
    }

    /** On the command line a list is written with {@code ;} between its items, as Windows writes a bypass list. */
    private static List<TextValue> items(Value value) {
        if (value instanceof ListValue list) {
            return list.items().stream().map(TextValue.class::cast).toList();
        }
        TextValue text = (TextValue) value;
        if (text.span().source().isFile()) {
            return List.of(text);
        }
        return Pattern.compile("[;,]")
                .splitAsStream(text.text())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> new TextValue(item, text.span().of(item)))
                .toList();
    }

    /** {@code text} with every {@code {name}} replaced, except the text's own; empty after a problem. */
    private Optional<String> filled(String text, Shape.Text shape, Span span) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        boolean whole = true;
        while (matcher.find()) {
            String name = matcher.group(1);
            Span at = span.of(matcher.group());
            Optional<String> replacement = shape.placeholders().contains(name)
                    ? Optional.of(matcher.group())
                    : lookedUp(name, at)
                            .flatMap(value -> oneText(value, name, at))
                            .map(TextValue::text);
            whole &= replacement.isPresent();
            matcher.appendReplacement(filled, Matcher.quoteReplacement(replacement.orElse("")));
        }
        return whole ? Optional.of(matcher.appendTail(filled).toString()) : Optional.empty();
    }

    private Optional<Value> lookedUp(String name, Span at) {
        Optional<Value> value = values.find(name, section);
        if (value.isEmpty() && values.shouldHave(name)) {
            Problem unknown = Problem.of(Message.of("profile.placeholder.unknown", name), at);
            problems.add(
                    DidYouMean.on(unknown, name, values.names()).help(Message.of("profile.placeholder.set", name)));
        }
        return value;
    }

    private Optional<TextValue> oneText(Value value, String name, Span at) {
        if (value instanceof TextValue text) {
            return Optional.of(text);
        }
        problems.add(Problem.of(Message.of("profile.placeholder.list", name), at)
                .note(Message.of("profile.placeholder.list-place", value.span().place())));
        return Optional.empty();
    }

    private Optional<Value> fitting(TextValue value, Shape.Text shape, Named as) {
        String text = value.text();
        if (text.isBlank()) {
            problems.add(Problem.of(Message.of("profile.value.blank", as.name()), value.span()));
            return Optional.empty();
        }
        if (text.indexOf('\0') >= 0) {
            problems.add(Problem.of(Message.of("profile.value.nul", as.name()), value.span()));
            return Optional.empty();
        }
        if (shape.pattern().isPresent() && !matches(shape.pattern().get(), text)) {
            Problem problem = Problem.of(
                    Message.of("profile.value.unfit", as.name(), shape.description(), Quote.of(text)), value.span());
            problems.add(shape.example()
                    .map(example -> problem.help(Message.of("profile.value.for-example", example)))
                    .orElse(problem));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static boolean matches(Pattern pattern, String text) {
        return text.length() <= LONGEST_MATCHED && pattern.matcher(text).matches();
    }
}
