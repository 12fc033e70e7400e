package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a value of the profile may look like; parsing, the JSON schema and the reference page are all derived from it.
 *
 * <p>The shape decides how a value is read, not YAML's own guesses: {@code no}, {@code on}, {@code 1.10} and
 * {@code 2026-01-01} are texts where a text is asked for.
 */
public sealed interface Shape {

    /**
     * A text that is not empty.
     *
     * @param pattern what the whole text must match once site values are in place, in the syntax that Java and
     *     ECMAScript share; the text's own placeholders are still in it then
     * @param description what a text of this kind is, for "must be ..."
     * @param placeholders names in braces that mean something to the setting, so the reader leaves them alone
     */
    record Text(Optional<Pattern> pattern, Message description, Optional<String> example, Set<String> placeholders)
            implements Shape {
        public Text {
            placeholders = Set.copyOf(placeholders);
        }

        public Text matching(String regex, Message what) {
            return new Text(Optional.of(Pattern.compile(regex)), what, example, placeholders);
        }

        public Text example(String text) {
            return new Text(pattern, description, Optional.of(text), placeholders);
        }

        /** {@code {name}} of these names stays in the text, for the setting to fill. */
        public Text leaving(String... names) {
            return new Text(pattern, description, example, Set.of(names));
        }
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    record Whole(long min, long max) implements Shape {}

    /** {@code true} or {@code false}. */
    record Flag() implements Shape {}

    /** One of a few words. */
    record Choice(List<String> values) implements Shape {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /** Any number of items of one shape. */
    record ListOf(Shape item) implements Shape {}

    /** Names that the writer of the profile chooses, each with a value of one shape. */
    record MapOf(Shape value) implements Shape {}

    /** Named fields, in the order in which the reference page shows them. */
    @SuppressWarnings("JavaLangClash") // always written Shape.Record outside of this file
    record Record(List<Field> fields) implements Shape {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    static Text text() {
        return new Text(Optional.empty(), Message.of("profile.shape.text"), Optional.empty(), Set.of());
    }

    static Whole whole(long min, long max) {
        return new Whole(min, max);
    }

    static Flag flag() {
        return new Flag();
    }

    static Choice choice(String... values) {
        return new Choice(List.of(values));
    }

    static ListOf listOf(Shape item) {
        return new ListOf(item);
    }

    static MapOf mapOf(Shape value) {
        return new MapOf(value);
    }

    static Record record(Field... fields) {
        return new Record(List.of(fields));
    }

    /** What a value of this shape is, to complete "must be ...". */
    default Message description() {
        if (this instanceof Text text) {
            return text.description();
        }
        if (this instanceof Whole whole) {
            return Message.of("profile.shape.whole", whole.min(), whole.max());
        }
        if (this instanceof Choice choice) {
            return Message.of("profile.shape.choice", String.join(", ", choice.values()));
        }
        if (this instanceof ListOf) {
            return Message.of("profile.shape.list");
        }
        return this instanceof Flag ? Message.of("profile.shape.flag") : Message.of("profile.shape.entries");
    }

    /** The placeholders of every text in this shape. */
    default Set<String> ownPlaceholders() {
        Set<String> names = new LinkedHashSet<>();
        if (this instanceof Text text) {
            names.addAll(text.placeholders());
        } else if (this instanceof ListOf list) {
            names.addAll(list.item().ownPlaceholders());
        } else if (this instanceof MapOf map) {
            names.addAll(map.value().ownPlaceholders());
        } else if (this instanceof Record record) {
            record.fields().forEach(field -> names.addAll(field.shape().ownPlaceholders()));
        }
        return names;
    }
}
