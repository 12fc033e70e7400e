package io.fieldstick.provision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object that was read: its fields by name. Asking for a field that is missing or of another type is an
 * {@link IllegalArgumentException} that names it.
 */
record JsonTree(Map<String, Object> fields) {

    /** Reads one object; depth and sizes are limited by the parser's own constraints. */
    static JsonTree read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not a JSON object");
        }
        return object(json);
    }

    /** Reads the object in {@code file}, of which no more than {@code most} bytes are taken, whatever size it claims to have. */
    static JsonTree read(Path file, int most) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most + 1);
        }
        if (bytes.length > most) {
            throw new IllegalArgumentException("more than " + most + " bytes");
        }
        return read(bytes);
    }

    /** Reads the object in {@code bytes}. */
    static JsonTree read(byte[] bytes) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(bytes)) {
            return read(json);
        } catch (JsonProcessingException junk) {
            throw new IllegalArgumentException(junk.getOriginalMessage(), junk);
        }
    }

    private static JsonTree object(JsonParser json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new JsonTree(fields);
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(json);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json));
            }
            return items;
        }
        if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT) {
            return json.getIntValue();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return json.getBooleanValue();
        }
        return json.getText();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return as(String.class, name);
    }

    int number(String name) {
        return as(Integer.class, name);
    }

    /** Refuses anything but true. */
    void requireTrue(String name) {
        if (!as(Boolean.class, name)) {
            throw new IllegalArgumentException(name + " is false");
        }
    }

    JsonTree object(String name) {
        return as(JsonTree.class, name);
    }

    /** The items of an array of texts. */
    List<String> texts(String name) {
        return items(String.class, name);
    }

    /** The items of an array of objects. */
    List<JsonTree> objects(String name) {
        return items(JsonTree.class, name);
    }

    private <T> List<T> items(Class<T> type, String name) {
        List<T> items = new ArrayList<>();
        for (Object item : as(List.class, name)) {
            items.add(cast(type, name, item));
        }
        return items;
    }

    private <T> T as(Class<T> type, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return cast(type, name, value);
    }

    private static <T> T cast(Class<T> type, String name, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
