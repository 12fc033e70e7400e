package io.fieldstick.windows;

/**
 * What was seen, and where: a registry address, a path or an offset on a disk, and the value found there as it was read.
 *
 * @param where an address that a person can look up again: {@code HKLM\SOFTWARE\X!Y}, {@code \\.\E: +0x200}
 * @param value what was there, in words or hexadecimal; not translated
 */
public record Evidence(String where, String value) {}
