package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the seal of every running {@link Windows} does. */
public abstract class SealingContract {
    private static final byte[] SECRET = "http://zhang:geheim@proxy.test".getBytes(StandardCharsets.UTF_16LE);

    protected abstract Sealing sealing();

    @Test
    void whatWasSealedIsOpenedAndNotToBeReadBefore() {
        byte[] sealed = sealing().seal(SECRET).orElse(new byte[0]);
        assertThat(sealed).isNotEmpty();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(SECRET, StandardCharsets.ISO_8859_1));
        assertThat(sealing().open(sealed).orElse(new byte[0])).isEqualTo(SECRET);
        assertThat(sealing().open(sealing().seal(new byte[0]).orElse(SECRET)).orElse(SECRET))
                .isEmpty();
    }

    @Test
    void whatWasNotSealedIsNotOpened() {
        assertThat(sealing()
                        .open("anything at all".getBytes(StandardCharsets.US_ASCII))
                        .isUnreadable())
                .isTrue();
        assertThat(sealing().open(new byte[0]).isUnreadable()).isTrue();
    }
}
