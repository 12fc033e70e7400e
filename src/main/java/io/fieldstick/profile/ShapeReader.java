package io.fieldstick.profile;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Value.FlagValue;
import io.fieldstick.profile.Value.ListValue;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.profile.Value.TextValue;
import io.fieldstick.profile.Value.WholeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the nodes of one section as the values that its shape asks for, and goes on after a problem. */
final class ShapeReader {
    /** Eighteen digits always fit a long; a leading zero would be an octal number to some YAML readers. */
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private final SourceText source;
    private final SiteValues values;
    private final Problems problems;
    private final String section;
    private final TextReader texts;

    private ShapeReader(SourceText source, SiteValues values, Problems problems, String section) {
        this.source = source;
        this.values = values;
        this.problems = problems;
        this.section = section;
        this.texts = new TextReader(source, values, problems, section);
    }

    /** The fields of a whole profile, whose names are the keys of its sections. */
    static Map<String, Value> profile(
            MappingNode root, Shape.Record shape, SourceText source, SiteValues values, Problems problems) {
        Named profile = new Named(Message.of("profile.named.profile"), Span.whole(source));
        return new ShapeReader(source, values, problems, "")
                .record(root, shape, profile)
                .fields();
    }

    private ShapeReader inside(String field) {
        return section.isEmpty() ? new ShapeReader(source, values, problems, field) : this;
    }

    /** The value of {@code node}; empty after a problem. */
    private Optional<Value> read(Node node, Shape shape, Named as) {
        if (isNothing(node)) {
            problems.add(Problem.of(Message.of("profile.value.nothing", as.name(), shape.description()), as.at())
                    .help(Message.of("profile.value.nothing-help")));
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, shape, as);
        }
        if (node instanceof SequenceNode sequence && shape instanceof Shape.ListOf list) {
            return list(sequence, list, as);
        }
        if (node instanceof MappingNode mapping && shape instanceof Shape.MapOf map) {
            return map(mapping, map);
        }
        return node instanceof MappingNode mapping && shape instanceof Shape.Record record
                ? Optional.of(record(mapping, record, as))
                : wrongKind(node, shape, as);
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"));
    }

    private Optional<Value> scalar(ScalarNode node, Shape shape, Named as) {
        Span span = YamlTree.span(source, node);
        String text = node.getValue();
        if (shape instanceof Shape.Text asked) {
            return texts.text(node, asked, as);
        }
        if (shape instanceof Shape.ListOf list
                && list.item() instanceof Shape.Text item
                && texts.isPlaceholder(node, item)) {
            return texts.texts(node, item, as).map(items -> new ListValue(items, span));
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.values().contains(text) ? Optional.of(new TextValue(text, span)) : noChoice(node, choice, as);
        }
        if (shape instanceof Shape.Flag && node.isPlain() && (text.equals("true") || text.equals("false"))) {
            return Optional.of(new FlagValue(text.equals("true"), span));
        }
        if (shape instanceof Shape.Whole whole && node.isPlain() && isWithin(text, whole)) {
            return Optional.of(new WholeValue(Long.parseLong(text), span));
        }
        return wrongKind(node, shape, as);
    }

    private static boolean isWithin(String text, Shape.Whole whole) {
        if (!WHOLE.matcher(text).matches()) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= whole.min() && number <= whole.max();
    }

    private Optional<Value> noChoice(ScalarNode node, Shape.Choice choice, Named as) {
        Problem problem = Problem.of(
                Message.of("profile.value.unfit", as.name(), choice.description(), Quote.of(node.getValue())),
                YamlTree.span(source, node));
        problems.add(DidYouMean.closest(node.getValue(), choice.values())
                .map(closest -> problem.help(Message.of("profile.did-you-mean", closest)))
                .orElse(problem));
        return Optional.empty();
    }

    private Optional<Value> list(SequenceNode node, Shape.ListOf shape, Named as) {
        List<Value> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            Named named = as.item(YamlTree.span(source, item));
            if (item instanceof ScalarNode scalar
                    && shape.item() instanceof Shape.Text text
                    && texts.isPlaceholder(scalar, text)) {
                texts.texts(scalar, text, as).ifPresent(items::addAll);
            } else {
                read(item, shape.item(), named).ifPresent(items::add);
            }
        }
        return Optional.of(new ListValue(items, YamlTree.span(source, node)));
    }

    private Optional<Value> map(MappingNode node, Shape.MapOf shape) {
        Map<String, Value> read = new LinkedHashMap<>();
        Entries.of(node, source, problems)
                .forEach((name, entry) ->
                        read(entry.value(), shape.value(), entry.named()).ifPresent(value -> read.put(name, value)));
        return Optional.of(new RecordValue(read, YamlTree.span(source, node)));
    }

    /** The fields of {@code node}; what is unknown, twice or missing is a problem, and the others are read all the same. */
    private RecordValue record(MappingNode node, Shape.Record shape, Named as) {
        Map<String, Value> read = new LinkedHashMap<>();
        Map<String, Entries.Entry> entries = Entries.of(node, source, problems);
        Map<String, Field> missing = new LinkedHashMap<>();
        shape.fields().forEach(field -> missing.put(field.name(), field));
        List<Entries.Entry> unknown = new ArrayList<>();
        for (Entries.Entry entry : entries.values()) {
            Field field = missing.remove(entry.name());
            if (field == null) {
                unknown.add(entry);
            } else {
                inside(entry.name())
                        .read(entry.value(), field.shape(), entry.named())
                        .ifPresent(value -> read.put(field.name(), value));
            }
        }
        unknown.forEach(entry -> refuseUnknown(entry, missing));
        missing.values().stream().filter(Field::required).forEach(field -> refuseMissing(field, as));
        return new RecordValue(read, YamlTree.span(source, node));
    }

    /** Suggests a name that is not there yet, and takes that name for the one that was meant. */
    private void refuseUnknown(Entries.Entry entry, Map<String, Field> missing) {
        Problem problem = Problem.of(Message.of("profile.key.unknown", Quote.of(entry.name())), entry.at());
        problems.add(DidYouMean.on(problem, entry.name(), missing.keySet()));
        DidYouMean.closest(entry.name(), missing.keySet()).ifPresent(missing::remove);
    }

    private void refuseMissing(Field field, Named as) {
        problems.add(Problem.of(Message.of("profile.key.missing", field.name(), as.name()), as.at())
                .help(Message.of("profile.key.missing-help", field.name(), field.description())));
    }

    private Optional<Value> wrongKind(Node node, Shape shape, Named as) {
        boolean block = node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
        Problem problem = Problem.of(
                Message.of("profile.value.unfit-kind", as.name(), shape.description(), kind(node)),
                block ? as.at() : YamlTree.span(source, node));
        problems.add(help(node, shape).map(problem::help).orElse(problem));
        return Optional.empty();
    }

    private static Message kind(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Message.of("profile.value.text", Quote.of(scalar.getValue()));
        }
        return node instanceof SequenceNode ? Message.of("profile.shape.list") : Message.of("profile.shape.entries");
    }

    private static Optional<Message> help(Node node, Shape shape) {
        boolean text = shape instanceof Shape.Text || shape instanceof Shape.ListOf;
        if (text && node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW) {
            return Optional.of(Message.of("profile.value.braces"));
        }
        return shape instanceof Shape.ListOf && node instanceof ScalarNode
                ? Optional.of(Message.of("profile.value.list-help"))
                : Optional.empty();
    }
}
