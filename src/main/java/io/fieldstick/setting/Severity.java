package io.fieldstick.setting;

/** What it means for the visit that a setting differs: only an error makes {@code verify} fail. */
public enum Severity {
    ERROR("error"),
    WARNING("warning"),
    INFO("info");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As it is written in a profile. */
    public String word() {
        return word;
    }

    /** The severity that is written as {@code word}, which is one of {@link #word()}. */
    static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("no severity: " + word);
    }
}
