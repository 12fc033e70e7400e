package io.fieldstick.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the firmware says of the computer, as GetSystemFirmwareTable('RSMB') gives it: RawSMBIOSData (MS docs), then the
 * structures of DMTF's DSP0134.
 */
public final class Smbios {
    /** RawSMBIOSData: four bytes of versions, and the length of what follows. */
    private static final int LENGTH = 4;

    private static final int HEADER_BYTES = 8;

    /** DSP0134 7.2, "System Information (Type 1)": the number of the string that is the serial number. */
    private static final int SYSTEM_INFORMATION = 1;

    private static final int SERIAL_NUMBER = 7;
    private static final int END_OF_TABLE = 127;

    /** What makers leave in boards that nobody gave a number. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "to be filled by o.e.m.",
            "to be filled by o.e.m",
            "default string",
            "system serial number",
            "serial number",
            "chassis serial number",
            "base board serial number",
            "o.e.m.",
            "oem",
            "none",
            "n/a",
            "na",
            "not specified",
            "not applicable",
            "not available",
            "unknown",
            "invalid",
            "empty",
            "123456789",
            "1234567890",
            "0123456789");

    /** One character again and again: zeros, F, X, blanks, dots. */
    private static final Pattern REPEATED = Pattern.compile("(.)\\1*");

    private Smbios() {}

    /** The serial number of the computer; empty where it has none or a placeholder, or the table is damaged before it. */
    public static Optional<String> serialNumber(byte[] raw) {
        if (raw.length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer table = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        long told = HEADER_BYTES + Integer.toUnsignedLong(table.getInt(LENGTH));
        int end = (int) Math.min(raw.length, told);
        int at = HEADER_BYTES;
        while (at + 4 <= end) {
            int type = raw[at] & 0xFF;
            int length = raw[at + 1] & 0xFF;
            if (length < 4 || at + length > end || type == END_OF_TABLE) {
                return Optional.empty();
            }
            if (type == SYSTEM_INFORMATION) {
                return length > SERIAL_NUMBER
                        ? string(raw, at + length, end, raw[at + SERIAL_NUMBER] & 0xFF)
                                .filter(serial -> !isPlaceholder(serial))
                        : Optional.empty();
            }
            at = afterStrings(raw, at + length, end);
        }
        return Optional.empty();
    }

    /** Whether {@code serial} is what many computers have for a number. */
    public static boolean isPlaceholder(String serial) {
        String plain = serial.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                || PLACEHOLDERS.contains(plain)
                || REPEATED.matcher(plain).matches();
    }

    /** The string of that number, counted from 1, of those that begin {@code at}. */
    private static Optional<String> string(byte[] raw, int at, int end, int number) {
        int start = at;
        for (int n = 1; n < number; n++) {
            if (start >= end || raw[start] == 0) {
                return Optional.empty(); // the empty string ends them: what follows is another structure's
            }
            start = afterNul(raw, start, end);
        }
        int stop = start;
        while (stop < end && raw[stop] != 0) {
            stop++;
        }
        boolean there = number > 0 && stop < end && stop > start;
        return there
                ? Optional.of(new String(raw, start, stop - start, StandardCharsets.ISO_8859_1).strip())
                : Optional.empty();
    }

    private static int afterNul(byte[] raw, int at, int end) {
        int next = at;
        while (next < end && raw[next] != 0) {
            next++;
        }
        return Math.min(end, next + 1);
    }

    /** Strings end with an empty one; a structure without strings has two NULs. */
    private static int afterStrings(byte[] raw, int at, int end) {
        int next = at;
        while (next + 1 < end && (raw[next] != 0 || raw[next + 1] != 0)) {
            next++;
        }
        return next + 2;
    }
}
