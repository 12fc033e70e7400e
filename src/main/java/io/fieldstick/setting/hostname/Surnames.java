package io.fieldstick.setting.hostname;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The surnames that this program knows, compound ones among them, and how they are read as surnames. */
final class Surnames {
    private static final String READ_AS_THE_WORD = "=";
    private static final int LONGEST = 4;

    private final Map<String, List<String>> readings = new HashMap<>();
    private final Set<String> inLatin = new HashSet<>();

    private Surnames(Pinyin pinyin) {
        for (String line : Pinyin.lines("surnames.txt")) {
            if (!line.startsWith("#")) {
                add(line.split(" "), pinyin);
            }
        }
        readings.values().forEach(inLatin::addAll);
    }

    private void add(String[] line, Pinyin pinyin) {
        if (line[0].equals(READ_AS_THE_WORD)) {
            line[1].codePoints()
                    .forEach(han -> pinyin.of(han)
                            .ifPresent(syllable -> readings.put(Character.toString(han), List.of(syllable))));
        } else {
            List<String> read = List.of(line[0].split("\\|"));
            for (int i = 1; i < line.length; i++) {
                readings.put(line[i], read);
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
            if (readings.containsKey(start)) {
                return start;
            }
        }
        return new String(characters, 0, 1);
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
