package io.fieldstick.provision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldstick.message.FileTrouble;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run that goes on after a restart has to know of the run before it, as its {@code resume.json} says: what was
 * asked for on the command line. Secrets are not asked for there, so none is in it.
 *
 * @param run the run that it goes on with
 * @param cases the folder that holds the case of that run
 * @param restarts how many restarts it went on after, this one included
 * @param profile the path of the profile, relative to the copy of the program
 * @param answers what {@code --set} said
 * @param with the optional programs that were asked for
 * @param consent the programs whose installation somebody consented to
 */
public record ResumeNote(
        String run,
        String cases,
        int restarts,
        String profile,
        List<String> only,
        List<String> skip,
        Map<String, String> answers,
        List<String> with,
        List<String> consent) {
    /** The file, in the case of the first run and in the copy of the program. */
    public static final String FILE = "resume.json";

    /** A real one has some hundred. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String SCHEMA = "fieldstick.resume/1";

    public ResumeNote {
        only = List.copyOf(only);
        skip = List.copyOf(skip);
        answers = Map.copyOf(answers);
        with = List.copyOf(with);
        consent = List.copyOf(consent);
    }

    /** The note as JSON. */
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter().writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("run", run);
            json.writeStringField("cases", cases);
            json.writeNumberField("restarts", restarts);
            json.writeStringField("profile", profile);
            list(json, "only", only);
            list(json, "skip", skip);
            List<String> set = new ArrayList<>();
            answers.forEach((name, value) -> set.add(name + "=" + value));
            list(json, "set", set.stream().sorted().toList());
            list(json, "with", with);
            list(json, "consent", consent);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a writer in memory", e);
        }
        return text.toString();
    }

    private static void list(JsonGenerator json, String name, List<String> items) throws IOException {
        json.writeArrayFieldStart(name);
        for (String item : items) {
            json.writeString(item);
        }
        json.writeEndArray();
    }

    /** The run that the note in {@code bytes} goes on with; empty where they are none. */
    public static Optional<String> runIn(byte[] bytes) {
        try {
            return Optional.of(JsonTree.read(bytes).text("run"));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Reads the note {@code file}.
     *
     * @throws IllegalArgumentException which says why it cannot be understood
     */
    public static ResumeNote read(Path file) {
        try {
            JsonTree tree = JsonTree.read(file, MOST_BYTES);
            if (!tree.text("schema").equals(SCHEMA)) {
                throw new IllegalArgumentException("the schema is " + tree.text("schema"));
            }
            Map<String, String> answers = new LinkedHashMap<>();
            for (String set : tree.texts("set")) {
                int equals = set.indexOf('=');
                answers.put(set.substring(0, Math.max(0, equals)), set.substring(equals + 1));
            }
            return new ResumeNote(
                    tree.text("run"),
                    tree.text("cases"),
                    tree.number("restarts"),
                    tree.text("profile"),
                    tree.texts("only"),
                    tree.texts("skip"),
                    answers,
                    tree.texts("with"),
                    tree.texts("consent"));
        } catch (IOException e) {
            throw new IllegalArgumentException(FileTrouble.said(e), e);
        }
    }
}
