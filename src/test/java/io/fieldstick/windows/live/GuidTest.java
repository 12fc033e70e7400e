package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuidTest {
    @Test
    void theFirstThreeFieldsAreLittleEndian() {
        assertThat(HexFormat.of().formatHex(Guid.bytes("381b4222-f694-41f0-9685-ff5bb260df2e")))
                .isEqualTo("22421b3894f6f0419685ff5bb260df2e");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (String text : new String[] {
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "80000001-8002-8003-8004-800000000005",
            UUID.randomUUID().toString()
        }) {
            assertThat(Guid.text(Guid.bytes(text))).isEqualTo(text);
        }
    }
}
