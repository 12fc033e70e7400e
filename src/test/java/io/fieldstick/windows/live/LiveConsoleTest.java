package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveConsoleTest {

    @Test
    void aLongTextIsWrittenInPiecesThatCutNoCharacterInTwo() {
        assertThat(LiveConsole.pieces("ab😀cd", 3)).isEqualTo(List.of("ab", "😀c", "d"));
        assertThat(LiveConsole.pieces("", 3)).isEmpty();
        assertThat(String.join("", LiveConsole.pieces("文😀".repeat(9000), 8000)))
                .isEqualTo("文😀".repeat(9000));
    }

    @Test
    void aTextOfHalfCharactersIsWrittenToo() {
        assertThat(LiveConsole.pieces("a\uD83D\uD83D\uD83D", 2)).isEqualTo(List.of("a", "\uD83D", "\uD83D\uD83D"));
    }

    @Test
    void aSecretIsEveryUnitBeforeTheLinesEnd() {
        assertThat(LiveConsole.secret(" 密 码 \r\nxx".toCharArray(), 7)).contains(" 密 码 ".toCharArray());
        assertThat(LiveConsole.secret("\r\n".toCharArray(), 2)).contains(new char[0]);
        assertThat(LiveConsole.secret("abc".toCharArray(), 2)).contains("ab".toCharArray());
        assertThat(LiveConsole.secret("\u001a\r\n".toCharArray(), 3)).isEmpty();
    }

    @Test
    void aLineLosesItsEndAndKeepsTheRest() {
        assertThat(LiveConsole.line(" y 是\r\n")).contains(" y 是");
        assertThat(LiveConsole.line("\r\n")).contains("");
        assertThat(LiveConsole.line("\u001a\r\n")).isEmpty();
    }
}
