package io.fieldstick.windows;

/**
 * What Windows asks of the passwords of this computer's accounts: USER_MODALS_INFO_0 of lmaccess.h.
 *
 * @param maximumAge seconds; {@link #FOREVER} where a password never expires
 * @param minimumAge seconds
 * @param history how many former passwords must not be used again
 */
public record PasswordPolicy(int minimumLength, long maximumAge, long minimumAge, int history) {
    /** TIMEQ_FOREVER. */
    public static final long FOREVER = 0xFFFFFFFFL;
}
