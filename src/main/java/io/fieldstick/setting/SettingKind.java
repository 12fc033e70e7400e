package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import java.util.List;

/**
 * A kind of setting as the catalogue knows it: its section of the profile, and how a section becomes settings.
 *
 * @param section the key in the profile, kebab-case; the settings' names begin with it
 * @param shape what the section may look like
 * @param description one sentence for editors and the reference page
 */
public record SettingKind(String section, Shape shape, Message description, Maker maker) {

    /** Makes the settings of a section. */
    public interface Maker {
        /**
         * The settings that {@code section} asks for.
         *
         * @param answers what the engineer said of this workstation: department, user
         * @param problems where what the shape cannot see is reported; a setting in trouble is left out
         */
        List<Setting<?>> make(Value section, Answers answers, List<Problem> problems);
    }

    Field field() {
        return Field.optional(section, shape, description);
    }
}
