package io.fieldstick.windows;

/**
 * A page of Windows on which a person does what no program may.
 *
 * @param target what Windows is asked to open: an address or a program of its own
 * @param arguments what that program gets; empty for an address
 */
public record WindowsPage(String target, String arguments) {}
