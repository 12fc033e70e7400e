package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Message;
import io.fieldstick.windows.InstalledProgram.Listing;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledProgramsTest {
    private static final String UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";

    private final Entries registry = new Entries();

    @Test
    void bothViewsOfTheMachineAndEveryLoadedUserAreRead() {
        registry.add(RegistryKey.machine(UNINSTALL), "A", "DisplayName", "64-bit program");
        registry.add(RegistryKey.machine32(UNINSTALL), "B", "DisplayName", "32-bit program");
        registry.add(RegistryKey.user(ZHANG, UNINSTALL), "C", "DisplayName", "搜狗拼音输入法");
        registry.users.addAll(List.of(".DEFAULT", ZHANG, ZHANG + "_Classes"));

        assertThat(names()).containsExactly("64-bit program", "32-bit program", "搜狗拼音输入法");
        assertThat(read().programs().get(2).evidence())
                .isEqualTo(new Evidence("HKU\\" + ZHANG + "\\" + UNINSTALL + "\\C!DisplayName", "搜狗拼音输入法"));
        assertThat(read().refused()).isEmpty();
        assertThat(read().odd()).isEmpty();
    }

    @Test
    void everythingThatTheEntrySaysIsKept() {
        program("WinRAR archiver", Map.of("DisplayVersion", "5.21.0", "Publisher", "win.rar GmbH"));
        registry.add(RegistryKey.machine(UNINSTALL), "WinRAR archiver", "InstallDate", "20150312");

        InstalledProgram winrar = read().programs().get(0);

        assertThat(winrar.version()).isEqualTo("5.21.0");
        assertThat(winrar.publisher()).isEqualTo("win.rar GmbH");
        assertThat(winrar.installed()).isEqualTo(Reading.of(LocalDate.of(2015, 3, 12)));
        assertThat(winrar.listing()).isEqualTo(Listing.PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-3-12", "2015/03/12", "2015.03.12", "20150312"})
    void aDateWithTheYearFirstIsUnderstood(String date) {
        program("X", Map.of("InstallDate", date));
        assertThat(read().programs().get(0).installed()).isEqualTo(Reading.of(LocalDate.of(2015, 3, 12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2015", "20151332", "yesterday", "", "99999999999999999999"})
    void aDateThatMayBeReadInTwoWaysOrNoneIsNoDate(String date) {
        program("X", Map.of("InstallDate", date));
        assertThat(read().programs().get(0).installed().isAbsent()).isTrue();
    }

    @Test
    void entriesAreSortedAsWindowsSortsThemAndAllAreKept() {
        program("program", Map.of());
        program("hotfix", Map.of("ReleaseType", "Security Update", "ParentKeyName", "program"));
        program("language", Map.of("ParentKeyName", "OperatingSystem"));
        program("secret", Map.of());
        registry.put(RegistryKey.machine(UNINSTALL).child("secret"), "SystemComponent", RegistryValue.dword(1));
        registry.add(RegistryKey.machine(UNINSTALL), "stuck", "DisplayName", "stuck");

        assertThat(read().programs())
                .extracting(InstalledProgram::listing)
                .containsExactly(Listing.PROGRAM, Listing.UPDATE, Listing.COMPONENT, Listing.HIDDEN, Listing.HIDDEN);
    }

    @Test
    void aProgramWithoutUninstallStringIsShownWhereItSaysThatItCannotBeRemoved() {
        registry.add(RegistryKey.machine(UNINSTALL), "X", "DisplayName", "X");
        registry.put(RegistryKey.machine(UNINSTALL).child("X"), "NoRemove", RegistryValue.dword(1));
        assertThat(read().programs().get(0).listing()).isEqualTo(Listing.PROGRAM);
    }

    @Test
    void theSameProgramInBothViewsIsOneProgramWithTwoKeys() {
        registry.add(RegistryKey.machine(UNINSTALL), "A", "DisplayName", "ACDSee Pro");
        registry.add(RegistryKey.machine32(UNINSTALL), "A", "DisplayName", "acdsee  PRO");
        registry.add(RegistryKey.machine32(UNINSTALL), "A", "Publisher", "ACD Systems");

        assertThat(read().programs()).singleElement().satisfies(program -> {
            assertThat(program.keys())
                    .containsExactly(
                            RegistryKey.machine(UNINSTALL).child("A"),
                            RegistryKey.machine32(UNINSTALL).child("A"));
            assertThat(program.publisher()).isEqualTo("ACD Systems");
        });
    }

    @Test
    void twoVersionsOrTwoFoldersAreTwoPrograms() {
        registry.add(RegistryKey.machine(UNINSTALL), "A", "DisplayName", "Java");
        registry.add(RegistryKey.machine(UNINSTALL), "A", "DisplayVersion", "8");
        registry.add(RegistryKey.machine32(UNINSTALL), "A", "DisplayName", "Java");
        registry.add(RegistryKey.machine32(UNINSTALL), "A", "DisplayVersion", "9");
        assertThat(read().programs()).hasSize(2);
    }

    @Test
    void namesOfOddTypesAreTakenAndReported() {
        RegistryKey uninstall = RegistryKey.machine(UNINSTALL);
        registry.put(uninstall.child("A"), "DisplayName", RegistryValue.expandSz("%X% 暴风影音"));
        registry.put(uninstall.child("B"), "DisplayName", RegistryValue.multiSz(List.of("one", "two")));
        registry.put(
                uninstall.child("C"), "DisplayName", RegistryValue.binary("飞秋\0".getBytes(StandardCharsets.UTF_16LE)));

        assertThat(names()).containsExactly("%X% 暴风影音", "one", "飞秋");
        assertThat(read().odd()).hasSize(3);
    }

    @Test
    void aNameThatIsNoTextIsReportedAndNotListed() {
        RegistryKey uninstall = RegistryKey.machine(UNINSTALL);
        registry.put(uninstall.child("A"), "DisplayName", RegistryValue.dword(5));
        registry.put(uninstall.child("B"), "DisplayName", RegistryValue.binary(new byte[] {1, 0, 2, 0, 3}));
        registry.put(uninstall.child("C"), "DisplayName", RegistryValue.raw(0xFFFF0000, new byte[3]));

        assertThat(names()).isEmpty();
        assertThat(read().odd())
                .extracting(remark -> remark.what().arguments().get(0))
                .containsExactly("REG_DWORD", "REG_BINARY", "REG_4294901760");
    }

    @Test
    void blanksFullWidthLettersAndInvisibleCharactersDoNotMatter() {
        program(" \u3000ＷｉｎＲＡＲ\u200B\t 3.80\u00A0\r\n", Map.of());
        assertThat(names()).containsExactly("WinRAR 3.80");
    }

    @Test
    void aNameOfAMegabyteIsCutAndReported() {
        program("A", Map.of("DisplayName", "x".repeat(1 << 20)));
        assertThat(names().get(0)).hasSize(DisplayText.LONGEST);
        assertThat(read().odd()).extracting(r -> r.what().key()).contains("software.odd.long");
    }

    @Test
    void aNameEndsAtItsFirstNulAndTheRestIsReported() {
        RegistryKey key = RegistryKey.machine(UNINSTALL).child("A");
        registry.put(key, "DisplayName", RegistryValue.sz("WinRAR\0 and something else"));
        assertThat(names()).containsExactly("WinRAR");
        assertThat(read().odd()).extracting(r -> r.what().key()).containsExactly("software.odd.nul");
    }

    @Test
    void severalNulsAtTheEndAreNothingOdd() {
        registry.put(RegistryKey.machine(UNINSTALL).child("A"), "DisplayName", RegistryValue.sz("WinRAR\0\0\0"));
        assertThat(read().odd()).isEmpty();
    }

    @Test
    void chineseThatWasWrittenOnAWesternWindowsIsReadAsChinese() {
        Charset gbk = Charset.forName("GBK");
        program(new String("暴风影音5".getBytes(gbk), StandardCharsets.ISO_8859_1), Map.of());
        program(new String("搜狗拼音输入法 6.0正式版".getBytes(gbk), Charset.forName("windows-1252")), Map.of());
        assertThat(names()).containsExactly("暴风影音5", "搜狗拼音输入法 6.0正式版");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Café Mémoire Ängström Übung", "Adobe® Flash® Player™", "Œuvres complètes", "Почта России"})
    void europeanNamesStayAsTheyAre(String name) {
        assertThat(DisplayText.unscrambled(name)).isEqualTo(name);
    }

    @Test
    void aDeniedKeyIsReportedAndNeverTakenForAbsent() {
        program("visible", Map.of());
        registry.denied.add(RegistryKey.machine32(UNINSTALL).toString());
        registry.add(RegistryKey.machine(UNINSTALL), "locked", "DisplayName", "locked");
        registry.denied.add(RegistryKey.machine(UNINSTALL).child("locked").toString());

        assertThat(names()).containsExactly("visible");
        assertThat(read().refused()).hasSize(2).allMatch(error -> error.code() == WindowsError.ACCESS_DENIED);
    }

    @Test
    void deniedUsersAreReported() {
        registry.denied.add("HKU");
        assertThat(read().refused()).hasSize(1);
    }

    @Test
    void aHundredThousandEntriesAreCutAndThatIsReported() {
        RegistryKey uninstall = RegistryKey.machine(UNINSTALL);
        IntStream.range(0, 100_000).forEach(i -> registry.add(uninstall, "k" + i, "DisplayName", "p" + i));
        assertThat(names()).hasSize(UninstallKeys.MOST_ENTRIES);
        assertThat(read().refused()).hasSize(1);
    }

    @Test
    void aMachineWithoutUninstallKeysHasNoPrograms() {
        assertThat(read()).isEqualTo(new InstalledPrograms(List.of(), List.of(), List.of()));
    }

    private void program(String name, Map<String, String> values) {
        RegistryKey uninstall = RegistryKey.machine(UNINSTALL);
        registry.add(uninstall, name.strip(), "DisplayName", name);
        registry.add(uninstall, name.strip(), "UninstallString", "uninstall.exe");
        values.forEach((value, text) -> registry.add(uninstall, name.strip(), value, text));
    }

    private List<String> names() {
        return read().programs().stream().map(InstalledProgram::name).toList();
    }

    private InstalledPrograms read() {
        return InstalledPrograms.in(registry);
    }

    /** A registry that holds what it is told, in that order, and denies what it is told. */
    private static final class Entries implements RegistryView {
        final Map<RegistryKey, Map<String, RegistryValue>> values = new LinkedHashMap<>();
        final Map<RegistryKey, Set<String>> children = new LinkedHashMap<>();
        final List<String> users = new ArrayList<>();
        final Set<String> denied = new LinkedHashSet<>();

        void add(RegistryKey uninstall, String entry, String name, String text) {
            put(uninstall.child(entry), name, RegistryValue.sz(text));
        }

        void put(RegistryKey key, String name, RegistryValue value) {
            children.computeIfAbsent(key.parent().orElseThrow(), k -> new LinkedHashSet<>())
                    .add(key.name());
            values.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(name, value);
        }

        @Override
        public Reading<RegistryValue> value(RegistryKey key, String name) {
            if (denied.contains(key.toString())) {
                return denied(key.toString());
            }
            RegistryValue value = values.getOrDefault(key, Map.of()).get(name);
            return value == null ? Reading.absent() : Reading.of(value);
        }

        @Override
        public Reading<List<String>> valueNames(RegistryKey key) {
            return Reading.of(List.copyOf(values.getOrDefault(key, Map.of()).keySet()));
        }

        @Override
        public Reading<List<String>> subkeys(RegistryKey key) {
            if (denied.contains(key.toString())) {
                return denied(key.toString());
            }
            return children.containsKey(key) ? Reading.of(List.copyOf(children.get(key))) : Reading.absent();
        }

        @Override
        public Reading<List<String>> users() {
            return denied.contains("HKU") ? denied("HKU") : Reading.of(users);
        }

        private static <T> Reading<T> denied(String where) {
            Message tried = Message.of("windows.tried.read-key", where);
            return Reading.unreadable(new WindowsError(tried, WindowsError.ACCESS_DENIED, "Access is denied"));
        }
    }
}
