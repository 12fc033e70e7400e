package io.fieldstick.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that somebody wrote where none belongs: nothing of this program asks for one, so wherever one is seen it is hidden
 * before it is shown or logged.
 */
public final class Secrets {
    /** What must not be followed by a value. */
    public static final String NAMES = "password|passwd|pwd|secret|token|密码|口令";

    private static final String KEYS =
            "pidkey|product-?_?key|serial(?:-?_?(?:number|no|key))?|licen[cs]e-?_?key|api-?_?key|cd-?_?key"
                    + "|activation-?_?(?:key|code)|registration-?_?(?:key|code)";
    /** Bounded, as all that may be repeated after a place where a match may begin: a text of a megabyte is searched in no time. */
    private static final String REST_OF_NAME = "[\\w-]{0,64}";

    private static final String QUOTE = "\\\\?[\"']?";
    /** Where a switch begins: not within a path. */
    private static final String SWITCH = "(?<![^\\s\"'`=])(?:/|--?)";

    private static final String NAMED_SWITCH = SWITCH + "(?:[\\w-]*(?:" + NAMES + "|" + KEYS + ")|pw|p)(?:[:=]|\\s+)";

    /** Before the value of a switch that is none where it is a path or another switch. */
    private static final String NO_PATH = "(?![/%.-]|[a-z]:[\\\\/]|\\\\)";

    private static final List<Pattern> PLACES = List.of(
            // RFC 3986: the password in the authority of a URL; its user may be empty. The last @ ends it, as people
            // do not always escape one in it.
            Pattern.compile("//[^\\s/@\\\\:]*:([^\\s/\\\\]+)@"),
            // The same before a server and its port, with or without a scheme, as people write proxies: slashes are not
            // escaped.
            Pattern.compile("[^\\s/@\\\\:=]:(?!//)([^\\s\\\\]{1,128})@[^\\s@/:]{1,128}:\\d"),
            Pattern.compile("(?i)(?:" + NAMES + ")" + REST_OF_NAME + "=" + QUOTE + "([^\\s\"'`]+)"),
            // The keys that installers take as properties: PIDKEY of Office, SERIALNUMBER, LICENSE_KEY.
            Pattern.compile("(?i)(?:" + KEYS + ")" + REST_OF_NAME + "=" + QUOTE + "([^\\s\"'`]+)"),
            // A switch and its value: /password:x, -pw x, --token x, -p x; a value that is a path is none.
            Pattern.compile("(?i)" + NAMED_SWITCH + QUOTE + NO_PATH + "([^\\s\"'`]+)"),
            // A value in quotes may have blanks.
            Pattern.compile("(?i)(?:" + NAMES + "|" + KEYS + ")" + REST_OF_NAME + "=\\\\?\"+([^\"\\\\]+)"),
            Pattern.compile("(?i)" + NAMED_SWITCH + "\\\\?\"" + NO_PATH + "([^\"\\\\]+)"),
            // The same glued together in quotes: /p"x".
            Pattern.compile("(?i)" + SWITCH + "p(?:w|wd)?\"([^\"]+)\""));

    private static final Pattern NAME_OF_SECRET = Pattern.compile("(?i)(?:" + NAMES + "|" + KEYS + ")$");

    private Secrets() {}

    /** Whether what is called {@code name} is a secret by its name: {@code DefaultPassword}, {@code ProductKey}. */
    public static boolean isNamedBy(String name) {
        return NAME_OF_SECRET.matcher(name).find();
    }

    /** {@code text} with an asterisk for each character of a secret, so that what points into it still does. */
    public static String hidden(String text) {
        if (text.indexOf('@') < 0 && text.indexOf('=') < 0 && text.indexOf('/') < 0 && text.indexOf('-') < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text);
        for (Pattern place : PLACES) {
            Matcher found = place.matcher(text);
            while (found.find()) {
                for (int i = found.start(1); i < found.end(1); i++) {
                    shown.setCharAt(i, '*');
                }
            }
        }
        return shown.toString();
    }

    /**
     * Which of {@code bytes} are of a secret in them: of a text in ASCII, or in UTF-16LE from an even or an odd place. A NUL
     * ends a text.
     */
    public static BitSet in(byte[] bytes) {
        BitSet secret = new BitSet();
        mark(new String(bytes, StandardCharsets.ISO_8859_1), 0, 1, secret);
        for (int from = 0; from < Math.min(2, bytes.length); from++) {
            // No charset, which makes one character of four bytes where they are no text.
            ByteBuffer wide = ByteBuffer.wrap(bytes, from, bytes.length - from).order(ByteOrder.LITTLE_ENDIAN);
            mark(wide.asCharBuffer().toString(), from, 2, secret);
        }
        return secret;
    }

    private static void mark(String characters, int from, int width, BitSet secret) {
        String text = characters.replace('\0', '\n');
        String shown = hidden(text);
        for (int i = 0; i < text.length(); i++) {
            if (shown.charAt(i) != text.charAt(i)) {
                secret.set(from + i * width, from + (i + 1) * width);
            }
        }
    }
}
