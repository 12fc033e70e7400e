package io.fieldstick.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of every message in one {@link Language}; an area's file is read when its first message is shown. */
public final class Messages {
    private final Language language;
    private final Map<String, Properties> areas = new ConcurrentHashMap<>();

    private Messages(Language language) {
        this.language = language;
    }

    public static Messages in(Language language) {
        return new Messages(language);
    }

    public Language language() {
        return language;
    }

    /** The words of {@code message} with its arguments in place; the bare key where there are none. */
    public String text(Message message) {
        String pattern = words(message.key());
        return pattern == null ? message.key() : fill(pattern, message);
    }

    private @Nullable String words(String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? null
                : areas.computeIfAbsent(key.substring(0, dot), this::read).getProperty(key);
    }

    private Properties read(String area) {
        Properties words = new Properties();
        String file = area + "_" + language.code() + ".properties";
        try {
            Optional<InputStream> found = ProgramResource.find(Messages.class, file);
            if (found.isPresent()) {
                words.load(new InputStreamReader(found.get(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** As {@link #text(Message)}, for a message that is made on the spot. */
    public String text(String key, Object... arguments) {
        return text(Message.of(key, arguments));
    }

    /*
     * Not java.text.MessageFormat: it eats single quotes, groups digits by locale and loads the number formats at
     * start-up; here every argument is shown as it is.
     */
    private String fill(String pattern, Message message) {
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            int place = close < 0 ? -1 : placeNumber(pattern, open + 1, close);
            if (place < 0 || place >= message.arguments().size()) {
                text.append(pattern, from, open + 1);
                from = open + 1;
            } else {
                text.append(pattern, from, open)
                        .append(argument(message.arguments().get(place)));
                from = close + 1;
            }
        }
        return Secrets.hidden(text.append(pattern, from, pattern.length()).toString());
    }

    private static int placeNumber(String pattern, int start, int end) {
        boolean oneDigit = end == start + 1 && Character.isDigit(pattern.charAt(start));
        return oneDigit ? pattern.charAt(start) - '0' : -1;
    }

    private String argument(Object argument) {
        return argument instanceof Message nested ? text(nested) : String.valueOf(argument);
    }
}
