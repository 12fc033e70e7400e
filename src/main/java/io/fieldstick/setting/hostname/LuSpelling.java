package io.fieldstick.setting.hostname;

/** How the sound of 吕 is written without its two dots. */
public enum LuSpelling {
    /** As it is typed on a keyboard. */
    LV,
    /** As passports have it since 2012. */
    LYU;

    String write(String syllable) {
        return this == LV ? syllable : syllable.replace("v", "yu");
    }
}
