package io.fieldstick.setting.hostname;

/** How the sound of 吕 and 女 is written without its two dots; the profile's {@code u-umlaut}. */
public enum LuSpelling {
    /** As it is typed on a keyboard. */
    LV("lv", "v"),
    /** As passports have it since 2012. */
    LYU("lyu", "yu"),
    /** With the dots left out, as bank cards often have it. */
    LU("lu", "u");

    private final String word;
    private final String vowel;

    LuSpelling(String word, String vowel) {
        this.word = word;
        this.vowel = vowel;
    }

    /** Its name in the profile: how it writes 吕. */
    public String word() {
        return word;
    }

    String write(String syllable) {
        return syllable.replace("v", vowel);
    }
}
