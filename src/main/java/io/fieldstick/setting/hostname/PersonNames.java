package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spells the names of people in letters: Chinese names, Latin names, and letters that are already a spelling. */
final class PersonNames {
    /** Longer than any name of a real person that is meant for a host name of 15 characters. */
    private static final int LONGEST = 60;

    private static final Pattern READY = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan} ·.]+[0-9]*");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M} .,'’·-]+");
    /** The dots between the parts of Uyghur, Kazakh and foreign names, as input methods write them. */
    private static final Pattern MIDDLE_DOT = Pattern.compile("[·•‧∙⋅・･]");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ChineseNames chinese;
    private final LatinNames latin;

    private PersonNames(ChineseNames chinese, LatinNames latin) {
        this.chinese = chinese;
        this.latin = latin;
    }

    static PersonNames load(LuSpelling lu) {
        Pinyin pinyin = Pinyin.load();
        Surnames surnames = Surnames.load(pinyin);
        return new PersonNames(new ChineseNames(pinyin, surnames, lu), new LatinNames(surnames, lu));
    }

    /** Whether {@code user} needs no spelling, so that no table has to be loaded for it. */
    static boolean isReady(String user) {
        return READY.matcher(user).matches();
    }

    /**
     * Spells {@code name} in {@code style}; what cannot be spelt is a problem that says why.
     *
     * @param surname how a surname in Chinese characters is read; empty where the commonest reading will do
     */
    Spelling spell(String name, UserStyle style, Optional<String> surname) {
        if (name.length() > LONGEST) {
            return Spelling.problem(Message.of("host-name.problem.name-long", name.length(), LONGEST));
        }
        String clean = clean(name);
        if (HAN.matcher(clean).matches() && clean.codePoints().anyMatch(Character::isIdeographic)) {
            // Registers that know no middle dot have a full stop, in either width.
            return chinese.spell(clean.replace('.', '·'), style, surname);
        }
        if (LATIN.matcher(clean).matches() && clean.codePoints().anyMatch(Character::isLetter)) {
            return latin.spell(clean, style);
        }
        return Spelling.problem(Message.of("host-name.problem.name-mixed", clean));
    }

    private static String clean(String name) {
        String dotted = MIDDLE_DOT.matcher(name).replaceAll("·");
        String normal = Normalizer.normalize(dotted, Normalizer.Form.NFKC);
        return BLANKS.matcher(normal).replaceAll(" ").strip();
    }
}
