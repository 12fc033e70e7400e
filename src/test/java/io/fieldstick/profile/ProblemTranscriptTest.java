package io.fieldstick.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code problems} holds a wrong profile and what is said about it; -Dtranscripts=write writes anew. */
class ProblemTranscriptTest {
    private static final Path CASES = Path.of("src/test/resources/io/fieldstick/profile/problems");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsWrongIsShownAtItsPlaceInBothLanguages(Path folder) throws IOException {
        for (Language language : Language.values()) {
            Path golden = folder.resolve(language.code() + ".txt");
            String shown = shown(folder.resolve("p.yaml"), Map.of(), language);
            if (System.getProperty("transcripts", "").equals("write")) {
                Files.writeString(golden, shown);
            }
            assertThat(shown).isEqualTo(Files.readString(golden));
        }
    }

    @Test
    void whatTheCommandLineGivesIsShownAsItWasTyped() throws IOException {
        String shown = shown(
                CASES.resolve("examples/p.yaml"),
                Map.of("proxy-sever", "10.1.1.1:80", "proxy-server", "10.1.1.1", "proxy-bypass", "10.*"),
                Language.ENGLISH);
        assertThat(shown).isEqualTo("""
                error: nothing in the profile asks for `proxy-sever`
                  --> --set
                   |
                   | proxy-sever=10.1.1.1:80
                   | ^^^^^^^^^^^
                   |
                help: did you mean `proxy-server`?

                error: `server` must be a server and its port; this is `10.1.1.1`
                  --> --set
                   |
                   | proxy-server=10.1.1.1
                   |              ^^^^^^^^
                   |
                help: for example: 10.1.1.1:8080
                """);
    }

    private static String shown(Path file, Map<String, String> given, Language language) {
        ProfileReading reading = new ProfileReader(House.SECTIONS).read(file, given, section -> true);
        List<Problem> problems = ((ProfileReading.Refused) reading).problems();
        String folder = file.resolveSibling("x").toString();
        return new ProblemRenderer(Messages.in(language))
                .errors(problems)
                .replace(folder.substring(0, folder.length() - 1), "");
    }
}
