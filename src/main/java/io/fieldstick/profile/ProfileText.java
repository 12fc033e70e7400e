package io.fieldstick.profile;

import io.fieldstick.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The text of a file, in whichever of the usual encodings it was saved.
 *
 * @param notes what is good to know about how it was decoded
 */
public record ProfileText(SourceText source, List<Message> notes) {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BE_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final String GBK = "GBK";

    static Optional<ProfileText> decode(String name, byte[] bytes, Problems problems) {
        if (startsWith(bytes, UTF_16_LE_MARK)) {
            return strict(name, bytes, 2, StandardCharsets.UTF_16LE, problems);
        }
        if (startsWith(bytes, UTF_16_BE_MARK)) {
            return strict(name, bytes, 2, StandardCharsets.UTF_16BE, problems);
        }
        if (hasZero(bytes)) {
            problems.add(notText(name));
            return Optional.empty();
        }
        int mark = startsWith(bytes, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        Optional<String> text = decoded(bytes, mark, StandardCharsets.UTF_8);
        return text.isPresent() ? checked(name, text.get(), List.of(), problems) : notUtf8(name, bytes, problems);
    }

    private static Optional<ProfileText> strict(
            String name, byte[] bytes, int from, Charset charset, Problems problems) {
        Optional<String> text = decoded(bytes, from, charset);
        if (text.isEmpty()) {
            problems.add(notText(name));
            return Optional.empty();
        }
        return checked(name, text.get(), List.of(), problems);
    }

    /** Notepad on a Chinese Windows before 10 saves GBK ("ANSI") unless told otherwise. */
    private static Optional<ProfileText> notUtf8(String name, byte[] bytes, Problems problems) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        if (isMostlyUtf8(lenient)) {
            SourceText source = SourceText.file(name, lenient);
            problems.add(Problem.of(Message.of("profile.text.broken-utf8"), placeOf(source, REPLACEMENT))
                    .help(Message.of("profile.text.save-as-utf8")));
            return Optional.empty();
        }
        Optional<String> text = Charset.isSupported(GBK) ? decoded(bytes, 0, Charset.forName(GBK)) : Optional.empty();
        if (text.isEmpty() || !looksChinese(text.get())) {
            problems.add(notText(name));
            return Optional.empty();
        }
        return checked(name, text.get(), List.of(Message.of("profile.text.read-as-gbk", name)), problems);
    }

    private static final int REPLACEMENT = 0xFFFD;

    /** A UTF-8 file with a broken byte decodes as GBK too, into nonsense; GBK seldom happens to be whole UTF-8 characters. */
    private static boolean isMostlyUtf8(String lenient) {
        long broken = lenient.codePoints().filter(c -> c == REPLACEMENT).count();
        long whole =
                lenient.codePoints().filter(c -> c > 0x7F && c != REPLACEMENT).count();
        return whole > 2 * broken;
    }

    private static boolean looksChinese(String text) {
        long beyondAscii = text.codePoints().filter(c -> c > 0x7F).count();
        long chinese = text.codePoints().filter(ProfileText::isChinese).count();
        return 2 * chinese >= beyondAscii && text.codePoints().allMatch(StreamReader::isPrintable);
    }

    private static boolean isChinese(int codePoint) {
        boolean punctuation =
                (codePoint >= 0x3000 && codePoint <= 0x303F) || (codePoint >= 0xFF01 && codePoint <= 0xFF5E);
        return punctuation || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static Optional<ProfileText> checked(String name, String text, List<Message> notes, Problems problems) {
        SourceText source = SourceText.file(name, text);
        Optional<Integer> bad = text.codePoints()
                .filter(c -> !StreamReader.isPrintable(c))
                .boxed()
                .findFirst();
        if (bad.isPresent()) {
            String code = String.format("U+%04X", bad.get());
            problems.add(Problem.of(Message.of("profile.text.character", code), placeOf(source, bad.get()))
                    .help(Message.of("profile.text.character-help")));
            return Optional.empty();
        }
        return Optional.of(new ProfileText(source, notes));
    }

    private static Span placeOf(SourceText source, int codePoint) {
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            int at = line.indexOf(codePoint);
            if (at >= 0) {
                return new Span(source, i + 1, line.codePointCount(0, at) + 1, 1);
            }
        }
        return Span.whole(source);
    }

    private static Problem notText(String name) {
        return Problem.of(Message.of("profile.text.binary", name), Span.whole(SourceText.file(name, "")))
                .help(Message.of("profile.text.save-as-utf8"));
    }

    private static Optional<String> decoded(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        boolean longEnough = bytes.length >= mark.length;
        return longEnough && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
