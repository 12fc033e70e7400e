package io.fieldstick.profile;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Value.ListValue;
import io.fieldstick.profile.Value.TextValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What stands for {@code {name}} in the profile: the values of the site file, beaten by those of the command line. */
final class SiteValues {
    /** A host that nobody can own: RFC 2606 section 2. */
    private static final Pattern EXAMPLE_HOST = Pattern.compile("(?i)\\.example(?![a-z0-9-])(?!\\.[a-z0-9])");

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Span> given = new LinkedHashMap<>();
    private final Map<String, Set<String>> sectionsByName = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private boolean whole = true;

    /** Takes {@code name: text or list of texts} from the root of a site file. */
    void addFile(Node root, SourceText source, Problems problems) {
        if (!(root instanceof MappingNode mapping)) {
            problems.add(Problem.of(Message.of("profile.site.no-entries"), YamlTree.span(source, root)));
            whole = false;
            return;
        }
        Entries.of(mapping, source, problems)
                .forEach((name, entry) -> value(entry, source, problems).ifPresent(v -> values.put(name, v)));
    }

    private Optional<Value> value(Entries.Entry entry, SourceText source, Problems problems) {
        Span span = YamlTree.span(source, entry.value());
        if (entry.value() instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return Optional.of(new TextValue(scalar.getValue(), span));
        }
        if (entry.value() instanceof SequenceNode list
                && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            List<Value> items = new ArrayList<>();
            list.getValue()
                    .forEach(item ->
                            items.add(new TextValue(((ScalarNode) item).getValue(), YamlTree.span(source, item))));
            return Optional.of(new ListValue(items, span));
        }
        problems.add(Problem.of(Message.of("profile.site.text-or-list", Quote.of(entry.name())), entry.at()));
        unreadable.add(entry.name());
        return Optional.empty();
    }

    /** Takes what the command line gives; it beats the file. */
    void addGiven(Map<String, String> options) {
        options.forEach((name, text) -> {
            SourceText source = SourceText.option("--set", name + "=" + text);
            given.put(name, new Span(source, 1, 1, Math.max(1, name.codePointCount(0, name.length()))));
            int column = name.codePointCount(0, name.length()) + 2;
            Span at = new Span(source, 1, column, Math.max(1, text.codePointCount(0, text.length())));
            values.put(name, new TextValue(text, at));
        });
    }

    /** The site file could not be read: names may be missing without the profile being wrong. */
    void fileIsMissing() {
        whole = false;
    }

    /** Whether it is the profile's mistake that there is no value of that name. */
    boolean shouldHave(String name) {
        return whole && !unreadable.contains(name);
    }

    Optional<Value> find(String name, String section) {
        sectionsByName.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(section);
        return Optional.ofNullable(values.get(name));
    }

    Set<String> names() {
        return values.keySet();
    }

    /** A name on the command line that neither the site file nor the profile knows is a typing error. */
    void refuseUnknownGiven(Set<String> own, Set<String> written, Problems problems) {
        Set<String> known = new TreeSet<>(own);
        known.addAll(written);
        known.addAll(sectionsByName.keySet());
        given.forEach((name, at) -> {
            if (!known.contains(name) && whole) {
                Problem problem = Problem.of(Message.of("profile.set.unknown", Quote.of(name)), at);
                problems.add(DidYouMean.on(problem, name, known));
            }
        });
    }

    /** A problem for each value of the site file that is still an example and is used by a section that {@code wanted} takes. */
    List<Problem> examples(Predicate<String> wanted) {
        List<Problem> examples = new ArrayList<>();
        sectionsByName.forEach((name, sections) -> sections.stream()
                .filter(wanted)
                .findFirst()
                .ifPresent(
                        section -> exampleIn(name).ifPresent(text -> examples.add(stillExample(name, text, section)))));
        return examples;
    }

    private Optional<TextValue> exampleIn(String name) {
        Value value = values.get(name);
        List<Value> texts = value instanceof ListValue list ? list.items() : value == null ? List.of() : List.of(value);
        return texts.stream()
                .map(TextValue.class::cast)
                .filter(text -> text.span().source().isFile())
                .filter(text -> EXAMPLE_HOST.matcher(text.text()).find())
                .findFirst();
    }

    private static Problem stillExample(String name, TextValue example, String section) {
        return Problem.of(Message.of("profile.example.still", Quote.of(name), Quote.of(example.text())), example.span())
                .label(Message.of("profile.example.label", section))
                .help(Message.of("profile.example.edit", example.span().source().name()))
                .help(Message.of("profile.example.set", name))
                .help(Message.of("profile.example.skip", section));
    }
}
