package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorsTest {

    @ParameterizedTest
    @EnumSource
    void onlyTheWordsThatLinesBeginWithAreColoredAndTheTextStaysTheSame(Language language) {
        Messages messages = Messages.in(language);
        for (String name : new String[] {"settings", "undone", "audit"}) {
            String plain = new TextReport(Results.rendering(language)).of(Results.named(name));
            String colored = new Colors(messages).of(plain);
            assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
            assertThat(colored.lines().filter(line -> line.contains("\u001B")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches("\u001B\\[[0-9;]+m\\S.*?\u001B\\[0m +.*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongStandsOutFromWhatIsNot(Language language) {
        Messages messages = Messages.in(language);
        String colored = new Colors(messages).of(new TextReport(Results.rendering(language)).of(Results.settings()));
        assertThat(colored)
                .contains("\u001B[32m" + messages.text("report.status.as-desired") + "\u001B[0m")
                .contains("\u001B[1;31m" + messages.text("report.status.differs") + "\u001B[0m")
                .contains("\u001B[1;31m" + messages.text("report.status.failed") + "\u001B[0m");
    }
}
