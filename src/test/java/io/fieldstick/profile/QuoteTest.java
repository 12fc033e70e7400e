package io.fieldstick.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
    @ParameterizedTest
    @ValueSource(ints = {43, 46, 49, 60})
    void ofASecretWhereAQuoteIsCutNothingIsShown(int length) {
        String text = "http://" + "z".repeat(length) + ":geheim4711@proxy.test:80/" + "x".repeat(2000);
        assertThat(Quote.of(text)).doesNotContain("ge").endsWith("...");
    }
}
