package io.fieldstick.report;

import java.util.Locale;

/** The name of an enum's constant as programs read it, which is also how its message key ends: {@code behind-link}. */
final class Word {
    private Word() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
