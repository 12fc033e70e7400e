package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;

/** What every profile begins with, whatever its sections are. */
final class ProfileHeader {
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String VALUES_FROM = "values-from";

    private static final List<Field> FIELDS = List.of(
            Field.required(NAME, Shape.text(), Message.of("profile.header.name")),
            Field.optional(DESCRIPTION, Shape.text(), Message.of("profile.header.description")),
            Field.optional(VALUES_FROM, Shape.text().example("site.yaml"), Message.of("profile.header.values-from")));

    private ProfileHeader() {}

    static boolean isField(String name) {
        return FIELDS.stream().anyMatch(field -> field.name().equals(name));
    }

    /** The shape of a whole profile with these sections. */
    static Shape.Record before(Shape.Record sections) {
        List<Field> all = new ArrayList<>(FIELDS);
        all.addAll(sections.fields());
        return new Shape.Record(all);
    }
}
