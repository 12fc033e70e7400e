package io.fieldstick.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the profile that has the shape it was asked to have, with the place it was written at.
 *
 * <p>The accessors trust the shape: a required field is there and has its type, and asking for another one is a bug.
 */
public sealed interface Value {

    /** Where the value is written: in the profile, in the site file or on the command line. */
    Span span();

    record TextValue(String text, Span span) implements Value {}

    record WholeValue(long number, Span span) implements Value {}

    record FlagValue(boolean flag, Span span) implements Value {}

    record ListValue(List<Value> items, Span span) implements Value {
        public ListValue {
            items = List.copyOf(items);
        }

        /** The items of a list of texts. */
        public List<String> texts() {
            return items.stream().map(Value::asText).toList();
        }

        /** The items of a list of records or maps. */
        public List<RecordValue> records() {
            return items.stream().map(Value::asRecord).toList();
        }
    }

    /** The fields that are there, or the entries of a map, in the order in which they are written. */
    record RecordValue(Map<String, Value> fields, Span span) implements Value {
        public RecordValue {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Value> optional(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        public Optional<String> optionalText(String name) {
            return optional(name).map(Value::asText);
        }

        /** The list of texts under {@code name}; empty where the field is not there. */
        public List<String> texts(String name) {
            return optional(name).map(value -> value.asList().texts()).orElse(List.of());
        }

        /** The list of records under {@code name}; empty where the field is not there. */
        public List<RecordValue> records(String name) {
            return optional(name).map(value -> value.asList().records()).orElse(List.of());
        }

        /** The texts of a map under {@code name}, in their order; empty where the field is not there. */
        public Map<String, String> textMap(String name) {
            Map<String, String> texts = new LinkedHashMap<>();
            optional(name).ifPresent(map -> map.asRecord().fields().forEach((k, v) -> texts.put(k, v.asText())));
            return Collections.unmodifiableMap(texts);
        }

        public String text(String name) {
            return required(name).asText();
        }

        public long whole(String name) {
            return required(name).asWhole();
        }

        public boolean flag(String name) {
            return required(name).asFlag();
        }

        public RecordValue record(String name) {
            return required(name).asRecord();
        }

        /** The value of a required field. */
        public Value required(String name) {
            Value value = fields.get(name);
            if (value == null) {
                throw new IllegalStateException("the shape does not require " + name);
            }
            return value;
        }
    }

    default String asText() {
        return ((TextValue) this).text();
    }

    default long asWhole() {
        return ((WholeValue) this).number();
    }

    default boolean asFlag() {
        return ((FlagValue) this).flag();
    }

    default ListValue asList() {
        return (ListValue) this;
    }

    default RecordValue asRecord() {
        return (RecordValue) this;
    }
}
