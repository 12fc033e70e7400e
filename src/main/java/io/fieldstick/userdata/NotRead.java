package io.fieldstick.userdata;

import io.fieldstick.windows.WindowsError;

/**
 * Something that could not be looked into, and why.
 *
 * @param where a path or a registry address
 */
public record NotRead(String where, WindowsError why) {}
