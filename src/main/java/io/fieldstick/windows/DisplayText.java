package io.fieldstick.windows;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A text that some installer wrote for people to read, brought to the form in which two of them can be compared. */
public final class DisplayText {
    /** Longer than any name of a real program: MSI's ProductName has at most 256 characters. */
    public static final int LONGEST = 512;

    private static final String WINDOWS_1252 = "windows-1252";
    private static final String GBK = "GBK";

    private DisplayText() {}

    /**
     * {@code raw} in NFKC (full-width letters become plain ones), every run of blanks and control characters one
     * space, none at the ends, invisible format characters dropped, cut at {@value #LONGEST} characters.
     */
    public static String clean(String raw) {
        String start = raw.length() > 2 * LONGEST ? raw.substring(0, 2 * LONGEST) : raw;
        StringBuilder clean = new StringBuilder(Math.min(start.length(), LONGEST));
        String normal = Normalizer.isNormalized(start, Normalizer.Form.NFKC)
                ? start
                : Normalizer.normalize(start, Normalizer.Form.NFKC);
        normal.codePoints().takeWhile(c -> clean.length() < LONGEST).forEach(c -> append(clean, c));
        return clean.toString().trim();
    }

    private static void append(StringBuilder clean, int c) {
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
        if (!blank && Character.getType(c) != Character.FORMAT) {
            clean.appendCodePoint(c);
        } else if (blank && !clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
            clean.append(' ');
        }
    }

    /**
     * {@code text}, or the Chinese that it was before an ANSI installer wrote its GBK bytes on a Windows with a
     * Western code page: {@code ±©·çÓ°Òô} was 暴风影音. Only where every accented letter is half of a common Chinese
     * character and there are two of those at least, which no European name is.
     */
    public static String unscrambled(String text) {
        if (text.length() > 2 * LONGEST
                || text.chars().filter(c -> c >= 0x80).count() < 4
                || !Charset.isSupported(GBK)) {
            return text;
        }
        try {
            ByteBuffer bytes = charsetThatHolds(text).newEncoder().encode(CharBuffer.wrap(text));
            boolean pairs = onlyCommonPairs(bytes);
            return pairs ? Charset.forName(GBK).newDecoder().decode(bytes).toString() : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static Charset charsetThatHolds(String text) {
        boolean latin1 = text.chars().allMatch(c -> c < 0x100);
        return latin1 ? StandardCharsets.ISO_8859_1 : Charset.forName(WINDOWS_1252);
    }

    /* GB 2312's characters proper: first byte B0 to F7, second A1 to FE; rarer ones would admit European words. */
    private static boolean onlyCommonPairs(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            int first = bytes.get(i) & 0xFF;
            if (first >= 0x80) {
                int second = i + 1 < bytes.limit() ? bytes.get(i + 1) & 0xFF : 0;
                if (first < 0xB0 || first > 0xF7 || second < 0xA1 || second == 0xFF) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
