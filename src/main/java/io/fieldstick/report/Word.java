package io.fieldstick.report;

import io.fieldstick.windows.WindowsError;
import java.util.Locale;

/** The name of an enum's constant as programs read it, which is also how its message key ends: {@code behind-link}. */
final class Word {
    private Word() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of the words before the code of {@code refused}, which say whose code it is. */
    static String whoseCode(WindowsError refused) {
        return refused.teller() == WindowsError.Teller.PROGRAM ? "report.exit-code" : "report.windows";
    }
}
