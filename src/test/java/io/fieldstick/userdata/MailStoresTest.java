package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailStoresTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String PROFILES_2016 = "Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles";
    private static final String PROFILES_2010 =
            "Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles";
    private static final String MAIL = "C:\\Users\\zhangsm\\AppData\\Local\\Microsoft\\Outlook\\";

    private final InMemoryWindows windows =
            new InMemoryWindows().user(ZHANG, "C:\\Users\\zhangsm", true).folder("C:\\Windows");

    @Test
    void aSoundHeaderIsSound() {
        assertThat(MailStores.problems("a.pst", PstFixture.unicode(4096, 4096), 4096))
                .isEmpty();
        assertThat(MailStores.problems("a.pst", PstFixture.ansi(4096, 4096), 4096))
                .isEmpty();
        assertThat(MailStores.problems("a.OST", PstFixture.ost(4096, 4096), 4096))
                .isEmpty();
    }

    @Test
    void aFileShorterThanItsHeaderSaysIsCutOff() {
        assertThat(names("a.pst", PstFixture.unicode(1 << 20, 4096), 4096)).containsExactly("truncated");
        assertThat(names("a.pst", PstFixture.ansi(1 << 20, 4096), 4096)).containsExactly("truncated");
        assertThat(names("a.pst", PstFixture.unicode(-1, 4096), 4096)).containsExactly("truncated");
    }

    @Test
    void theOldFormatIsWarnedOfBeforeItsTwoGigabytes() {
        int declared = 1_900 << 20;
        assertThat(names("a.pst", PstFixture.ansi(declared, 600), declared)).containsExactly("near-limit");
        assertThat(names("a.pst", PstFixture.ansi(-1, 600), 1L << 32)).containsExactly("over-limit");
        assertThat(names("a.pst", PstFixture.unicode(declared, 600), declared)).isEmpty();
        assertThat(names("a.pst", PstFixture.unicode(48L << 30, 600), 48L << 30))
                .containsExactly("near-limit");
    }

    @Test
    void anotherContentThanTheNameSaysIsToldOf() {
        assertThat(names("a.pst", PstFixture.ost(600, 600), 600)).containsExactly("wrong-type");
        assertThat(names("a.ost", PstFixture.unicode(600, 600), 600)).containsExactly("wrong-type");
        assertThat(names("a.pst", new byte[600], 600)).containsExactly("no-header");
        assertThat(names("a.pst", new byte[0], 0)).containsExactly("too-short");
    }

    @Test
    void noHeaderMakesTheParserFail() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = PstFixture.unicode(random.nextLong(), 600);
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            assertThat(MailStores.problems("a.pst", cut, random.nextLong() >>> 1))
                    .isNotNull();
        }
    }

    @Test
    void aStoreIsToldByWhatIsRegisteredAndWhatIsThere() {
        windows.bytes(MAIL + "both.pst", PstFixture.unicode(4096, 4096))
                .bytes(MAIL + "only-there.pst", PstFixture.unicode(4096, 4096));
        register(PROFILES_2016 + "\\Outlook\\0a0d0200", "001f6700", utf16(MAIL + "BOTH.pst\0garbage"));
        register(PROFILES_2010 + "\\旧配置\\13dbb0c8", "001e6700", gbk("D:\\邮件\\存档.pst\0x"));

        List<MailStore> stores = find().mailStores();

        assertThat(stores)
                .extracting(store -> store.path() + " " + store.header() + " "
                        + store.registrations().size() + " "
                        + store.problems().stream().map(StoreProblem::name).toList())
                .containsExactlyInAnyOrder(
                        MAIL + "both.pst SOUND 1 []",
                        MAIL + "only-there.pst SOUND 0 [unregistered]",
                        "D:\\邮件\\存档.pst NONE 1 [missing]");
        assertThat(stores.stream().flatMap(store -> store.registrations().stream()))
                .extracting(MailStore.Registration::outlook, MailStore.Registration::profile)
                .contains(tuple("16.0", "Outlook"), tuple("", "旧配置"));
    }

    @Test
    void theStoreOfAPopAccountIsTheTailOfItsDeliveryStore() {
        byte[] head = {0, 0, 0, 0, 0x38, (byte) 0xA1, (byte) 0xBB, 0x10, 5, 0x5C, 0, 0x2B, 0x2A, 0x56, (byte) 0xC2, 0};
        byte[] path = utf16("%USERPROFILE%\\not this\0");
        byte[] real = utf16("E:\\mail\\pop.pst\0\1\2");
        byte[] value = new byte[head.length + real.length];
        System.arraycopy(head, 0, value, 0, head.length);
        System.arraycopy(real, 0, value, head.length, real.length);
        register(PROFILES_2016 + "\\P\\9375CFF0413111d3B88A00104B2A6676\\00000002", "Delivery Store EntryID", value);
        register(PROFILES_2016 + "\\P\\9375CFF0413111d3B88A00104B2A6676\\00000002", "Mini UID", path);

        assertThat(find().mailStores()).extracting(MailStore::path).containsExactly("E:\\mail\\pop.pst");
    }

    @Test
    void outlook2003And2007UseNoMoreThan20GigabytesOfAFile() {
        windows.bytes(MAIL + "big.pst", PstFixture.unicode(20L << 30, 600))
                .size(MAIL + "big.pst", 20L << 30)
                .bytes(MAIL + "nearly.pst", PstFixture.unicode(19L << 30, 600))
                .size(MAIL + "nearly.pst", 19L << 30);
        assertThat(problems()).containsExactly("unregistered", "unregistered");

        windows.put(
                RegistryKey.machine("SOFTWARE\\Classes\\Outlook.Application\\CurVer"),
                "",
                RegistryValue.sz("Outlook.Application.12"));

        assertThat(problems()).containsExactly("over-limit", "unregistered", "near-limit", "unregistered");
        register(PROFILES_2016 + "\\O\\1", "001f6700", utf16(MAIL + "big.pst\0"));
        assertThat(problems()).containsExactly("near-limit", "unregistered");
    }

    @Test
    void theLimitThatAPolicyOrTheUserSetsCountsBeforeThatOfTheVersion() {
        windows.bytes(MAIL + "big.pst", PstFixture.unicode(60L << 30, 600)).size(MAIL + "big.pst", 60L << 30);
        register(PROFILES_2016 + "\\O\\1", "001f6700", utf16(MAIL + "big.pst\0"));
        assertThat(problems()).containsExactly("over-limit");
        pst("Software\\Microsoft\\Office\\16.0\\Outlook\\PST", "MaxLargeFileSize", 100 << 10);
        assertThat(problems()).containsExactly("near-limit");
        pst("Software\\Microsoft\\Office\\16.0\\Outlook\\PST", "WarnLargeFileSize", 90 << 10);
        assertThat(problems()).isEmpty();
        pst("Software\\Policies\\Microsoft\\Office\\16.0\\Outlook\\PST", "MaxLargeFileSize", 30 << 10);
        assertThat(problems()).containsExactly("over-limit");
    }

    @Test
    void theLimitOfOneUserIsNotThatOfAnotherWhoseFolderHasTheSameName() {
        String other = "S-1-5-21-1-2-3-1002";
        windows.user(other, "D:\\Users\\zhangsm", true)
                .bytes(MAIL + "small.pst", PstFixture.unicode(600, 600))
                .bytes("D:\\邮件\\big.pst", PstFixture.unicode(60L << 30, 600))
                .size("D:\\邮件\\big.pst", 60L << 30)
                .put(
                        RegistryKey.user(other, PROFILES_2016 + "\\O\\1"),
                        "001f6700",
                        RegistryValue.binary(utf16("D:\\邮件\\big.pst\0")));
        pst("Software\\Microsoft\\Office\\16.0\\Outlook\\PST", "MaxLargeFileSize", 100 << 10);
        register(PROFILES_2016 + "\\O\\1", "001f6700", utf16(MAIL + "small.pst\0"));

        assertThat(problems()).contains("over-limit");
    }

    private void pst(String key, String name, int megabytes) {
        windows.put(RegistryKey.user(ZHANG, key), name, RegistryValue.dword(megabytes));
    }

    private List<String> problems() {
        return find().mailStores().stream()
                .flatMap(store -> store.problems().stream())
                .map(StoreProblem::name)
                .toList();
    }

    @Test
    void aProfileIsFollowedAsDeepAsARegistryGoes() {
        register(PROFILES_2016 + "\\O" + "\\深".repeat(40), "001f6700", utf16("E:\\deep.pst\0"));

        assertThat(find().mailStores()).extracting(MailStore::path).containsExactly("E:\\deep.pst");
    }

    @Test
    void aProfileWithMoreKeysThanAreLookedAtIsToldOf() {
        for (int i = 0; i < 20_001; i++) {
            register(PROFILES_2016 + "\\O\\" + i, "x", new byte[0]);
        }

        assertThat(find().notRead())
                .extracting(NotRead::where)
                .containsExactly("HKU\\" + ZHANG + "\\" + PROFILES_2016 + "\\O");
    }

    @Test
    void aLockedStoreIsLockedAndOneInTheCloudIsNotOpened() {
        windows.bytes(MAIL + "locked.pst", PstFixture.unicode(4096, 4096))
                .cloudFile("C:\\Users\\zhangsm\\OneDrive\\cloud.pst", 5L << 30);
        register(PROFILES_2016 + "\\O\\1", "001f6700", utf16(MAIL + "locked.pst\0"));
        UserDataReport report = UserDataSearch.of(new LockedFiles(windows, 32), List.of(), List.of(), 1, Watch.NOBODY);

        assertThat(report.mailStores())
                .extracting(MailStore::header)
                .containsExactlyInAnyOrder(MailStore.Header.LOCKED, MailStore.Header.ONLY_IN_CLOUD);
        assertThat(report.total().cloudBytes()).isEqualTo(5L << 30);
        assertThat(report.total().bytes()).isEqualTo(4096);
    }

    @Test
    void noRegistryValueMakesTheReaderFail() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String name = List.of("001f6700", "001e6700", "001f6610", "Delivery Store EntryID")
                    .get(i % 4);
            windows.put(
                    RegistryKey.user(ZHANG, PROFILES_2016 + "\\O\\" + i),
                    name,
                    RegistryValue.raw(random.nextInt(12), bytes));
        }
        assertThat(find().mailStores()).allMatch(store -> store.path().length() > 2);
    }

    private UserDataReport find() {
        windows.put(
                RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage"),
                "ACP",
                RegistryValue.sz("936"));
        return UserDataSearch.of(windows, List.of(), List.of(), 1, Watch.NOBODY);
    }

    private static List<String> names(String path, byte[] start, long size) {
        return MailStores.problems(path, start, size).stream()
                .map(StoreProblem::name)
                .toList();
    }

    private void register(String key, String name, byte[] value) {
        windows.put(RegistryKey.user(ZHANG, key), name, RegistryValue.binary(value));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] gbk(String text) {
        return text.getBytes(Charset.forName("GBK"));
    }
}
