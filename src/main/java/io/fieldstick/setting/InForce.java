package io.fieldstick.setting;

/** When a change is in force; each beats the ones before it. */
public enum InForce {
    NOW,
    AFTER_SIGN_IN,
    AFTER_RESTART;

    /** The later of the two. */
    public InForce and(InForce other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
