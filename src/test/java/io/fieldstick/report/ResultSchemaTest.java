package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import io.fieldstick.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The schema that ships describes every field of every result, and nothing else; and so does the page for people. */
class ResultSchemaTest {
    private static final Path SCHEMA = Path.of("src/main/resources/io/fieldstick/report/result.schema.json");
    private static final Path PAGE = Path.of("src/site/markdown/results.md");
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/io/fieldstick");

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void everyResultThatIsKeptIsDescribed(Path transcript) throws IOException {
        String kept = Files.readString(transcript);
        assertThat(problems(kept.substring(kept.indexOf('{'), kept.lastIndexOf('}') + 1)))
                .isEmpty();
    }

    @Test
    void everyResultIsDescribed() throws IOException {
        for (Result result :
                List.of(Results.settings(), Results.undone(), Results.audit(), Results.listing(List.of()))) {
            assertThat(problems(
                            new JsonReport(Results.rendering(Language.CHINESE).messages()).of(result)))
                    .isEmpty();
        }
    }

    @Test
    void aFieldThatIsNotDescribedIsNoticed() throws IOException {
        String json = new JsonReport(Results.rendering(Language.ENGLISH).messages()).of(Results.audit());

        assertThat(problems(json.replace("\"sid\"", "\"secret\""))).isNotEmpty();
        assertThat(problems(json.replace("\"exit\" : 6", "\"exit\" : \"6\""))).isNotEmpty();
        assertThat(problems(json.replace("\"severity\" : \"stop\"", "\"severity\" : \"halt\"")))
                .isNotEmpty();
    }

    @Test
    void thePageForPeopleHasALineForEveryField() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, Object> schema = new Yaml().load(Files.readString(SCHEMA));
        assertThat(fields(page, "result")).containsExactlyElementsOf(properties(schema));
        Map<String, Object> definitions = at(schema, "$defs");
        assertThat(definitions).hasSizeGreaterThan(20);
        definitions.forEach((name, definition) ->
                assertThat(fields(page, name)).as(name).containsExactlyElementsOf(properties(map(definition))));
    }

    private static List<String> properties(Map<String, Object> definition) {
        return List.copyOf(at(definition, "properties").keySet());
    }

    /** The fields of the section {@code name} of the page, in its order. */
    private static List<String> fields(String page, String name) {
        String after = page.substring(page.indexOf("\n## " + name + "\n") + 4);
        int end = after.indexOf("\n## ");
        return after.substring(0, end < 0 ? after.length() : end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    private static Map<String, Object> at(Map<String, Object> object, String name) {
        return map(Objects.requireNonNull(object.get(name), name));
    }

    @SuppressWarnings("unchecked") // what a JSON object is read as
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }

    /** What {@code json} has that the schema does not allow. The half of a character in it is not for this reader. */
    private static List<String> problems(String json) throws IOException {
        Validator.Result result = new ValidatorFactory()
                .withJsonNodeFactory(new SnakeYamlNode.Factory())
                .validate(Files.readString(SCHEMA), json.replace("\\ud800", "?"));
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }
}
