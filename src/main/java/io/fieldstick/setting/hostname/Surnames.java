package io.fieldstick.setting.hostname;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The surnames that this program knows, compound ones among them, and how they are read as surnames. */
final class Surnames {
    private static final String READ_AS_THE_WORD = "=";
    private static final String PERHAPS_SHORTER = "?";
    private static final String LIKELY_SHORTER = "??";
    private static final int LONGEST = 4;

    private final Map<String, List<String>> readings = new HashMap<>();
    private final Set<String> inLatin = new HashSet<>();
    private final Set<String> perhapsShorter = new HashSet<>();
    private final Set<String> likelyShorter = new HashSet<>();

    private Surnames(Pinyin pinyin) {
        for (String line : Pinyin.lines("surnames.txt")) {
            if (!line.startsWith("#")) {
                add(line.split(" "), pinyin);
            }
        }
        readings.values().forEach(inLatin::addAll);
        perhapsShorter.addAll(likelyShorter);
        Set.copyOf(inLatin).forEach(reading -> inLatin.add(LuSpelling.LYU.write(reading)));
    }

    private void add(String[] line, Pinyin pinyin) {
        List<String> surnames = List.of(line).subList(1, line.length);
        switch (line[0]) {
            case READ_AS_THE_WORD ->
                line[1].codePoints()
                        .forEach(han -> pinyin.of(han)
                                .ifPresent(syllable -> readings.put(Character.toString(han), List.of(syllable))));
            case PERHAPS_SHORTER -> perhapsShorter.addAll(surnames);
            case LIKELY_SHORTER -> likelyShorter.addAll(surnames);
            default -> {
                List<String> read = List.of(line[0].split("\\|"));
                surnames.forEach(surname -> readings.put(surname, read));
            }
        }
    }

    static Surnames load(Pinyin pinyin) {
        return new Surnames(pinyin);
    }

    /**
     * The characters of {@code name} that are its surname: the longest known one that leaves a given name, else the
     * first character.
     */
    String startOf(String name) {
        int[] characters = name.codePoints().toArray();
        for (int length = Math.min(LONGEST, characters.length - 1); length > 1; length--) {
            String start = new String(characters, 0, length);
            boolean rare = characters.length == length + 1 && likelyShorter.contains(start);
            if (readings.containsKey(start) && !rare) {
                return start;
            }
        }
        return new String(characters, 0, 1);
    }

    /** The surname that {@code name} may as well begin with instead of {@code surname}; empty where there is none. */
    Optional<String> insteadOf(String surname, String name) {
        int[] characters = name.codePoints().toArray();
        String two = new String(characters, 0, Math.min(2, characters.length));
        if (characters.length < 3 || !perhapsShorter.contains(two)) {
            return Optional.empty();
        }
        return Optional.of(surname.equals(two) ? new String(characters, 0, 1) : two);
    }

    /** How {@code surname} is read, the likeliest first; empty where it is not known as a surname. */
    List<String> readingsOf(String surname) {
        return readings.getOrDefault(surname, List.of());
    }

    /** Whether {@code word} in lower case is a Chinese surname in Latin letters. */
    boolean isReading(String word) {
        return inLatin.contains(word);
    }

    Set<String> all() {
        return Set.copyOf(readings.keySet());
    }
}
