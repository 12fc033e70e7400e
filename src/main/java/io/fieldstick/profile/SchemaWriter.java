package io.fieldstick.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the shape of a profile as a JSON schema, so that an editor completes and checks what the reader will read. */
public final class SchemaWriter {
    /** What the reader replaces by a site value; a text that holds one may break the text's own pattern. */
    private static final String WITH_PLACEHOLDER = "\\{[a-z][a-z0-9-]*\\}";

    private final Messages words = Messages.in(Language.ENGLISH);
    private final JsonGenerator json;

    private SchemaWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The text of {@code profiles/profile.schema.json} (JSON schema draft-07) for profiles with these sections. */
    public static String schema(Shape.Record sections) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            new SchemaWriter(json).root(ProfileHeader.before(sections));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return text + "\n";
    }

    private void root(Shape.Record root) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "http://json-schema.org/draft-07/schema#");
        json.writeStringField("title", words.text("profile.schema.title"));
        record(root);
        json.writeEndObject();
    }

    private void shape(Shape shape) throws IOException {
        if (shape instanceof Shape.Text text) {
            text(text);
        } else if (shape instanceof Shape.Whole whole) {
            json.writeStringField("type", "integer");
            json.writeNumberField("minimum", whole.min());
            json.writeNumberField("maximum", whole.max());
        } else if (shape instanceof Shape.Flag) {
            json.writeStringField("type", "boolean");
        } else if (shape instanceof Shape.Choice choice) {
            strings("enum", choice.values());
        } else if (shape instanceof Shape.ListOf list) {
            list(list);
        } else if (shape instanceof Shape.MapOf map) {
            json.writeStringField("type", "object");
            json.writeObjectFieldStart("additionalProperties");
            shape(map.value());
            json.writeEndObject();
        } else if (shape instanceof Shape.Record record) {
            record(record);
        }
    }

    /** {@code 3.8}, {@code no} and {@code 2026} without quotes are texts to the reader, and other types to an editor. */
    private void text(Shape.Text text) throws IOException {
        strings("type", List.of("string", "number", "boolean"));
        json.writeNumberField("minLength", 1);
        if (text.pattern().isPresent()) {
            json.writeStringField("pattern", "^(?:" + text.pattern().get().pattern() + ")$|" + WITH_PLACEHOLDER);
        }
        if (text.example().isPresent()) {
            strings("examples", List.of(text.example().get()));
        }
    }

    /** A list of texts may also be one placeholder that stands for a list. */
    private void list(Shape.ListOf list) throws IOException {
        boolean ofTexts = list.item() instanceof Shape.Text;
        if (ofTexts) {
            json.writeArrayFieldStart("anyOf");
            json.writeStartObject();
            json.writeStringField("type", "string");
            json.writeStringField("pattern", "^" + WITH_PLACEHOLDER + "$");
            json.writeEndObject();
            json.writeStartObject();
        }
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        shape(list.item());
        json.writeEndObject();
        if (ofTexts) {
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void record(Shape.Record record) throws IOException {
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        strings(
                "required",
                record.fields().stream()
                        .filter(Field::required)
                        .map(Field::name)
                        .toList());
        json.writeObjectFieldStart("properties");
        for (Field field : record.fields()) {
            json.writeObjectFieldStart(field.name());
            json.writeStringField("description", words.text(field.description()));
            shape(field.shape());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void strings(String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
