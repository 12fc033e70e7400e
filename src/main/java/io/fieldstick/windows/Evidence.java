package io.fieldstick.windows;

import io.fieldstick.message.Secrets;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen, and where: a registry address, a path or an offset on a disk, and the value found there as it was read.
 *
 * @param where an address that a person can look up again: {@code HKLM\SOFTWARE\X!Y}, {@code \\.\E: +0x200}
 * @param value what was there, in words or hexadecimal; not translated; of more than 1000 characters the first, and how
 *     many there are
 * @param since from when on it has been so at the latest, where Windows tells: a registry key says when it was last
 *     written
 */
public record Evidence(String where, String value, Kind kind, Optional<Instant> since) {

    /** What it means for the thing that it is evidence of. */
    public enum Kind {
        /** The value itself, as it is stored. */
        STORED,
        /** A policy, or another value that overrides it. */
        OVERRIDE,
        /** What Windows answered when it was asked what is in force. */
        EFFECTIVE
    }

    /** Nobody reads more of one value; a registry value may have megabytes. */
    private static final int LONGEST = 1000;

    /** Room for the words behind what was cut, so that nothing is cut twice. */
    private static final int REMARK = 20;

    public Evidence {
        // A PC may have a proxy with a password in its registry.
        value = shortened(value);
    }

    private static String shortened(String value) {
        if (value.length() <= LONGEST + REMARK) {
            return Secrets.hidden(value);
        }
        // Before it is cut: a half of a secret looks like none.
        String shown = Secrets.hidden(value.substring(0, Math.min(value.length(), 2 * LONGEST)));
        int cut = Character.isLowSurrogate(value.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
        return shown.substring(0, cut) + "... (" + value.length() + ")";
    }

    /** A stored value of which nobody knows since when it is so. */
    public Evidence(String where, String value) {
        this(where, value, Kind.STORED, Optional.empty());
    }

    /** What overrides the value. */
    public static Evidence override(String where, String value) {
        return new Evidence(where, value, Kind.OVERRIDE, Optional.empty());
    }

    /** What is in force. */
    public static Evidence effective(String where, String value) {
        return new Evidence(where, value, Kind.EFFECTIVE, Optional.empty());
    }

    /** The same, and since when it is so where {@code written} says that. */
    public Evidence since(Reading<Instant> written) {
        return new Evidence(where, value, kind, written.map(Optional::of).orElse(since));
    }
}
