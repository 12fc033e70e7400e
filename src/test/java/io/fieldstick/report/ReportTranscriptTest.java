package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each format makes of {@link Results}; -Dtranscripts=write writes anew. */
class ReportTranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/io/fieldstick/report");

    static Stream<Arguments> documents() {
        return Stream.of("settings", "undone", "audit")
                .flatMap(result -> Stream.of("text", "csv", "junit", "json", "html")
                        .flatMap(format ->
                                Stream.of(Language.values()).map(language -> Arguments.of(result, format, language))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aResultIsWrittenDownAsItAlwaysWas(String result, String format, Language language) throws IOException {
        String shown = Format.named(format, Results.rendering(language)).of(Results.named(result));
        Path golden = TRANSCRIPTS.resolve(result + "." + language.code() + "." + format);
        if (System.getProperty("transcripts", "").equals("write")) {
            Files.writeString(golden, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(golden));
    }
}
