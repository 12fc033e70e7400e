package io.fieldstick.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path FILES = Path.of("src/main/resources/io/fieldstick/message");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/main/jte"));

    @Test
    void everyMessageIsWrittenInEveryLanguageWithTheSamePlaces() throws IOException {
        assertThat(places(all(Language.CHINESE))).isEqualTo(places(all(Language.ENGLISH)));
    }

    @Test
    void everyKeyBeginsWithTheAreaItsFileIsNamedAfter() throws IOException {
        for (Path file : files("_en.properties")) {
            String area = file.getFileName().toString().replace("_en.properties", "");
            assertThat(load(file).stringPropertyNames()).allMatch(key -> key.startsWith(area + "."));
        }
    }

    @Test
    void everyMessageIsUsedAndEveryKeyInTheCodeHasWords() throws IOException {
        String code = sources();
        for (String key : all(Language.ENGLISH).keySet()) {
            String dynamic = key.substring(0, key.lastIndexOf('.') + 1);
            assertThat(code.contains("\"" + key + "\"")
                            || code.contains("\"" + dynamic + "\" +")
                            || code.contains("\"" + dynamic + "\","))
                    .as("%s is used", key)
                    .isTrue();
        }
    }

    @Test
    void everyMessageOfTheCodeHasWords() throws IOException {
        Set<String> words = all(Language.ENGLISH).keySet();
        Set<String> used = Pattern.compile(
                        "(?:Message\\.of|essages\\.text|words\\.text)\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"")
                .matcher(sources())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words).containsAll(used);
    }

    @Test
    void aPlaceIsFilledWithItsArgumentAndAnythingElseStaysAsItIs() {
        assertThat(Messages.in(Language.ENGLISH).text(Message.of("windows.no-such-key", "x")))
                .isEqualTo("windows.no-such-key");
    }

    private static Map<String, String> all(Language language) throws IOException {
        Map<String, String> words = new TreeMap<>();
        for (Path file : files("_" + language.code() + ".properties")) {
            load(file).forEach((key, value) -> words.put((String) key, (String) value));
        }
        return words;
    }

    private static Map<String, Set<String>> places(Map<String, String> words) {
        Map<String, Set<String>> places = new TreeMap<>();
        words.forEach((key, text) -> places.put(
                key,
                Pattern.compile("\\{\\d}")
                        .matcher(text)
                        .results()
                        .map(match -> match.group())
                        .collect(Collectors.toCollection(TreeSet::new))));
        return places;
    }

    private static Properties load(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }

    private static Iterable<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|jte)"))
                        .toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
