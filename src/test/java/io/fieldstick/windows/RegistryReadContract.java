package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RegistryView} answers about the same registry, whether it is loaded, in memory or in hive files. */
public abstract class RegistryReadContract {
    /** One value of the registry that is read here. */
    public record Stored(RegistryKey key, String name, RegistryValue value) {}

    private static final String NAME = "FieldstickContract";
    private static final RegistryKey KEY = RegistryKey.machine("SOFTWARE\\" + NAME);
    private static final RegistryKey KEY_32 = RegistryKey.machine32("SOFTWARE\\" + NAME);
    private static final RegistryKey SERVICE = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\" + NAME);
    private static final int LARGE = 40_000;

    private final String sid = sid();
    private final RegistryView registry = registry(stored());

    /** The user whose hive is written too. */
    protected abstract String sid();

    /** A registry with all of {@code stored} in it; other keys and values may be there. */
    protected abstract RegistryView registry(List<Stored> stored);

    private RegistryKey user() {
        return RegistryKey.user(sid, "Software\\" + NAME);
    }

    private List<Stored> stored() {
        List<Stored> all = new ArrayList<>(List.of(
                new Stored(KEY, "ProxyServer", RegistryValue.sz("10.0.0.1:80")),
                new Stored(KEY, "", RegistryValue.sz("default")),
                new Stored(KEY, "值 😀", RegistryValue.multiSz(List.of("甲", "", "乙"))),
                new Stored(KEY, "C:\\dir\\x", RegistryValue.dword(-1)),
                new Stored(KEY, "nothing", RegistryValue.raw(RegistryValue.NONE, new byte[0])),
                new Stored(KEY, "three", RegistryValue.binary(new byte[] {1, 2, 3})),
                new Stored(KEY, "strange", RegistryValue.raw(0xFFFF0001, new byte[] {9, 8, 7, 6, 5})),
                new Stored(KEY, "large", RegistryValue.binary(new byte[LARGE])),
                new Stored(KEY.child("部门 😀").child("a.b"), "x", RegistryValue.dword(7)),
                new Stored(KEY_32, "x", RegistryValue.dword(32)),
                new Stored(KEY.child("Only64"), "x", RegistryValue.dword(64)),
                new Stored(SERVICE, "Start", RegistryValue.dword(4)),
                new Stored(user(), "x", RegistryValue.sz("中"))));
        for (int i = 0; i < 300; i++) {
            all.add(new Stored(KEY.child("many").child("key " + i), "v", RegistryValue.dword(i)));
        }
        return all;
    }

    @Test
    void everyValueIsReadWithItsTypeAndItsBytes() {
        for (Stored value : stored()) {
            assertThat(registry.value(value.key(), value.name()))
                    .as(value.key() + "!" + value.name())
                    .isEqualTo(Reading.of(value.value()));
        }
    }

    @Test
    void namesAreGivenAsTheyAreWrittenAndFoundWhateverTheirCase() {
        assertThat(registry.valueNames(KEY).orElse(List.of()))
                .contains("ProxyServer", "", "值 😀", "C:\\dir\\x", "nothing", "three", "strange", "large")
                .hasSize(8);
        assertThat(registry.value(RegistryKey.machine("software\\fieldstickCONTRACT"), "PROXYSERVER"))
                .isEqualTo(Reading.of(RegistryValue.sz("10.0.0.1:80")));
        assertThat(registry.subkeys(KEY).orElse(List.of())).contains("部门 😀", "many", "Only64");
    }

    @Test
    void manySubkeysAreAllListedOnce() {
        assertThat(registry.subkeys(KEY.child("MANY")).orElse(List.of()))
                .hasSize(300)
                .doesNotHaveDuplicates()
                .contains("key 0", "key 299");
    }

    @Test
    void whatIsNotThereIsAbsentAndNotUnreadable() {
        assertThat(registry.value(KEY, "x").isAbsent()).isTrue();
        assertThat(registry.value(KEY.child("many"), "").isAbsent()).isTrue();
        assertThat(registry.subkeys(KEY.child("no such key")).isAbsent()).isTrue();
        assertThat(registry.valueNames(KEY.child("no").child("such key")).isAbsent())
                .isTrue();
        assertThat(registry.exists(KEY.child("no such key"))).isEqualTo(Reading.of(false));
        assertThat(registry.exists(KEY)).isEqualTo(Reading.of(true));
        assertThat(registry.exists(RegistryKey.user("S-1-5-21-9-9-9-9999", "Software")))
                .isEqualTo(Reading.of(false));
    }

    @Test
    void aKeyTellsWhenItWasLastWrittenAndAnAbsentOneDoesNot() {
        Reading<Instant> written = registry.lastWritten(KEY);
        assertThat(written.orElse(Instant.EPOCH))
                .isBetween(Instant.parse("2000-01-01T00:00:00Z"), Instant.now().plusSeconds(60));
        assertThat(registry.lastWritten(KEY.child("no such key")).isAbsent()).isTrue();
    }

    @Test
    void aKeyWithoutValuesHasNone() {
        assertThat(registry.valueNames(KEY.child("many"))).isEqualTo(Reading.of(List.of()));
    }

    @Test
    void theViewsOfSoftwareAreTwoPlaces() {
        assertThat(registry.exists(KEY_32.child("Only64"))).isEqualTo(Reading.of(false));
        assertThat(registry.value(RegistryKey.machine("SOFTWARE\\Wow6432Node\\" + NAME), "x"))
                .isEqualTo(Reading.of(RegistryValue.dword(32)));
    }

    @Test
    void theViewsOfTheSystemAndOfAUserAreOnePlace() {
        assertThat(registry.value(RegistryKey.machine32(SERVICE.path()), "Start"))
                .isEqualTo(Reading.of(RegistryValue.dword(4)));
        assertThat(registry.value(
                        new RegistryKey(RegistryKey.Root.USERS, user().path(), RegistryKey.View.BITS_32), "x"))
                .isEqualTo(Reading.of(RegistryValue.sz("中")));
    }

    @Test
    void theCurrentControlSetIsAmongTheKeysOfTheSystem() {
        assertThat(registry.subkeys(RegistryKey.machine("SYSTEM")).orElse(List.of()))
                .contains("CurrentControlSet");
    }

    @Test
    void theUserIsAmongTheUsersAndTheClassesAreNot() {
        assertThat(registry.users().orElse(List.of())).contains(sid).noneMatch(name -> name.endsWith("_Classes"));
    }
}
