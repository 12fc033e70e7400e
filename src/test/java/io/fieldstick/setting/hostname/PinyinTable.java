package io.fieldstick.setting.hostname;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code pinyin.txt} from ICU's Han-Latin transliteration: run its main in the project's folder. */
final class PinyinTable {
    static final Path RESOURCE = Path.of("src/main/resources/io/fieldstick/setting/hostname/pinyin.txt");
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    /** Where ICU's first reading is not the common one (Xiandai Hanyu Cidian): 萝卜 bo, but 占卜 bu; 晟 sheng in names. */
    private static final Map<Integer, String> CORRECTED = Map.of((int) '卜', "bu", (int) '晟', "sheng");

    private PinyinTable() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(RESOURCE, text());
    }

    static String text() {
        Transliterator toLatin = Transliterator.getInstance("Han-Latin");
        Map<String, StringBuilder> bySyllable = new TreeMap<>();
        for (int han = FIRST; han <= LAST; han++) {
            String icu = withoutTones(toLatin.transliterate(Character.toString(han)));
            String syllable = CORRECTED.getOrDefault(han, icu);
            if (syllable.matches("[a-z]{1,6}")) {
                bySyllable.computeIfAbsent(syllable, s -> new StringBuilder()).appendCodePoint(han);
            }
        }
        return bySyllable.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static String withoutTones(String pinyin) {
        String letters = Normalizer.normalize(pinyin, Normalizer.Form.NFC).replaceAll("[üǖǘǚǜ]", "v");
        return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
