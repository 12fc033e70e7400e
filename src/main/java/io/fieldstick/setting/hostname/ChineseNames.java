package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spells names in Chinese characters. */
final class ChineseNames {
    /**
     * Characters of given names that are read in two ways with different first letters, each followed by the first
     * letter of its rarer reading.
     */
    private static final String TWO_INITIALS = "重c长c長c乐y樂y行h朝z盛c曾z单s單s晟c茜x炅g藏z覃q调t調t降x莞w偲s伽q颉x頡j溱z玚c瑒y厦x廈x莘x";

    /** A dot there joins nothing. */
    private static final Pattern DOTS_AROUND = Pattern.compile("^[ ·]+|[ ·]+$");

    private static final Pattern DIGITS_AT_END = Pattern.compile("[0-9]*$");

    private static final Pattern LETTERS = Pattern.compile("[a-z]{1,20}");
    private static final Pattern TONES = Pattern.compile("\\p{M}");

    private final Pinyin pinyin;
    private final Surnames surnames;
    private final LuSpelling lu;

    ChineseNames(Pinyin pinyin, Surnames surnames, LuSpelling lu) {
        this.pinyin = pinyin;
        this.surnames = surnames;
        this.lu = lu;
    }

    /**
     * Spells {@code name}, which is Chinese characters, blanks, middle dots, and perhaps digits at its end.
     *
     * @param reading how the surname is read, as somebody who knows has said
     */
    Spelling spell(String name, UserStyle style, Optional<String> reading) {
        String letters = DIGITS_AT_END.matcher(name).replaceFirst("");
        String digits = name.substring(letters.length());
        String characters = DOTS_AROUND.matcher(letters).replaceAll("");
        Optional<String> unknown = characters
                .codePoints()
                .filter(c -> c != ' ' && c != '·' && pinyin.of(c).isEmpty())
                .mapToObj(Character::toString)
                .findFirst();
        if (unknown.isPresent()) {
            return Spelling.problem(Message.of("host-name.problem.no-pinyin", unknown.get(), name));
        }
        return characters.indexOf('·') >= 0
                ? dotted(characters, digits, style)
                : surnameFirst(characters, digits, style, reading);
    }

    /** Without a surname: of the first part all, of each other part the first letter. */
    private Spelling dotted(String name, String digits, UserStyle style) {
        List<String> parts = Pattern.compile("·")
                .splitAsStream(name.replace(" ", ""))
                .filter(part -> !part.isEmpty())
                .toList();
        String first = parts.isEmpty() ? "" : parts.get(0);
        String rest = parts.stream()
                .skip(1)
                .map(part -> initials(part).substring(0, 1))
                .collect(Collectors.joining());
        String text = style == UserStyle.INITIALS
                ? parts.stream().map(this::initials).collect(Collectors.joining())
                : full(first) + rest;
        return Spelling.of(text + digits, Message.of("host-name.step.dotted", name, text + digits));
    }

    private Spelling surnameFirst(String name, String digits, UserStyle style, Optional<String> reading) {
        Optional<String> letters = reading.map(ChineseNames::letters);
        if (letters.isPresent() && !LETTERS.matcher(letters.get()).matches()) {
            return Spelling.problem(Message.of("host-name.problem.reading", reading.orElse("")));
        }
        int blank = name.indexOf(' ');
        boolean divided = blank > 0 && blank == name.lastIndexOf(' ');
        String whole = name.replace(" ", "");
        String surname = divided ? name.substring(0, blank) : surnames.startOf(whole);
        Told told = new Told(surname, whole.substring(surname.length()), digits, style, letters);
        surnames.insteadOf(surname, whole)
                .filter(other -> !divided && letters.isEmpty())
                .ifPresent(other -> told.askWhereTheSurnameEnds(
                        other, new Told(other, whole.substring(other.length()), digits, style, letters)));
        return told.spelling();
    }

    /** As in the table of readings: no capitals, no tones, v for the letter u with two dots. */
    private static String letters(String reading) {
        String dots = Normalizer.normalize(reading.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("u\u0308", "v");
        return TONES.matcher(dots).replaceAll("");
    }

    private String full(String characters) {
        return characters.codePoints().mapToObj(this::syllable).collect(Collectors.joining());
    }

    private String initials(String characters) {
        return characters
                .codePoints()
                .mapToObj(c -> syllable(c).substring(0, 1))
                .collect(Collectors.joining());
    }

    private String syllable(int character) {
        return lu.write(pinyin.of(character).orElse("?"));
    }

    /** One name on its way, with its account. */
    private final class Told {
        private final String surname;
        private final String given;
        private final String digits;
        private final UserStyle style;
        private final Optional<String> said;
        private final List<String> readings;
        private final List<Message> steps = new ArrayList<>();
        private final List<Message> doubts = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        Told(String surname, String given, String digits, UserStyle style, Optional<String> said) {
            this.surname = surname;
            this.given = given;
            this.digits = digits;
            this.style = style;
            List<String> known = surnames.readingsOf(surname);
            this.said = said;
            this.readings = said.map(List::of).orElse(known.isEmpty() ? List.of(full(surname)) : known);
        }

        private String text() {
            return with(readings.get(0), initials(given));
        }

        /** {@code other} is what the name would be with that surname instead. */
        void askWhereTheSurnameEnds(String otherSurname, Told other) {
            if (!other.text().equals(text())) {
                others.add(other.text());
                doubts.add(Message.of("host-name.doubt.compound", surname, otherSurname, other.text()));
            }
        }

        Spelling spelling() {
            String text = text();
            String how = said.isPresent() ? "host-name.step.surname-said" : "host-name.step.surname";
            steps.add(Message.of(how, surname, lu.write(readings.get(0))));
            if (!given.isEmpty()) {
                steps.add(Message.of("host-name.step.given", given, initials(given)));
            }
            if (!digits.isEmpty()) {
                steps.add(Message.of("host-name.step.digits", digits));
            }
            askAboutSurname(text);
            given.codePoints().forEach(this::askAboutGiven);
            Optional<SurnameChoice> choice = readings.size() > 1
                    ? Optional.of(new SurnameChoice(
                            surname, readings.stream().map(lu::write).toList()))
                    : Optional.empty();
            return new Spelling(text, steps, doubts, others.stream().distinct().toList(), choice, List.of());
        }

        private void askAboutSurname(String text) {
            List<String> rarer = readings.stream()
                    .skip(1)
                    .map(reading -> with(reading, initials(given)))
                    .filter(other -> !other.equals(text))
                    .toList();
            if (!rarer.isEmpty()) {
                others.addAll(rarer);
                List<String> written = readings.stream().map(lu::write).toList();
                String all = String.join(", ", written);
                doubts.add(Message.of("host-name.doubt.surname", surname, all, written.get(0), written.get(1)));
            }
            List<String> known = surnames.readingsOf(surname);
            if (known.isEmpty()) {
                doubts.add(Message.of("host-name.doubt.not-a-surname", surname));
            } else if (said.isPresent() && !isOneOf(known, said.get())) {
                String all = String.join(", ", known.stream().map(lu::write).toList());
                doubts.add(Message.of("host-name.doubt.reading", surname, said.get(), all));
            }
        }

        private boolean isOneOf(List<String> known, String reading) {
            return known.stream().anyMatch(one -> lu.write(one).equals(lu.write(reading)));
        }

        private void askAboutGiven(int character) {
            String written = Character.toString(character);
            int at = TWO_INITIALS.indexOf(written);
            if (at >= 0) {
                String rarer = TWO_INITIALS.substring(at + 1, at + 2);
                String common = initials(written);
                String other = with(readings.get(0), initialsWith(character, rarer));
                others.add(other);
                doubts.add(Message.of("host-name.doubt.given", written, common, rarer, other));
            }
        }

        private String initialsWith(int character, String initial) {
            return given.codePoints()
                    .mapToObj(c -> c == character ? initial : initials(Character.toString(c)))
                    .collect(Collectors.joining());
        }

        private String with(String reading, String givenInitials) {
            String start = style == UserStyle.INITIALS ? surnameInitials(reading) : lu.write(reading);
            return start + givenInitials + digits;
        }

        /** One letter per character; of a single one that of its reading as a surname. */
        private String surnameInitials(String reading) {
            boolean single = surname.codePointCount(0, surname.length()) == 1;
            return single
                    ? reading.substring(0, 1)
                    : reading.charAt(0) + initials(surname).substring(1);
        }
    }
}
