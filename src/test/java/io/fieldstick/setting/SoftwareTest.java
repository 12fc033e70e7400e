package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftwareTest {
    private static final String UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final RegistryKey MACHINE = RegistryKey.machine(UNINSTALL);
    private static final String WINRAR = """
            required:
              - name: WinRAR 3.8
                any-of:
                  - {display-name: "WinRAR*", publisher: "win.rar GmbH", version: ">=3.80 <4"}
                  - {display-name: WinRAR archiver, version: ">=3.80 <4"}
                licence: licensed
            """;

    private final InMemoryWindows windows = new InMemoryWindows();

    @TempDir
    private Path folder;

    @Test
    void aRequiredProgramThatIsThereIsAsDesiredAndTheEvidenceIsItsKey() {
        install(RegistryKey.machine32(UNINSTALL), "WinRAR 3.80", "3.80.0", "win.rar GmbH");

        Judgement judgement = judge(WINRAR);

        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.evidence())
                .containsExactly(
                        new Evidence("HKLM\\" + UNINSTALL + "\\WinRAR 3.80 (32-bit)!DisplayName", "WinRAR 3.80, 3.80.0")
                                .since(Reading.of(InMemoryWindows.LONG_AGO)));
        assertThat(words(judgement.actual())).isEqualTo("installed: WinRAR 3.80 3.80.0, win.rar GmbH");
    }

    @Test
    void aRequiredProgramOfOneUserCountsToo() {
        windows.user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsm", true);
        install(RegistryKey.user("S-1-5-21-1-2-3-1001", UNINSTALL), "WinRAR 3.93", "3.93", "win.rar GmbH");
        assertThat(judge(WINRAR).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aRequiredProgramThatIsMissingIsInstalledByHand() {
        Judgement judgement = judge(WINRAR);
        assertThat(words(judgement.actual())).isEqualTo("not installed");
        assertThat(instruction(judgement)).isEqualTo("install WinRAR 3.8 with a licence that the house has");
    }

    @Test
    void anotherVersionIsNotTheProgram() {
        install(MACHINE, "WinRAR 5.21 (64-bit)", "5.21.0", "win.rar GmbH");
        Judgement judgement = judge(WINRAR);
        assertThat(words(judgement.actual()))
                .isEqualTo("installed in another version: WinRAR 5.21 (64-bit) 5.21.0, win.rar GmbH");
        assertThat(instruction(judgement)).isEqualTo("install WinRAR 3.8 in one of the versions >=3.80 <4");
    }

    @Test
    void theVersionInTheNameCountsWhereNoOtherIsStated() {
        install(MACHINE, "WinRAR 5.21 (64-bit)", "", "win.rar GmbH");
        install(MACHINE, "WinRAR 3.80", "", "win.rar GmbH");
        assertThat(judge(WINRAR).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aVersionThatIsRecordedNowhereIsLookedUpByAPerson() {
        install(MACHINE, "WinRAR archiver", "", "");
        assertThat(instruction(judge(WINRAR)))
                .isEqualTo("start WinRAR 3.8 and look up its version under Help, About: it should be >=3.80 <4");
    }

    @Test
    void anotherPublisherIsAnotherProgram() {
        install(MACHINE, "WinRAR 3.80", "3.80", "Somebody Else");
        assertThat(words(judge(WINRAR).actual())).isEqualTo("not installed");
    }

    @Test
    void whatIsNotFoundIsNotCalledMissingWhereAKeyIsDenied() {
        windows.key(MACHINE.child("secret")).unreadable(MACHINE.child("secret"), WindowsError.ACCESS_DENIED);

        Judgement judgement = judge(WINRAR);

        assertThat(judgement.verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(words(judgement.actual())).isEqualTo("not found, but 1 places could not be read");
    }

    @Test
    void aDeniedKeyDoesNotMatterWhereTheProgramIsFound() {
        install(MACHINE, "WinRAR 3.80", "3.80", "win.rar GmbH");
        windows.key(MACHINE.child("secret")).unreadable(MACHINE.child("secret"), WindowsError.ACCESS_DENIED);
        assertThat(judge(WINRAR).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aForbiddenProgramIsRemovedByHandAndTheReasonIsGiven() {
        String forbidden = """
                forbidden:
                  - name: Flash
                    any-of: [{display-name: "/^Adobe Flash Player/"}]
                    reason: no fixes since 2021
                """;
        assertThat(judge(forbidden).verdict()).isEqualTo(new Verdict.AsDesired());
        install(MACHINE, "Adobe Flash Player 32 NPAPI", "32.0.0.465", "Adobe");
        assertThat(instruction(judge(forbidden)))
                .isEqualTo("uninstall Adobe Flash Player 32 NPAPI 32.0.0.465, Adobe under Settings, Apps "
                        + "(reason: no fixes since 2021)");
    }

    /** Of a required program a version that is recorded nowhere counts as not there, of a forbidden one it must not. */
    @Test
    void aForbiddenVersionThatIsRecordedNowhereIsLookedUpByAPerson() {
        install(MACHINE, "WinRAR archiver", "", "");
        assertThat(instruction(judge(WINRAR.replace("required", "forbidden"))))
                .isEqualTo("start WinRAR 3.8 and look up its version under Help, About: >=3.80 <4 must not be there, so"
                        + " uninstall it if it is that");
    }

    @Test
    void aForbiddenProgramThatNobodyShowsIsFoundAllTheSame() {
        install(MACHINE, "Bad", "1", "");
        windows.put(MACHINE.child("Bad"), "SystemComponent", RegistryValue.dword(1));
        assertThat(judge("forbidden: [{name: Bad, any-of: [{display-name: Bad}]}]\n")
                        .verdict())
                .isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void anOptionalProgramMayBeThereOrNot() {
        String optional = "optional: [{name: 飞秋, any-of: [{display-name: '飞秋*'}], consent: ask}]\n";
        assertThat(judge(optional).verdict()).isEqualTo(new Verdict.AsDesired());
        install(MACHINE, "飞秋 2013", "3.0", "");
        assertThat(judge(optional).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(words(settings(optional).get(0).desired())).isEqualTo("may be installed if the user agrees");
    }

    @Test
    void aRuleForMachinesWithMuchMemoryDoesNotConcernOthers() {
        String symantec = """
                required:
                  - name: SEP
                    any-of: [{display-name: Symantec Endpoint Protection}]
                    when: {memory-at-least: 1 GB, os-build-at-least: 10240, os-build-below: 22000}
                """;
        assertThat(judgeWith(symantec, 512L << 20)).isInstanceOf(Verdict.NotApplicable.class);
        assertThat(judgeWith(symantec, (1L << 30) - (64L << 20))).isInstanceOf(Verdict.ByHand.class);
        windows.version(10, 0, 22631);
        assertThat(judgeWith(symantec, 8L << 30))
                .isEqualTo(new Verdict.NotApplicable(
                        Message.of("software.only-with", Message.of("software.when.build-below", 22000L))));
    }

    @Test
    void memoryBelowIsExactlyWhereMemoryAtLeastIsNot() {
        String both = "required: [{name: X, any-of: [{display-name: X}], when: {memory-below: 1 GB}}]\n";
        assertThat(judgeWith(both, 512L << 20)).isInstanceOf(Verdict.ByHand.class);
        assertThat(judgeWith(both, (1L << 30) - (64L << 20))).isInstanceOf(Verdict.NotApplicable.class);
    }

    @Test
    void theArchitectureIsThatOfWindows() {
        String rule = "required: [{name: X, any-of: [{display-name: X}], when: {architecture: x64}}]\n";
        RegistryKey environment =
                RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");
        windows.put(environment, "PROCESSOR_ARCHITECTURE", RegistryValue.sz("AMD64"));
        assertThat(judge(rule).verdict()).isInstanceOf(Verdict.ByHand.class);
        windows.put(environment, "PROCESSOR_ARCHITECTURE", RegistryValue.sz("ARM64"));
        assertThat(judge(rule).verdict()).isInstanceOf(Verdict.NotApplicable.class);
        windows.unreadable(environment, WindowsError.ACCESS_DENIED);
        assertThat(judge(rule).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void whatIsInNoRuleIsListedWithPublisherAndDateAndIsNoDifference() {
        install(MACHINE, "WinRAR 3.80", "3.80", "win.rar GmbH");
        install(MACHINE, "7-Zip 9.20", "", "Igor Pavlov");
        windows.put(MACHINE.child("7-Zip 9.20"), "InstallDate", RegistryValue.sz("20120501"));
        install(MACHINE, "Hidden", "1", "");
        windows.put(MACHINE.child("Hidden"), "SystemComponent", RegistryValue.dword(1));

        Judgement others = settings(WINRAR + "others: only-if-free\n").get(1).judgeOn(windows);

        assertThat(others.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(others.evidence())
                .extracting(Evidence::value)
                .containsExactly("7-Zip 9.20, Igor Pavlov, 2012-05-01");
        assertThat(words(others.actual())).isEqualTo("1 to be looked at, listed below");
    }

    @Test
    void aRegistryThatLiesIsReportedWithTheOthers() {
        windows.put(MACHINE.child("a"), "DisplayName", RegistryValue.dword(7));
        windows.put(MACHINE.child("b"), "DisplayName", RegistryValue.sz("x".repeat(1 << 20)));
        windows.put(MACHINE.child("c"), "DisplayName", RegistryValue.sz("WinRAR\0evil"));
        windows.key(MACHINE.child("d")).unreadable(MACHINE.child("d"), WindowsError.ACCESS_DENIED);

        Judgement others = settings("others: only-if-free\n").get(0).judgeOn(windows);

        assertThat(others.unreadable()).hasSize(1);
        assertThat(words(others.actual())).contains("3 registry values are not as Windows documents them");
    }

    @Test
    void theRegistryIsReadOnceForAllRulesAndAgainWhenARuleAsksAgain() {
        List<Setting<?>> settings = settings(WINRAR + "others: only-if-free\n");
        Object first = scanned(settings.get(0), windows);
        assertThat(scanned(settings.get(1), windows)).isSameAs(first);
        install(MACHINE, "WinRAR 3.80", "3.80", "win.rar GmbH");
        assertThat(scanned(settings.get(0), windows)).isNotEqualTo(first);
        assertThat(scanned(settings.get(1), new InMemoryWindows())).isNotSameAs(first);
    }

    private static Object scanned(Setting<?> setting, InMemoryWindows windows) {
        Object state = setting.read(windows);
        return state instanceof ProgramSetting.State own ? own.common() : state;
    }

    @Test
    void aRuleMayHoldOnlyWhereAnotherProgramIsOrIsNot() {
        String rules = """
                required:
                  - {name: Plugin, any-of: [{display-name: Plugin}], when: {installed: Office}}
                  - {name: Viewer, any-of: [{display-name: Viewer}], when: {not-installed: Office}}
                optional: [{name: Office, any-of: [{display-name: 'Office*'}]}]
                """;
        assertThat(settings(rules).get(0).judgeOn(windows).verdict()).isInstanceOf(Verdict.NotApplicable.class);
        assertThat(settings(rules).get(1).judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
        install(MACHINE, "Office 2007", "12", "");
        assertThat(settings(rules).get(0).judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
        Judgement viewer = settings(rules).get(1).judgeOn(windows);
        assertThat(words(viewer.actual())).isEqualTo("only for machines with no Office installed");
        assertThat(viewer.evidence()).extracting(Evidence::value).containsExactly("Office 2007, 12");
        windows.unreadable(RegistryKey.machine32(UNINSTALL), WindowsError.ACCESS_DENIED);
        windows.unreadable(MACHINE, WindowsError.ACCESS_DENIED);
        assertThat(settings(rules).get(0).judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aConditionThatNamesNoRuleIsAProblemWithItsPlace() {
        List<Problem> problems = new ArrayList<>();
        make("required: [{name: Plugin, any-of: [{display-name: x}], when: {installed: Pluginn}}]\n", problems);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.what().key()).isEqualTo("software.problem.no-rule");
            assertThat(problem.at().line()).isEqualTo(3);
        });
    }

    @Test
    void aRuleThatTakesTooLongSaysSo() {
        install(MACHINE, "a".repeat(60), "1", "");
        Judgement judgement = judge("required: [{name: X, any-of: [{display-name: '/(.*a){12}x/'}]}]\n");
        assertThat(instruction(judgement)).isEqualTo("simplify the patterns of the rule X in the profile");
    }

    @Test
    void everyProblemOfTheRulesIsReportedAtOnceWithItsPlace() {
        List<Problem> problems = new ArrayList<>();
        make("""
                required:
                  - {name: A, any-of: [{display-name: '/(/', version: '>= x'}]}
                  - {name: a, any-of: []}
                optional: [{name: others, any-of: [{display-name: x}]}]
                """, problems);
        assertThat(problems)
                .extracting(
                        problem -> problem.what().key(), problem -> problem.at().line())
                .containsExactly(
                        tuple("software.problem.expression", 4),
                        tuple("software.problem.range", 4),
                        tuple("software.problem.name-twice", 5),
                        tuple("software.problem.no-way", 5),
                        tuple("software.problem.name-twice", 6));
    }

    private void install(RegistryKey uninstall, String name, String version, String publisher) {
        RegistryKey key = uninstall.child(name);
        windows.put(key, "DisplayName", RegistryValue.sz(name));
        windows.put(key, "UninstallString", RegistryValue.sz("uninstall.exe"));
        if (!version.isEmpty()) {
            windows.put(key, "DisplayVersion", RegistryValue.sz(version));
        }
        if (!publisher.isEmpty()) {
            windows.put(key, "Publisher", RegistryValue.sz(publisher));
        }
    }

    private Judgement judge(String section) {
        return settings(section).get(0).judgeOn(windows);
    }

    private Verdict judgeWith(String section, long memory) {
        windows.memory(memory);
        return judge(section).verdict();
    }

    private List<Setting<?>> settings(String section) {
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings = make(section, problems);
        assertThat(problems).isEmpty();
        return settings;
    }

    private List<Setting<?>> make(String section, List<Problem> problems) {
        try {
            Path file = Files.writeString(folder.resolve("p.yaml"), "name: test\nsoftware:\n" + section.indent(2));
            ProfileReading read = new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), key -> true);
            assertThat(read).isInstanceOf(ProfileReading.Accepted.class);
            return SettingCatalogue.settings(
                    ((ProfileReading.Accepted) read).profile(), key -> true, Answers.none(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String instruction(Judgement judgement) {
        return words(((Verdict.ByHand) judgement.verdict()).instruction());
    }

    private static String words(Message message) {
        return Messages.in(Language.ENGLISH).text(message);
    }
}
