package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Hives} does. */
public abstract class HivesContract {
    private static final String NAME = "FieldstickContract";
    private static final RegistryKey SHOWN = new RegistryKey(RegistryKey.Root.USERS, NAME, RegistryKey.View.BITS_64);

    protected abstract Windows windows();

    /** A file with a hive, as this Windows keeps them, in which {@code Software\X} has the value {@code v}, a REG_SZ "中". */
    protected abstract String hive();

    /** A file that is no hive. */
    protected abstract String noHive();

    @AfterEach
    void nothingIsLeftOpen() {
        if (windows().registry().exists(SHOWN).orElse(false)) {
            windows().hives().unload(NAME);
        }
    }

    @Test
    void aHiveCanBeReadAndWrittenWhileItIsShownAndIsGoneAfterwards() {
        Registry registry = windows().registry();
        RegistryKey key = RegistryKey.user(NAME, "Software\\X");
        windows().hives().load(NAME, hive());
        assertThat(registry.users().orElse(List.of())).contains(NAME);
        assertThat(registry.value(key, "v")).isEqualTo(Reading.of(RegistryValue.sz("中")));
        registry.set(key.child("new"), "n", RegistryValue.dword(1));
        assertThat(registry.value(key.child("new"), "n")).isEqualTo(Reading.of(RegistryValue.dword(1)));
        windows().hives().unload(NAME);
        assertThat(registry.exists(SHOWN)).isEqualTo(Reading.of(false));
    }

    @Test
    void aFileThatIsNoHiveIsRefusedAndNothingIsLeft() {
        assertThatThrownBy(() -> windows().hives().load(NAME, noHive()))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> assertThat(e.error().tried()).isEqualTo(Tried.loadHive(noHive())));
        assertThat(windows().registry().exists(SHOWN)).isEqualTo(Reading.of(false));
    }
}
