package io.fieldstick.profile;

import io.fieldstick.message.Message;

/**
 * One {@code name: value} of a {@link Shape.Record}.
 *
 * @param name kebab-case, as it is written in the profile
 * @param description what it is for, in one sentence: shown by editors and on the reference page
 */
public record Field(String name, Shape shape, boolean required, Message description) {

    public static Field required(String name, Shape shape, Message description) {
        return new Field(name, shape, true, description);
    }

    public static Field optional(String name, Shape shape, Message description) {
        return new Field(name, shape, false, description);
    }
}
