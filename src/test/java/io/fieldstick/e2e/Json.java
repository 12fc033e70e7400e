package io.fieldstick.e2e;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value in a result, where a test expects something to be there. */
record Json(Object value) {

    static Json of(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return new Json(value(parser));
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    boolean has(String name) {
        return ((Map<?, ?>) value).containsKey(name);
    }

    Json at(String name) {
        Object found = ((Map<?, ?>) value).get(name);
        if (found == null) {
            throw new AssertionError("there is no " + name + " in " + value);
        }
        return new Json(found);
    }

    List<Json> items(String name) {
        return ((List<?>) at(name).value()).stream().map(item -> new Json(item)).toList();
    }

    String text(String name) {
        return at(name).value().toString();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return fields;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return parser.getText();
    }
}
