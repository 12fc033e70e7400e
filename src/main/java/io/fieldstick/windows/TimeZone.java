package io.fieldstick.windows;

/**
 * The time zone of the computer.
 *
 * @param key its name below {@code Time Zones} in the registry, the same in every language: {@code China Standard Time}
 * @param daylightTimeOff whether somebody has switched daylight saving time off for it
 */
public record TimeZone(String key, boolean daylightTimeOff) {}
