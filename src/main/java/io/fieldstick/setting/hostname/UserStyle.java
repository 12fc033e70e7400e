package io.fieldstick.setting.hostname;

/** How a person's name is shortened to the user part of a host name; the profile's {@code user-style}. */
public enum UserStyle {
    /** The surname in full and the first letters of the given name: 欧阳小红 is {@code ouyangxh}. */
    SURNAME_INITIALS("surname-initials"),
    /** First letters only: 欧阳小红 is {@code oyxh}. */
    INITIALS("initials");

    private final String word;

    UserStyle(String word) {
        this.word = word;
    }

    /** Its name in the profile. */
    public String word() {
        return word;
    }
}
