package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    @ParameterizedTest
    @ValueSource(ints = {900, 976, 980, 984, 999})
    void ofASecretWhereALongValueIsCutNothingIsShown(int before) {
        String value = "a".repeat(before) + " http://zhang:geheim4711@proxy.test:80 " + "b".repeat(3000);
        Evidence evidence = new Evidence("HKLM\\X!Y", value);
        assertThat(evidence.value()).doesNotContain("ge").endsWith("... (" + value.length() + ")");
    }
}
