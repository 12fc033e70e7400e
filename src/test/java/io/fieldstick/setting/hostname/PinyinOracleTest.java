package io.fieldstick.setting.hostname;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares our readings with those of ICU, which knows most surnames. */
class PinyinOracleTest {
    private final Transliterator names = Transliterator.getInstance("Han-Latin/Names");
    private final Pinyin pinyin = Pinyin.load();
    private final Surnames surnames = Surnames.load(pinyin);

    @Test
    void theTableIsWhatTheGeneratorWrites() throws IOException {
        assertThat(Files.readString(PinyinTable.RESOURCE)).isEqualTo(PinyinTable.text());
    }

    @Test
    void surnamesAreReadAsIcuReadsThemButForTheReviewedOnes() {
        Map<String, String> differences = new TreeMap<>();
        for (String surname : surnames.all()) {
            String ours = surnames.readingsOf(surname).get(0);
            String icu = inLatin(surname);
            if (!ours.equals(icu)) {
                differences.put(surname, icu + " -> " + ours);
            }
        }
        assertThat(differences).containsExactlyInAnyOrderEntriesOf(REVIEWED);
    }

    private String inLatin(String name) {
        return PinyinTable.withoutTones(names.transliterate(name)).replace(" ", "");
    }

    /** Each looked up in Xiandai Hanyu Cidian under its reading as a surname; ICU has the common word's. */
    private static final Map<String, String> REVIEWED = Map.ofEntries(
            Map.entry("么", "me -> yao"),
            Map.entry("乜", "mie -> nie"),
            Map.entry("區", "qu -> ou"),
            Map.entry("单于", "shanyu -> chanyu"),
            Map.entry("句", "ju -> gou"),
            Map.entry("員", "yuan -> yun"),
            Map.entry("單", "dan -> shan"),
            Map.entry("單于", "danyu -> chanyu"),
            Map.entry("子車", "ziche -> ziju"),
            Map.entry("子车", "ziche -> ziju"),
            Map.entry("尉", "yu -> wei"),
            Map.entry("拓跋", "taba -> tuoba"),
            Map.entry("朴", "pu -> piao"),
            Map.entry("樂", "le -> yue"),
            Map.entry("樂正", "lezheng -> yuezheng"),
            Map.entry("洗", "xi -> xian"),
            Map.entry("澹臺", "dantai -> tantai"),
            Map.entry("牟", "mu -> mou"),
            Map.entry("祭", "ji -> zhai"),
            Map.entry("繆", "mou -> miao"),
            Map.entry("缪", "mou -> miao"),
            Map.entry("能", "neng -> nai"),
            Map.entry("莘", "xin -> shen"),
            Map.entry("萬俟", "wanqi -> moqi"),
            Map.entry("蓋", "gai -> ge"),
            Map.entry("蔚", "wei -> yu"),
            Map.entry("薄", "bao -> bo"),
            Map.entry("藏", "cang -> zang"),
            Map.entry("覃", "tan -> qin"),
            Map.entry("角", "jiao -> jue"),
            Map.entry("贠", "yuan -> yun"),
            Map.entry("貟", "yuan -> yun"),
            Map.entry("郇", "huan -> xun"),
            Map.entry("都", "dou -> du"),
            Map.entry("鈄", "dou -> tou"),
            Map.entry("钭", "dou -> tou"),
            Map.entry("铫", "diao -> yao"),
            Map.entry("黑", "hei -> he"));
}
