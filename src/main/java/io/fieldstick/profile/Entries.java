package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The entries of a mapping by their names, each name once. */
final class Entries {
    /** One {@code name: value}. */
    record Entry(String name, Span at, Node value) {
        Named named() {
            return Named.key(name, at);
        }
    }

    private Entries() {}

    /** In the order in which they are written; a name written twice, or that is no name, is a problem. */
    static Map<String, Entry> of(MappingNode node, SourceText source, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Span at = YamlTree.span(source, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(Problem.of(Message.of("profile.key.no-name"), at));
                continue;
            }
            Entry first = entries.putIfAbsent(key.getValue(), new Entry(key.getValue(), at, tuple.getValueNode()));
            if (first != null) {
                problems.add(Problem.of(Message.of("profile.key.twice", Quote.of(key.getValue())), at)
                        .help(Message.of("profile.key.twice-help", first.at().line())));
            }
        }
        return entries;
    }
}
