package io.fieldstick.windows;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hardware address of a network adapter, written as Windows writes it: {@code 00-1A-2B-3C-4D-5E}. */
public record MacAddress(String text) {
    public static final int BYTES = 6;

    private static final Pattern BETWEEN = Pattern.compile("[-:. ]");
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{12}");
    private static final HexFormat HYPHENS = HexFormat.ofDelimiter("-").withUpperCase();

    /** The address that {@code written} is in any of the usual ways: with hyphens, colons, dots, blanks, or bare. */
    public static Optional<MacAddress> parse(String written) {
        String digits = BETWEEN.matcher(written.strip()).replaceAll("");
        return DIGITS.matcher(digits).matches()
                ? Optional.of(of(HexFormat.of().parseHex(digits.toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** The address of these {@value #BYTES} bytes. */
    public static MacAddress of(byte[] bytes) {
        return new MacAddress(HYPHENS.formatHex(bytes));
    }

    /** Whether it names one adapter: not all zeros, and no group of receivers (IEEE 802: lowest bit of the first byte). */
    public boolean isOfOneAdapter() {
        byte[] bytes = HYPHENS.parseHex(text);
        boolean zeros = text.equals("00-00-00-00-00-00");
        return !zeros && (bytes[0] & 1) == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
