package io.fieldstick.windows;

/** Where the current comes from. */
public enum PowerSource {
    PLUGGED_IN,
    BATTERY
}
