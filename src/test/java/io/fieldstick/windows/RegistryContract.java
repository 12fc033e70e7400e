package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Registry} does, wherever its keys lie. */
public abstract class RegistryContract {
    private static final String NAME = "FieldstickContract";
    private static final RegistryKey SCRATCH = RegistryKey.machine("SOFTWARE\\" + NAME);
    private static final RegistryKey SCRATCH_32 = RegistryKey.machine32("SOFTWARE\\" + NAME);

    private final Windows windows = windows();
    private final Registry registry = windows.registry();

    /** The Windows whose registry is tested; the keys named {@code FieldstickContract} in it are the test's own. */
    protected abstract Windows windows();

    @BeforeEach
    @AfterEach
    void removeTheTestsOwnKeys() {
        deleteTree(SCRATCH);
        deleteTree(SCRATCH_32);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0x12345, 0xFFFF0001})
    void everyTypeKeepsItsNumberAndItsBytes(int type) {
        byte[] bytes = {1, 0, 2, 0, 3, 0, 0, 0};
        registry.set(SCRATCH, "value", RegistryValue.raw(type, bytes));
        assertThat(registry.value(SCRATCH, "value")).isEqualTo(Reading.of(RegistryValue.raw(type, bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 1023, 1024, 1025, 65_537, 1 << 20})
    void bytesOfEveryLengthComeBackAsTheyWentInWhateverTheTypeSays(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        for (int type : List.of(RegistryValue.NONE, RegistryValue.BINARY, RegistryValue.DWORD, RegistryValue.QWORD)) {
            registry.set(SCRATCH, "value", RegistryValue.raw(type, bytes));
            assertThat(registry.value(SCRATCH, "value")).isEqualTo(Reading.of(RegistryValue.raw(type, bytes)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {RegistryValue.SZ, RegistryValue.EXPAND_SZ, RegistryValue.MULTI_SZ})
    void aTextWithoutItsTerminatorIsNotGivenOne(int type) {
        RegistryValue unterminated = RegistryValue.raw(type, new byte[] {'a', 0, 'b', 0});
        registry.set(SCRATCH, "value", unterminated);
        assertThat(registry.value(SCRATCH, "value")).isEqualTo(Reading.of(unterminated));
    }

    @Test
    void textsOfEveryWritingComeBack() {
        List<RegistryValue> values = List.of(
                RegistryValue.sz(""),
                RegistryValue.sz("综合部 😀 é"),
                RegistryValue.expandSz("%SystemRoot%\\不展开"),
                RegistryValue.multiSz(List.of("甲", "", "乙")));
        for (RegistryValue value : values) {
            registry.set(SCRATCH, "值", value);
            assertThat(registry.value(SCRATCH, "值")).isEqualTo(Reading.of(value));
        }
    }

    @Test
    void aKeyNotesWhenItWasWritten() {
        assertThat(registry.lastWritten(SCRATCH).isAbsent()).isTrue();
        registry.set(SCRATCH, "value", RegistryValue.dword(1));
        assertThat(registry.lastWritten(SCRATCH).orElse(Instant.EPOCH))
                .isBetween(Instant.parse("2020-01-01T00:00:00Z"), Instant.now().plusSeconds(60));
    }

    @Test
    void theEmptyNameIsTheDefaultValue() {
        registry.set(SCRATCH, "", RegistryValue.sz("default"));
        assertThat(registry.value(SCRATCH, "")).isEqualTo(Reading.of(RegistryValue.sz("default")));
        assertThat(registry.valueNames(SCRATCH)).isEqualTo(Reading.of(List.of("")));
    }

    @Test
    void namesAreFoundWithoutRegardToCaseAndKeepTheirFirstSpelling() {
        registry.set(SCRATCH, "ProxyServer", RegistryValue.dword(1));
        registry.set(RegistryKey.machine("software\\FIELDSTICKcontract"), "PROXYSERVER", RegistryValue.dword(2));
        assertThat(registry.value(SCRATCH, "proxyserver")).isEqualTo(Reading.of(RegistryValue.dword(2)));
        assertThat(registry.valueNames(SCRATCH)).isEqualTo(Reading.of(List.of("ProxyServer")));
    }

    @Test
    void namesOfKeysAndValuesMayBeOfAnyWriting() {
        RegistryKey key = SCRATCH.child("部门 😀").child("a.b {c} %d% 'e'");
        registry.set(key, "名 😀 *?/", RegistryValue.dword(7));
        assertThat(registry.subkeys(SCRATCH)).isEqualTo(Reading.of(List.of("部门 😀")));
        assertThat(registry.valueNames(key)).isEqualTo(Reading.of(List.of("名 😀 *?/")));
        assertThat(registry.value(key, "名 😀 *?/")).isEqualTo(Reading.of(RegistryValue.dword(7)));
    }

    @Test
    void aValueNameMayHoldABackslashAndBeLong() {
        String name = "C:\\Program Files\\" + "x".repeat(1000);
        registry.set(SCRATCH, name, RegistryValue.dword(1));
        assertThat(registry.valueNames(SCRATCH)).isEqualTo(Reading.of(List.of(name)));
    }

    @Test
    void manyNamesAreAllListed() {
        for (int i = 0; i < 100; i++) {
            registry.set(SCRATCH, "value " + i, RegistryValue.dword(i));
            registry.createKey(SCRATCH.child("key " + i));
        }
        assertThat(registry.valueNames(SCRATCH).orElse(List.of())).hasSize(100).doesNotHaveDuplicates();
        assertThat(registry.subkeys(SCRATCH).orElse(List.of())).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotThereIsAbsentAndNotUnreadable() {
        assertThat(registry.value(SCRATCH, "x").isAbsent()).isTrue();
        assertThat(registry.valueNames(SCRATCH).isAbsent()).isTrue();
        assertThat(registry.subkeys(SCRATCH.child("deeper")).isAbsent()).isTrue();
        assertThat(registry.exists(SCRATCH)).isEqualTo(Reading.of(false));
        registry.createKey(SCRATCH);
        assertThat(registry.value(SCRATCH, "x").isAbsent()).isTrue();
        assertThat(registry.value(SCRATCH, "").isAbsent()).isTrue();
    }

    @Test
    void aNewKeyIsThereAndEmpty() {
        registry.createKey(SCRATCH.child("a").child("b"));
        assertThat(registry.exists(SCRATCH.child("a").child("b"))).isEqualTo(Reading.of(true));
        assertThat(registry.subkeys(SCRATCH)).isEqualTo(Reading.of(List.of("a")));
        assertThat(registry.valueNames(SCRATCH)).isEqualTo(Reading.of(List.of()));
    }

    @Test
    void creatingAKeyThatIsThereLeavesItAsItIs() {
        registry.set(SCRATCH, "x", RegistryValue.dword(1));
        registry.createKey(SCRATCH);
        assertThat(registry.value(SCRATCH, "x")).isEqualTo(Reading.of(RegistryValue.dword(1)));
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        registry.deleteValue(SCRATCH, "x");
        registry.deleteKey(SCRATCH.child("deeper"));
        registry.createKey(SCRATCH);
        registry.deleteValue(SCRATCH, "x");
        registry.deleteValue(SCRATCH, "");
        assertThat(registry.exists(SCRATCH)).isEqualTo(Reading.of(true));
    }

    @Test
    void aDeletedValueIsAbsentAndTheOthersStay() {
        registry.set(SCRATCH, "x", RegistryValue.dword(1));
        registry.set(SCRATCH, "y", RegistryValue.dword(2));
        registry.deleteValue(SCRATCH, "X");
        assertThat(registry.valueNames(SCRATCH)).isEqualTo(Reading.of(List.of("y")));
    }

    @Test
    void aKeyWithKeysBelowItIsNotDeleted() {
        registry.set(SCRATCH, "x", RegistryValue.dword(1));
        registry.createKey(SCRATCH.child("below"));
        assertThatThrownBy(() -> registry.deleteKey(SCRATCH))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> assertThat(e.error().code()).isEqualTo(WindowsError.ACCESS_DENIED));
        assertThat(registry.value(SCRATCH, "x").isPresent()).isTrue();
    }

    @Test
    void aRefusalSaysWhatWasTriedAndWhatWindowsSaid() {
        registry.createKey(SCRATCH.child("below"));
        assertThatThrownBy(() -> registry.deleteKey(SCRATCH)).isInstanceOfSatisfying(WindowsException.class, e -> {
            assertThat(e.error().tried()).isEqualTo(Tried.deleteKey(SCRATCH));
            assertThat(e.error().text()).isNotBlank();
        });
    }

    @Test
    void the32BitViewOfSoftwareIsAnotherPlace() {
        registry.set(SCRATCH, "x", RegistryValue.dword(64));
        assertThat(registry.value(SCRATCH_32, "x").isAbsent()).isTrue();
        registry.set(SCRATCH_32, "x", RegistryValue.dword(32));
        assertThat(registry.value(SCRATCH, "x")).isEqualTo(Reading.of(RegistryValue.dword(64)));
    }

    @Test
    void the32BitViewLiesAtWow6432NodeOfThe64BitView() {
        registry.set(SCRATCH_32, "x", RegistryValue.dword(32));
        RegistryKey spelledOut = RegistryKey.machine("SOFTWARE\\WOW6432Node\\" + NAME);
        assertThat(registry.value(spelledOut, "x")).isEqualTo(Reading.of(RegistryValue.dword(32)));
        registry.deleteKey(SCRATCH_32);
        assertThat(registry.exists(spelledOut)).isEqualTo(Reading.of(false));
    }

    @Test
    void whatIsNotSoftwareIsTheSameInBothViews() {
        String path = "SYSTEM\\CurrentControlSet\\Services\\" + NAME;
        RegistryKey wide = RegistryKey.machine(path);
        try {
            registry.set(RegistryKey.machine32(path), "x", RegistryValue.dword(1));
            assertThat(registry.value(wide, "x")).isEqualTo(Reading.of(RegistryValue.dword(1)));
        } finally {
            deleteTree(wide);
        }
    }

    @Test
    void theUserOfThisProcessIsAmongTheLoadedUsersAndCanBeWritten() {
        String sid = windows.machine().processUser().orElse("");
        assertThat(registry.users().orElse(List.of())).contains(sid).noneMatch(name -> name.endsWith("_Classes"));
        RegistryKey key = RegistryKey.user(sid, "Software\\" + NAME);
        try {
            registry.set(key, "x", RegistryValue.sz("中"));
            assertThat(registry.value(key, "x")).isEqualTo(Reading.of(RegistryValue.sz("中")));
        } finally {
            deleteTree(key);
        }
    }

    @Test
    void theCallersBytesAreNotChangedByReadingThemBack() {
        byte[] bytes = {1, 2, 3};
        registry.set(SCRATCH, "x", RegistryValue.binary(bytes));
        Arrays.fill(bytes, (byte) 9);
        assertThat(registry.value(SCRATCH, "x")).isEqualTo(Reading.of(RegistryValue.binary(new byte[] {1, 2, 3})));
    }

    private void deleteTree(RegistryKey key) {
        registry.subkeys(key).orElse(List.of()).forEach(name -> deleteTree(key.child(name)));
        registry.deleteKey(key);
    }
}
