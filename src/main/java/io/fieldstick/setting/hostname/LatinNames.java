package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spells names in Latin letters: accents dropped, the surname found. */
final class LatinNames {
    /** Letters that Unicode does not take apart into a plain letter and an accent. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("ħ", "h"));

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}|['’]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z .,·-]");

    /** 吕 in letters, before its two dots are dropped as those of Müller are. */
    private static final Pattern LU = Pattern.compile("^l[üǖǘǚǜ](?=[ ,]|$)");

    private final Surnames surnames;
    private final LuSpelling lu;

    LatinNames(Surnames surnames, LuSpelling lu) {
        this.surnames = surnames;
        this.lu = lu;
    }

    /** Spells {@code name}; the surname stands before a comma, else last, but a Chinese surname may stand first. */
    Spelling spell(String name, UserStyle style) {
        String plain = plain(name);
        if (NOT_PLAIN.matcher(plain).find()) {
            return Spelling.problem(Message.of("host-name.problem.name-mixed", name));
        }
        int comma = plain.indexOf(',');
        String turned = comma < 0 ? plain : plain.substring(comma + 1) + " " + plain.substring(0, comma);
        List<String> words = words(comma < 0 ? plain : turned);
        if (words.size() < 2) {
            String text = String.join("", words);
            return text.isEmpty()
                    ? Spelling.problem(Message.of("host-name.problem.name-mixed", name))
                    : Spelling.of(text, Message.of("host-name.step.latin-word", name, text));
        }
        return comma < 0 && surnames.isReading(words.get(0)) ? chineseOrder(words, style) : surnameLast(words, style);
    }

    private static Spelling surnameLast(List<String> words, UserStyle style) {
        int last = words.size() - 1;
        String text = join(words.get(last), words.subList(0, last), style);
        return Spelling.of(text, Message.of("host-name.step.latin", words.get(last), text));
    }

    private Spelling chineseOrder(List<String> words, UserStyle style) {
        String text = join(words.get(0), words.subList(1, words.size()), style);
        Message step = Message.of("host-name.step.latin", words.get(0), text);
        String other = surnameLast(words, style).text();
        Message doubt = Message.of("host-name.doubt.order", words.get(0), other);
        return new Spelling(text, List.of(step), List.of(doubt), List.of(other), Optional.empty(), List.of());
    }

    private static String join(String surname, List<String> given, UserStyle style) {
        String initials = given.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return style == UserStyle.INITIALS ? surname.charAt(0) + initials : surname + initials;
    }

    private String plain(String name) {
        String lower = LU.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst(lu.write("lv"));
        for (Map.Entry<String, String> letter : PLAIN.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    private static List<String> words(String plain) {
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
