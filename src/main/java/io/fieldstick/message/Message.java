package io.fieldstick.message;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence by its key in the message files, with the arguments that fill its {@code {0}}, {@code {1}} ... places.
 *
 * <p>An argument is a text, a number or another {@code Message}; it is not localised otherwise.
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** The message {@code key} with {@code arguments} in the order of their places. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, Arrays.asList(arguments));
    }
}
