package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are in no list of installed programs are found by what else they leave. */
class TracesTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final RegistryKey SERVICE =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\SepMasterService");
    private static final RegistryKey OFFICE =
            RegistryKey.machine("SOFTWARE\\Classes\\Installer\\Products\\4080110900063D11C8EF10054038389C");
    private static final RegistryKey STORE =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore");

    private final InMemoryWindows windows = new InMemoryWindows().user(ZHANG, "C:\\Users\\张三", true);

    @TempDir
    private Path folder;

    @Test
    void aServiceIsEvidenceAndItsProgramIsShown() {
        assertThat(judge("service: SepMasterService").verdict()).isInstanceOf(Verdict.ByHand.class);
        windows.put(SERVICE, "Type", RegistryValue.dword(0x10));
        windows.put(SERVICE, "ImagePath", RegistryValue.expandSz("C:\\sep\\ccSvcHst.exe"));
        Judgement judgement = judge("service: SepMasterService");
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.evidence())
                .containsExactly(new Evidence(SERVICE + "!ImagePath", "C:\\sep\\ccSvcHst.exe")
                        .since(Reading.of(InMemoryWindows.LONG_AGO)));
    }

    @Test
    void aDriverIsNoService() {
        windows.put(SERVICE, "Type", RegistryValue.dword(1));
        assertThat(judge("service: SepMasterService").verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void aServiceThatMayNotBeLookedAtIsNotCalledMissing() {
        windows.put(SERVICE, "Type", RegistryValue.dword(0x10)).unreadable(SERVICE, WindowsError.ACCESS_DENIED);
        assertThat(judge("service: SepMasterService").verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void anMsiProductIsFoundByItsPackedCodeWithItsVersion() {
        String rule = "msi-product: \"{90110804-6000-11D3-8CFE-0150048383C9}\", version: \"%s\"";
        windows.put(OFFICE, "ProductName", RegistryValue.sz("Microsoft Office Professional Edition 2003"));
        windows.put(OFFICE, "Version", RegistryValue.dword(0x0B001F5D));
        assertThat(judge(rule.formatted(">=11.0.8029 <12")).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(words(judge(rule.formatted(">=12")).actual()))
                .isEqualTo("installed in another version: Microsoft Office Professional Edition 2003 11.0.8029");
    }

    @Test
    void aPackageOfTheStoreIsFoundForAUser() {
        windows.key(STORE.child(ZHANG).child("Microsoft.WindowsCalculator_11.2210.0.0_x64__8wekyb3d8bbwe"));
        windows.key(STORE.child("Deleted").child("Maker.Gone_1.0.0.0_x64__8wekyb3d8bbwe"));
        assertThat(judge("appx: \"Microsoft.WindowsCalc*\", version: \">=11\"").verdict())
                .isEqualTo(new Verdict.AsDesired());
        assertThat(judge("appx: Maker.Gone").verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void aRunningProgramIsEvidence() {
        assertThat(judge("process: feiq.exe").verdict()).isInstanceOf(Verdict.ByHand.class);
        windows.process(4711, "FeiQ.exe");
        Judgement judgement = judge("process: feiq.exe");
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.evidence()).containsExactly(new Evidence("process 4711", "FeiQ.exe"));
    }

    @Test
    void aFileIsFoundByItsPathWithVariables() {
        windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                "ProgramFilesDir",
                RegistryValue.sz("C:\\Program Files"));
        windows.file("C:\\Program Files\\AASN\\aasn.exe", 10);
        assertThat(judge("file: \"%ProgramFiles%\\\\AASN\\\\aasn.exe\"").verdict())
                .isEqualTo(new Verdict.AsDesired());
        assertThat(words(judge("file: \"%ProgramFiles%\\\\AASN\\\\aasn.exe\", version: \">=1\"")
                        .actual()))
                .isEqualTo("installed, but its version is recorded nowhere: C:\\Program Files\\AASN\\aasn.exe");
    }

    @Test
    void aPortableProgramIsFoundOnADesktopThatLiesElsewhere() {
        windows.volume('D', io.fieldstick.windows.Volumes.DriveType.FIXED, "NTFS", "", 1 << 30, 1 << 29);
        windows.put(
                RegistryKey.user(ZHANG, "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders"),
                "Desktop",
                RegistryValue.expandSz("D:\\a\\b\\c\\桌面"));
        windows.file("D:\\a\\b\\c\\桌面\\工具\\FeiQ.exe", 10);
        Judgement judgement = judge("file: FeiQ*.exe");
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(words(judgement.actual())).isEqualTo("installed: D:\\a\\b\\c\\桌面\\工具\\FeiQ.exe");
    }

    @Test
    void aLinkIsNotFollowedInTheSearch() {
        windows.junction("C:\\Users\\张三\\Desktop\\link").file("C:\\Users\\张三\\Desktop\\link\\FeiQ.exe", 10);
        assertThat(judge("file: FeiQ.exe").verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void onlyTheVeryFileCountsWhereItsHashIsGiven() {
        windows.bytes("C:\\Users\\张三\\Desktop\\renamed.exe", "abc".getBytes(StandardCharsets.US_ASCII));
        windows.bytes("C:\\Users\\张三\\Desktop\\other.exe", "abd".getBytes(StandardCharsets.US_ASCII));
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Judgement judgement = judge("file: \"*.exe\", sha256: " + abc);
        assertThat(judgement.evidence())
                .containsExactly(new Evidence("C:\\Users\\张三\\Desktop\\renamed.exe", "SHA-256 " + abc));
        assertThat(judge("file: other.exe, sha256: " + abc).verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void aProgramThatIsOnlyInTheCloudIsNotOpened() {
        windows.cloudFile("C:\\Users\\张三\\Desktop\\FeiQ.exe", 1000)
                .unreadable("C:\\Users\\张三\\Desktop\\FeiQ.exe", WindowsError.ACCESS_DENIED);
        assertThat(words(judge("file: FeiQ.exe, version: \">=3\"").actual()))
                .contains("its version is recorded nowhere");
    }

    @Test
    void aFileThatIsOnlyInTheCloudIsNotTakenForAnotherThanThePinnedOne() {
        windows.cloudFile("C:\\Users\\张三\\Desktop\\FeiQ.exe", 1000);
        String pinned = "file: FeiQ.exe, sha256: " + "0".repeat(64);
        for (String demand : List.of("forbidden", "required")) {
            assertThat(judge(demand, pinned).verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Unknown.class,
                            unknown -> assertThat(unknown.why().code()).isEqualTo(WindowsError.FILE_OFFLINE));
        }
    }

    @Test
    void aForbiddenPortableProgramIsToBeRemovedAndNotUninstalled() {
        windows.file("C:\\Users\\张三\\Downloads\\FeiQ.exe", 10);
        Verdict verdict = judge("forbidden", "file: FeiQ.exe").verdict();
        assertThat(words(((Verdict.ByHand) verdict).instruction()))
                .isEqualTo("remove C:\\Users\\张三\\Downloads\\FeiQ.exe; it is not in the list of installed programs");
    }

    /** Else a forbidden program with a long name would be as desired. */
    @Test
    void aPatternThatTakesTooLongToSayIsNotTakenForNo() {
        String name = "a".repeat(60);
        String pattern = "\"/(.*a){12}x/\"";
        windows.process(4711, name).key(STORE.child(ZHANG).child(name + "_1.0.0.0_x64__8wekyb3d8bbwe"));
        for (String way : List.of("process: ", "appx: ")) {
            String rule = way + pattern;
            Judgement judgement = judge("forbidden", rule);
            assertThat(judgement.verdict()).as(rule).isInstanceOf(Verdict.ByHand.class);
            assertThat(judgement.actual().key()).isEqualTo("software.too-slow");
        }
    }

    @Test
    void aVersionThatCannotBeReadIsNotTakenForOneThatIsNotForbidden() {
        String feiq = "C:\\Users\\张三\\Downloads\\FeiQ.exe";
        windows.file(feiq, 10).unreadable(feiq, WindowsError.ACCESS_DENIED);
        assertThat(judge("forbidden", "file: FeiQ.exe, version: \">=3\"").verdict())
                .isInstanceOf(Verdict.Unknown.class);
    }

    /** Its content says already that it is another file. */
    @Test
    void aVersionOfAnotherFileMayStayUnread() {
        String other = "C:\\Users\\张三\\Downloads\\FeiQ.exe";
        windows.bytes(other, programWithADamagedVersion());
        assertThat(judge("forbidden", "file: FeiQ.exe, version: \">=3\"").verdict())
                .isInstanceOf(Verdict.Unknown.class);
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(judge("forbidden", "file: FeiQ.exe, version: \">=3\", sha256: " + abc)
                        .verdict())
                .isInstanceOf(Verdict.AsDesired.class);
    }

    /** Its resources lie in a section that it does not have. */
    private static byte[] programWithADamagedVersion() {
        int pe = 64;
        int optional = pe + 24;
        return ByteBuffer.allocate(1000)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) 0x5A4D)
                .putInt(0x3C, pe)
                .putInt(pe, 0x4550)
                .putShort(optional, (short) 0x20B)
                .putInt(optional + 108, 16)
                .putInt(optional + 112 + 16, 0x1000)
                .array();
    }

    @Test
    void programFoldersThatWindowsDoesNotTellAreNotTakenForEmptyOnes() {
        windows.unreadable(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"), WindowsError.ACCESS_DENIED);
        assertThat(judge("forbidden", "file: FeiQ.exe").verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void anItemThatSaysTwoThingsOrNoneIsAProblem() {
        assertThat(problems("service: a, process: b.exe"))
                .containsExactly(
                        "each item of `any-of` says exactly one of display-name, service, file, msi-product, appx, process");
        assertThat(problems("version: \"1\"")).hasSize(1);
        assertThat(problems("service: a, version: \"1\""))
                .singleElement()
                .asString()
                .startsWith("`version` goes only with");
    }

    private Judgement judge(String way) {
        return judge("required", way);
    }

    private Judgement judge(String demand, String way) {
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings = settings(demand, way, problems);
        assertThat(problems).isEmpty();
        return settings.get(0).judgeOn(windows);
    }

    private List<String> problems(String way) {
        List<Problem> problems = new ArrayList<>();
        settings("required", way, problems);
        return problems.stream().map(problem -> words(problem.what())).toList();
    }

    private List<Setting<?>> settings(String demand, String way, List<Problem> problems) {
        String profile = "name: t\nsoftware:\n  " + demand + ":\n    - name: it\n      any-of: [{" + way + "}]\n";
        Path file = folder.resolve("p.yaml");
        try {
            Files.writeString(file, profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProfileReading reading = new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), section -> true);
        if (reading instanceof ProfileReading.Refused refused) {
            throw new AssertionError(
                    refused.problems().stream().map(p -> words(p.what())).toList());
        }
        return SettingCatalogue.settings(
                ((ProfileReading.Accepted) reading).profile(), section -> true, Answers.none(), problems);
    }

    private static String words(Message message) {
        return Messages.in(Language.ENGLISH).text(message);
    }
}
