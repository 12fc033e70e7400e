package io.fieldstick.profile;

import io.fieldstick.message.Message;

/** Sections like the real ones, for tests that must not change when the catalogue does. */
final class House {
    private static final Message WORDS = Message.of("what it is for");

    static final Shape.Record SECTIONS = Shape.record(
            Field.optional("auto-play", Shape.choice("disabled", "enabled"), WORDS),
            Field.optional(
                    "host-name",
                    Shape.record(
                            Field.required("pattern", Shape.text().leaving("dept", "user"), WORDS),
                            Field.optional("departments", Shape.mapOf(Shape.text()), WORDS),
                            Field.optional("length", Shape.whole(1, 15), WORDS)),
                    WORDS),
            Field.optional(
                    "proxy",
                    Shape.record(
                            Field.required(
                                    "server",
                                    Shape.text()
                                            .matching("[A-Za-z0-9.-]+:[0-9]{1,5}", Message.of("a server and its port"))
                                            .example("10.1.1.1:8080"),
                                    WORDS),
                            Field.optional("bypass", Shape.listOf(Shape.text()), WORDS)),
                    WORDS),
            Field.optional(
                    "software",
                    Shape.record(
                            Field.optional("silent", Shape.flag(), WORDS),
                            Field.optional(
                                    "required",
                                    Shape.listOf(Shape.record(
                                            Field.required("name", Shape.text(), WORDS),
                                            Field.optional("version", Shape.text(), WORDS))),
                                    WORDS)),
                    WORDS));

    private House() {}
}
