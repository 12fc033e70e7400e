package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** The nodes of one YAML text: a plain tree without anchors, aliases and tags, of limited depth. */
final class YamlTree {
    /** A profile needs six. */
    private static final int DEEPEST = 30;

    private final SourceText source;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean plain = true;

    private YamlTree(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The root of {@code source}; empty after a problem. */
    static Optional<Node> compose(SourceText source, Problems problems) {
        try {
            Node root = parse(String.join("\n", source.lines()));
            if (root == null) {
                problems.add(Problem.of(Message.of("profile.yaml.empty", source.name()), Span.whole(source)));
                return Optional.empty();
            }
            YamlTree tree = new YamlTree(source, problems);
            tree.look(root);
            return tree.plain ? Optional.of(root) : Optional.empty();
        } catch (MarkedYAMLException e) {
            problems.add(YamlSyntax.problem(source, e));
        } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The depth limit comes as a bare YAMLException; the others would be bugs of the parser met by junk.
            problems.add(Problem.of(YamlSyntax.unplaced(e), Span.whole(source)));
        }
        return Optional.empty();
    }

    private static @Nullable Node parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(ProfileFile.MOST_BYTES);
        // Composing expands nothing; refuseMarks() says more about an alias than the limit would.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        return new Composer(new ParserImpl(new StreamReader(text), options), new Untyped(), options).getSingleNode();
    }

    /** Leaves every scalar a text: its type comes from the {@link Shape} that is asked for. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }

    /** An alias is the same node again, so an alias bomb is small here as long as no node is visited twice. */
    private void look(Node node) {
        if (!seen.add(node)) {
            return;
        }
        refuseMarks(node);
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::look);
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                look(entry.getKeyNode());
                look(entry.getValueNode());
            }
        }
    }

    private void refuseMarks(Node node) {
        if (node.getAnchor() != null) {
            refuse(node, Message.of("profile.yaml.anchor", Quote.of(node.getAnchor())));
        } else if (!node.getTag().startsWith(Tag.PREFIX)) {
            refuse(node, Message.of("profile.yaml.tag", Quote.of(node.getTag().getValue())));
        }
    }

    private void refuse(Node node, Message why) {
        plain = false;
        problems.add(Problem.of(why, span(source, node)).help(Message.of("profile.yaml.write-it-out")));
    }

    /** Where {@code node} is written: all of it on one line, or the first line of it. */
    static Span span(SourceText source, Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        String line = source.line(start.getLine() + 1);
        int lineLength =
                line.stripTrailing().codePointCount(0, line.stripTrailing().length());
        int last = end.getLine() == start.getLine() ? end.getColumn() : lineLength;
        return new Span(source, start.getLine() + 1, start.getColumn() + 1, Math.max(1, last - start.getColumn()));
    }
}
