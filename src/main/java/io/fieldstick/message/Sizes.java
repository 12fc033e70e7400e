package io.fieldstick.message;

import java.util.Locale;

/** Sizes as Windows's Explorer shows them: in units of 1024, three digits that count. */
public final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    private Sizes() {}

    /** {@code 0 B}, {@code 999 B}, {@code 1.23 MB}, {@code 45.6 GB}. */
    public static String of(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        if (unit == 0) {
            return bytes + " B";
        }
        int digits = amount < 10 ? 2 : amount < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + digits + "f %s", amount, UNITS[unit]);
    }
}
