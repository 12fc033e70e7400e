package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What COM of every {@link Windows} does. */
public abstract class ComponentsContract {
    /** StdComponentCategoriesMgr (comcat.h), which every Windows has. */
    protected static final String REGISTERED = "{0002E005-0000-0000-C000-000000000046}";

    private static final String UNKNOWN = "{5B1D0E7A-3C42-4F3B-9A7E-2D6C8F104BFF}";

    protected abstract Components components();

    @Test
    void anObjectIsMadeOfAClassThatIsRegistered() {
        assertThat(components().refusalToCreate(REGISTERED, RegistryKey.View.BITS_64))
                .isEqualTo(Reading.of(Optional.empty()));
    }

    @Test
    void aClassThatIsNotRegisteredIsRefusedAndTold() {
        Reading<Integer> code = components()
                .refusalToCreate(UNKNOWN, RegistryKey.View.BITS_64)
                .map(refused -> refused.map(WindowsError::code).orElse(0));
        assertThat(code).isEqualTo(Reading.of(Components.NOT_REGISTERED));
    }
}
