package io.fieldstick.setting.hostname;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a profile by which host names are made.
 *
 * @param pattern as {@code BCIA-{dept}-{user}}
 * @param departments short codes by the department's name
 * @param ifTooLong the style that is tried where {@code style} gives more than Windows allows; empty: refused
 * @param numberIfTaken whether a name that another computer has gets a number; else it is refused
 */
public record NamingRules(
        String pattern,
        Map<String, String> departments,
        UserStyle style,
        LuSpelling lu,
        Optional<UserStyle> ifTooLong,
        boolean numberIfTaken) {
    public NamingRules {
        // In the order of the profile, by which names that differ in case only are told apart.
        departments = Collections.unmodifiableMap(new LinkedHashMap<>(departments));
    }

    /** The pattern with what holds where the profile says nothing more. */
    public static NamingRules of(String pattern, Map<String, String> departments, UserStyle style) {
        return new NamingRules(pattern, departments, style, LuSpelling.LV, Optional.empty(), false);
    }

    NamingRules writing(LuSpelling spelling) {
        return new NamingRules(pattern, departments, style, spelling, ifTooLong, numberIfTaken);
    }
}
