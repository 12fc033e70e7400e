package io.fieldstick.windows;

/**
 * When an account is locked after wrong passwords: USER_MODALS_INFO_3 of lmaccess.h.
 *
 * @param duration seconds for which it stays locked
 * @param window seconds after which wrong passwords are forgotten
 * @param threshold so many wrong passwords lock it; 0 is never
 */
public record LockoutPolicy(long duration, long window, int threshold) {}
