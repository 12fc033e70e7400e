package io.fieldstick.windows.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * DYNAMIC_TIME_ZONE_INFORMATION of timezoneapi.h as bytes, made of what the registry says of a time zone.
 *
 * <p>Its value {@code TZI} is REG_TZI_FORMAT (MS docs: TIME_ZONE_INFORMATION): three biases, the date on which standard
 * time begins, and the one on which daylight time begins.
 */
final class TimeZoneRecord {
    static final int BYTES = 432;

    private static final int TZI_BYTES = 44;
    private static final int DATE_BYTES = 16;
    private static final int NAME_UNITS = 32;
    private static final int KEY_UNITS = 128;

    private static final int STANDARD_NAME = 4;
    private static final int STANDARD_DATE = 68;
    private static final int STANDARD_BIAS = 84;
    private static final int DAYLIGHT_NAME = 88;
    private static final int DAYLIGHT_DATE = 152;
    private static final int DAYLIGHT_BIAS = 168;
    private static final int KEY = 172;
    private static final int DAYLIGHT_OFF = 428;

    private TimeZoneRecord() {}

    /** The record; empty where {@code tzi} has another length than it should, or {@code key} does not fit. */
    static Optional<byte[]> of(String key, boolean daylightTimeOff, byte[] tzi, String standard, String daylight) {
        if (tzi.length != TZI_BYTES || key.length() >= KEY_UNITS) {
            return Optional.empty();
        }
        ByteBuffer from = ByteBuffer.wrap(tzi).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0, from.getInt(0));
        out.putInt(STANDARD_BIAS, from.getInt(4));
        out.putInt(DAYLIGHT_BIAS, from.getInt(8));
        out.put(STANDARD_DATE, tzi, 12, DATE_BYTES);
        out.put(DAYLIGHT_DATE, tzi, 12 + DATE_BYTES, DATE_BYTES);
        text(out, STANDARD_NAME, NAME_UNITS, standard);
        text(out, DAYLIGHT_NAME, NAME_UNITS, daylight);
        text(out, KEY, KEY_UNITS, key);
        out.put(DAYLIGHT_OFF, (byte) (daylightTimeOff ? 1 : 0));
        return Optional.of(out.array());
    }

    /** The names are only for show and end where their place does; the last unit stays NUL. */
    private static void text(ByteBuffer out, int offset, int units, String text) {
        String fitting = text.substring(0, Math.min(text.length(), units - 1));
        out.put(offset, fitting.getBytes(StandardCharsets.UTF_16LE));
    }

    static String key(byte[] bytes) {
        String text = new String(Arrays.copyOfRange(bytes, KEY, DAYLIGHT_OFF), StandardCharsets.UTF_16LE);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    static boolean daylightTimeOff(byte[] bytes) {
        return bytes[DAYLIGHT_OFF] != 0;
    }
}
