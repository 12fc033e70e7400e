package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void theProgramsArgumentsFollowTheJar() {
        assertThat(CommandLine.afterJar(List.of("java", "-Xshare:auto", "-jar", "a b.jar", "verify", "-jar", "*")))
                .contains(List.of("verify", "-jar", "*"));
        assertThat(CommandLine.afterJar(List.of("java", "-jar", "a.jar"))).contains(List.of());
    }

    @Test
    void withoutAJarTheyCannotBeTold() {
        assertThat(CommandLine.afterJar(List.of("java", "-cp", "x", "Main"))).isEmpty();
        assertThat(CommandLine.afterJar(List.of("java", "-jar"))).isEmpty();
        assertThat(CommandLine.afterJar(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "C:\\a\\, C:\\a\\",
                "two words, \"two words\"",
                "``, \"\"",
                "say \"x\", \"say \\\"x\\\"\"",
                "end \\, \"end \\\\\"",
                "a\\\"b, \"a\\\\\\\"b\"",
                "中 文, \"中 文\""
            })
    void anArgumentIsQuotedAsWindowsProgramsReadIt(String argument, String quoted) {
        assertThat(CommandLine.join(List.of(argument, "x"))).isEqualTo(quoted + " x");
    }
}
