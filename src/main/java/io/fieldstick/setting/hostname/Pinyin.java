package io.fieldstick.setting.hostname;

import io.fieldstick.message.ProgramResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The common reading of every character of the block CJK Unified Ideographs, without tones, {@code v} for ü. */
final class Pinyin {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    private final List<String> syllables;
    /** By character from FIRST on: one more than the place of its syllable, 0 where there is none. */
    private final short[] places = new short[LAST - FIRST + 1];

    private Pinyin(List<String> lines) {
        syllables =
                lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
        for (int i = 0; i < lines.size(); i++) {
            short place = (short) (i + 1);
            String line = lines.get(i);
            line.substring(line.indexOf(' ') + 1).chars().forEach(han -> places[han - FIRST] = place);
        }
    }

    /** Reads the table, which takes some milliseconds. */
    static Pinyin load() {
        return new Pinyin(lines("pinyin.txt"));
    }

    /** The common reading; empty where the character is none of the block. */
    Optional<String> of(int codePoint) {
        boolean inBlock = codePoint >= FIRST && codePoint <= LAST;
        int place = inBlock ? places[codePoint - FIRST] : 0;
        return place == 0 ? Optional.empty() : Optional.of(syllables.get(place - 1));
    }

    static List<String> lines(String resource) {
        try (InputStream in = ProgramResource.open(Pinyin.class, resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
