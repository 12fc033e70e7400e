package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads profile files that have the sections it was made for. */
public final class ProfileReader {
    private final Shape.Record shape;

    /** @param sections a field for each section that may be in a profile; the reader itself adds {@code name} and so on */
    public ProfileReader(Shape.Record sections) {
        this.shape = ProfileHeader.before(sections);
    }

    /**
     * The profile in {@code file}, or all of its problems.
     *
     * @param given values by name that beat those of the site file ({@code --set name=value}); a list is written with
     *     {@code ;} between its items; the texts' own placeholders may be among them
     * @param selected whether the section of that key will be used: only then is a value that is still an example a
     *     problem; otherwise it is listed in {@link Profile#examples}
     */
    public ProfileReading read(Path file, Map<String, String> given, Predicate<String> selected) {
        Problems problems = new Problems();
        Optional<ProfileText> text = ProfileFile.read(file, Optional.empty(), problems);
        Optional<Node> root = text.flatMap(t -> YamlTree.compose(t.source(), problems));
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            return new Reading(file, text.orElseThrow(), problems).of(mapping, given, selected);
        }
        root.ifPresent(node -> problems.add(Problem.of(
                Message.of("profile.no-entries"),
                YamlTree.span(text.orElseThrow().source(), node))));
        return new ProfileReading.Refused(problems.sorted(List.of(file.toString())));
    }

    /** One file being read. */
    private final class Reading {
        private final Path file;
        private final SourceText source;
        private final Problems problems;
        private final SiteValues values = new SiteValues();
        private final List<Message> notes = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();

        Reading(Path file, ProfileText text, Problems problems) {
            this.file = file;
            this.source = text.source();
            this.problems = problems;
            notes.addAll(text.notes());
            sources.add(source.name());
        }

        ProfileReading of(MappingNode root, Map<String, String> given, Predicate<String> selected) {
            addSiteFile(root);
            Set<String> written = Set.copyOf(values.names());
            values.addGiven(given);
            Map<String, Value> fields = ShapeReader.profile(root, shape, source, values, problems);
            values.refuseUnknownGiven(shape.ownPlaceholders(), written, problems);
            Predicate<String> used = key -> !ProfileHeader.isField(key) && selected.test(key);
            values.examples(used).forEach(problems::add);
            return problems.isEmpty()
                    ? new ProfileReading.Accepted(profile(fields, values.examples(used.negate())))
                    : new ProfileReading.Refused(problems.sorted(sources));
        }

        /** Whatever else is wrong with {@code values-from} is found when the fields are read by their shapes. */
        private void addSiteFile(MappingNode root) {
            root.getValue().stream()
                    .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(ProfileHeader.VALUES_FROM))
                    .map(entry -> entry.getValueNode())
                    .filter(node -> node instanceof ScalarNode scalar
                            && !scalar.getValue().isBlank())
                    .findFirst()
                    .ifPresent(node -> SiteFile.addTo(
                                    values,
                                    file,
                                    ((ScalarNode) node).getValue(),
                                    YamlTree.span(source, node),
                                    problems,
                                    notes)
                            .ifPresent(site -> sources.add(site.name())));
        }

        private Profile profile(Map<String, Value> fields, List<Problem> examples) {
            Map<String, Value> sections = new LinkedHashMap<>(fields);
            sections.keySet().removeIf(ProfileHeader::isField);
            Optional<String> description =
                    Optional.ofNullable(fields.get(ProfileHeader.DESCRIPTION)).map(Value::asText);
            String name = Optional.ofNullable(fields.get(ProfileHeader.NAME))
                    .map(Value::asText)
                    .orElse("");
            return new Profile(name, description, file, sections, notes, examples);
        }
    }
}
