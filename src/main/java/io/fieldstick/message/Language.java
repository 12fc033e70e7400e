package io.fieldstick.message;

import java.util.Locale;

/** A language that every message is written in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639 code: the value of {@code --lang} and the ending of the message file. */
    public String code() {
        return code;
    }

    /** Chinese for every Chinese locale, English for any other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(CHINESE.code) ? CHINESE : ENGLISH;
    }
}
