package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workstation must be: the sections of one profile file, each of the shape that was asked for.
 *
 * @param sections by their keys, in the order in which they are written; deselected ones too
 * @param notes what is good to know about how the file was read
 * @param examples site values that are still examples but used only by deselected sections
 */
public record Profile(
        String name,
        Optional<String> description,
        Path file,
        Map<String, Value> sections,
        List<Message> notes,
        List<Problem> examples) {
    public Profile {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        notes = List.copyOf(notes);
        examples = List.copyOf(examples);
    }

    public Optional<Value> section(String key) {
        return Optional.ofNullable(sections.get(key));
    }
}
