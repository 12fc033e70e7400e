package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemoryPower;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.WindowsError;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Services, time zone, time server and power on computers that the laws do not visit. */
class MachineSettingsTest {
    private final InMemoryWindows windows = new InMemoryWindows();

    private static WindowsService service(String name, Service.Start start, boolean running) {
        return new WindowsService(name, Optional.of(start), Optional.of(running));
    }

    private Verdict verdict(Setting<?> setting) {
        return setting.judgeOn(windows).verdict();
    }

    private String instruction(Setting<?> setting) {
        Verdict verdict = verdict(setting);
        assertThat(verdict).isInstanceOf(Verdict.ByHand.class);
        return ((Verdict.ByHand) verdict).instruction().key();
    }

    @Test
    void aServiceThatIsNotThereNeedsItsProgramUnlessItMustNotRunAnyway() {
        assertThat(instruction(service("SepMasterService", Service.Start.AUTOMATIC, true)))
                .isEqualTo("services.missing");
        assertThat(verdict(service("RemoteRegistry", Service.Start.DISABLED, false)))
                .isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aServiceThatWasPausedIsTakenForOneThatRan() {
        windows.service("Spooler", Service.Start.AUTOMATIC, Service.State.BETWEEN);
        assertThat(new SetServiceRunning("Spooler", false).undoFrom(windows))
                .isEqualTo(new Undo.By(List.of(new SetServiceRunning("Spooler", true))));
    }

    @Test
    void thatDaylightTimeWasOffIsPartOfTheFormerTimeZone() {
        windows.timeZone(new TimeZone("Tokyo Standard Time", true));
        SetTimeZone change = new SetTimeZone(new TimeZone("China Standard Time", false));
        Undo undo = change.undoFrom(windows);
        assertThat(undo).isEqualTo(new Undo.By(List.of(new SetTimeZone(new TimeZone("Tokyo Standard Time", true)))));
        assertThat(new SetTimeZone(new TimeZone("Tokyo Standard Time", false)).isMadeOn(windows))
                .as("somebody switched it on or off since")
                .isEqualTo(Reading.of(false));
    }

    @Test
    void aDriverIsOnlyLookedAt() {
        windows.driver("disk", Service.Start.BOOT);
        assertThat(instruction(service("disk", Service.Start.DISABLED, false))).isEqualTo("services.driver");
    }

    @Test
    void aServiceIsStoppedBeforeItIsDisabledAndEnabledBeforeItIsStarted() {
        assertThat(((Verdict.Differs) verdict(service("Spooler", Service.Start.DISABLED, false))).changes())
                .containsExactly(
                        new SetServiceRunning("Spooler", false),
                        new SetServiceStart("Spooler", Service.Start.DISABLED));
        windows.service("Spooler", Service.Start.DISABLED, Service.State.STOPPED);
        assertThat(((Verdict.Differs) verdict(service("Spooler", Service.Start.AUTOMATIC, true))).changes())
                .containsExactly(
                        new SetServiceStart("Spooler", Service.Start.AUTOMATIC),
                        new SetServiceRunning("Spooler", true));
    }

    @Test
    void aTimeZoneThatThisWindowsDoesNotKnowIsByHand() {
        assertThat(instruction(new TimeZoneOfPlace("China Standart Time"))).isEqualTo("time-zone.missing");
    }

    @Test
    void aMemberOfADomainGetsItsTimeFromThere() {
        windows.membership(true, "house.example");
        assertThat(verdict(new TimeServer("ntp.house.example"))).isInstanceOf(Verdict.NotApplicable.class);
    }

    @Test
    void aPolicyForTimeServersIsLeftAloneAndNamed() {
        RegistryKey policy = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters");
        windows.put(policy, "NtpServer", RegistryValue.sz("time.windows.com,0x9"));
        Judgement judgement = new TimeServer("ntp.house.example").judgeOn(windows);
        assertThat(judgement.verdict()).isInstanceOf(Verdict.ByHand.class);
        assertThat(judgement.evidence()).extracting(Evidence::where).contains(policy + "!NtpServer");
        assertThat(new TimeServer("time.windows.com").judgeOn(windows).verdict())
                .as("the policy's own servers")
                .isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void theTimeServiceMustRun() {
        ((Verdict.Differs) verdict(new TimeServer("ntp.house.example")))
                .changes()
                .forEach(change -> change.makeOn(windows));
        assertThat(verdict(new TimeServer("ntp.house.example"))).isEqualTo(new Verdict.AsDesired());
        windows.services().stop("W32Time");
        assertThat(((Verdict.Differs) verdict(new TimeServer("ntp.house.example"))).changes())
                .containsExactly(new SetServiceRunning("W32Time", true));
    }

    /** On a computer in no domain the older Windows's own trigger stops the service right after each start of Windows. */
    @Test
    void theTimeServiceIsNotStoppedAgainAtTheNextStartOfWindows() {
        RegistryKey triggers = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\W32Time\\TriggerInfo");
        RegistryValue joined = RegistryValue.binary(new byte[16]);
        RegistryValue left = RegistryValue.binary(HexFormat.of().parseHex("6e51afddc25866489574c3b615d42ea1"));
        TimeServer server = new TimeServer("ntp.house.example");
        ((Verdict.Differs) verdict(server)).changes().forEach(change -> change.makeOn(windows));
        windows.put(triggers.child("0"), "GUID", joined)
                .put(triggers.child("0"), "Action", RegistryValue.dword(2))
                .put(triggers.child("1"), "GUID", left)
                .put(triggers.child("1"), "Action", RegistryValue.dword(2));
        assertThat(server.judgeOn(windows).actual().key()).isEqualTo("time-server.stops");
        assertThat(((Verdict.Differs) verdict(server)).changes())
                .containsExactly(new SetRegistryValue(triggers.child("1"), "Action", RegistryValue.dword(1)));
        windows.membership(true, "house.example");
        assertThat(verdict(server)).isInstanceOf(Verdict.NotApplicable.class);
        windows.membership(false, "WORKGROUP").put(triggers.child("1"), "Action", RegistryValue.dword(1));
        assertThat(verdict(server)).isEqualTo(new Verdict.AsDesired());
        windows.unreadable(triggers, WindowsError.ACCESS_DENIED);
        assertThat(verdict(server)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aComputerThatHasOnlyTheBalancedPlanIsNotForcedToAnother() {
        windows.power().onlyBalanced();
        assertThat(instruction(new PowerPlan(InMemoryPower.HIGH_PERFORMANCE))).isEqualTo("power.plan.missing");
        assertThat(verdict(new PowerPlan(InMemoryPower.BALANCED))).isEqualTo(new Verdict.AsDesired());
        assertThat(verdict(new RestTimes(
                        PowerTimeout.SLEEP,
                        Optional.of(InMemoryPower.HIGH_PERFORMANCE),
                        Map.of(PowerSource.BATTERY, 60))))
                .isInstanceOf(Verdict.NotApplicable.class);
    }

    @Test
    void aPolicyForPowerIsLeftAloneAndNamed() {
        RegistryKey policy = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings");
        windows.put(policy, "ActivePowerScheme", RegistryValue.sz(InMemoryPower.BALANCED))
                .put(policy.child(PowerTimeout.SLEEP.setting()), "ACSettingIndex", RegistryValue.dword(600));
        assertThat(instruction(new PowerPlan(InMemoryPower.HIGH_PERFORMANCE))).isEqualTo("power.policy");
        assertThat(instruction(new RestTimes(PowerTimeout.SLEEP, Optional.empty(), Map.of(PowerSource.PLUGGED_IN, 0))))
                .isEqualTo("power.policy");
        assertThat(verdict(new RestTimes(PowerTimeout.SLEEP, Optional.empty(), Map.of(PowerSource.BATTERY, 0))))
                .as("the policy says nothing of the battery")
                .isEqualTo(new Verdict.Differs(List.of(
                        new SetPowerTimeout(InMemoryPower.BALANCED, PowerTimeout.SLEEP, PowerSource.BATTERY, 0))));
    }

    @Test
    void partsOfThePasswordPolicyThatNobodyAsksForStayAsTheyAre() {
        PasswordRules rules =
                new PasswordRules(OptionalInt.of(8), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        assertThat(((Verdict.Differs) verdict(rules)).changes())
                .containsExactly(new SetPasswordPolicy(new PasswordPolicy(8, 42 * 86_400L, 0, 0)));
    }

    @Test
    void ofThePasswordPolicyOnlyWhatIsAskedForIsTold() {
        Messages words = Messages.in(Language.ENGLISH);
        PasswordRules rules =
                new PasswordRules(OptionalInt.of(8), OptionalInt.of(0), OptionalInt.empty(), OptionalInt.empty());
        assertThat(words.text(rules.desired()))
                .contains("at least 8 characters", "for ever")
                .doesNotContain("-", "former");
        assertThat(words.text(rules.judgeOn(windows).actual()))
                .contains("at least 0 characters", "valid for 42 days")
                .doesNotContain("former");
    }

    @Test
    void aPolicyThatWindowsDoesNotTellIsUnknown() {
        windows.security().refuse(2140);
        assertThat(verdict(new LockoutRules(5, 30, 30)))
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class,
                        unknown -> assertThat(unknown.why().code()).isEqualTo(2140));
    }

    @Test
    void aDomainThatMaySetThePolicyAgainIsNamed() {
        windows.membership(true, "house.example");
        assertThat(new LockoutRules(5, 30, 30).judgeOn(windows).actual().key()).isEqualTo("security-policy.of-domain");
        assertThat(new SecurityOption("DisableCAD", RegistryValue.dword(0))
                        .judgeOn(windows)
                        .actual()
                        .key())
                .isEqualTo("security-policy.of-domain");
    }

    @Test
    void aRightIsGivenBeforeItIsTaken() {
        UserRight right = new UserRight("SeShutdownPrivilege", new TreeSet<>(List.of("S-1-5-32-551")));
        assertThat(((Verdict.Differs) verdict(right)).changes())
                .containsExactly(
                        new SetUserRight("SeShutdownPrivilege", "S-1-5-32-551", true),
                        new SetUserRight("SeShutdownPrivilege", "S-1-5-32-544", false),
                        new SetUserRight("SeShutdownPrivilege", "S-1-5-32-545", false));
    }

    @Test
    void aRightThatWasThereAlreadyIsNotTakenByUndo() {
        assertThat(new SetUserRight("SeShutdownPrivilege", "S-1-5-32-544", true).undoFrom(windows))
                .isEqualTo(new Undo.By(List.of(new SetUserRight("SeShutdownPrivilege", "S-1-5-32-544", true))));
    }

    @Test
    void noListOfRightsKeepsAdministratorsOut() {
        assertThat(new UserRight("SeInteractiveLogonRight", new TreeSet<>(List.of("S-1-5-32-545"))).locksOut())
                .isTrue();
        assertThat(new UserRight("SeDenyInteractiveLogonRight", new TreeSet<>(List.of("S-1-1-0"))).locksOut())
                .isTrue();
        assertThat(new UserRight("SeDenyInteractiveLogonRight", new TreeSet<>(List.of("S-1-5-32-546"))).locksOut())
                .isFalse();
    }

    private static final String USER = "S-1-5-21-1-2-3-1001";
    private static final String ACDSEE = "C:\\Program Files\\ACD Systems\\ACDSee.exe";

    private void acdseeWithAUser() {
        windows.user(USER, "C:\\Users\\zhangsan", true).opens("ACDSee Free", ACDSEE, ".tif", "ACDSee.tif");
    }

    @Test
    void aProgramThatIsNotRegisteredForTheFilesMustBeInstalledFirst() {
        assertThat(instruction(new FileType(".tif", "ACDSee*", Optional.empty())))
                .isEqualTo("file-types.install");
        acdseeWithAUser();
        assertThat(instruction(new FileType(".tiff", "ACDSee*", Optional.empty())))
                .isEqualTo("file-types.install");
    }

    @Test
    void theComputersDefaultIsSetAndThenInForceForWhoeverChoseNothing() {
        acdseeWithAUser();
        FileType tif = new FileType(".tif", "ACDSee*", Optional.empty());
        List<Change> changes = ((Verdict.Differs) verdict(tif)).changes();
        assertThat(changes).hasSize(1);
        changes.get(0).makeOn(windows);
        assertThat(verdict(tif)).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aUsersOwnChoiceIsNeverWrittenAndThatUserIsNamed() {
        acdseeWithAUser();
        RegistryKey choice = RegistryKey.user(
                USER, "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\.tif\\UserChoice");
        windows.put(choice, "ProgId", RegistryValue.sz("PhotoViewer.FileAssoc.Tiff"))
                .put(choice, "Hash", RegistryValue.sz("AbCdEf="));
        FileType tif = new FileType(".tif", "ACDSee*", Optional.empty());
        ((Verdict.Differs) verdict(tif)).changes().forEach(change -> change.makeOn(windows));
        Verdict verdict = verdict(tif);
        assertThat(verdict).isInstanceOf(Verdict.ByHand.class);
        assertThat(((Verdict.ByHand) verdict).instruction().arguments()).contains(USER);
        assertThat(windows.writes()).noneMatch(line -> line.contains("UserChoice"));
    }

    @Test
    void theChoiceThatANewerWindowsGoesByCountsAndNotTheOneBefore() {
        acdseeWithAUser();
        String choices = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\.tif\\";
        windows.put(RegistryKey.user(USER, choices + "UserChoice"), "ProgId", RegistryValue.sz("ACDSee.tif"))
                .put(
                        RegistryKey.user(USER, choices + "UserChoiceLatest\\ProgId"),
                        "ProgId",
                        RegistryValue.sz("PhotoViewer.FileAssoc.Tiff"));
        FileType tif = new FileType(".tif", "ACDSee*", Optional.empty());
        ((Verdict.Differs) verdict(tif)).changes().forEach(change -> change.makeOn(windows));
        assertThat(instruction(tif)).isEqualTo("file-types.one-click");
    }

    @Test
    void thatUsersToComeGetAnotherProgramAtFirstIsTold() {
        acdseeWithAUser();
        windows.bytes(
                "C:\\Windows\\System32\\OEMDefaultAssociations.xml",
                "<DefaultAssociations><Association Identifier=\".TIF\" ProgId=\"AppX43\"/></DefaultAssociations>"
                        .getBytes(StandardCharsets.UTF_8));
        FileType tif = new FileType(".tif", "ACDSee*", Optional.empty());
        ((Verdict.Differs) verdict(tif)).changes().forEach(change -> change.makeOn(windows));
        assertThat(verdict(tif)).isEqualTo(new Verdict.AsDesired());
        assertThat(tif.judgeOn(windows).actual())
                .isEqualTo(Message.of("file-types.comers", Message.of("file-types.opened-by", "ACDSee.exe"), "AppX43"));
        windows.put(
                RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\System"),
                "DefaultAssociationsConfiguration",
                RegistryValue.sz("C:\\list.xml"));
        assertThat(tif.judgeOn(windows).actual().key()).isEqualTo("file-types.opened-by");
    }

    @Test
    void aUsersOwnClassOfFilesGoesBeforeTheComputersAndIsTold() {
        acdseeWithAUser();
        RegistryKey own = RegistryKey.user(USER, "Software\\Classes\\.tif");
        windows.put(own, "", RegistryValue.sz("FastStone.tif"));
        FileType tif = new FileType(".tif", "ACDSee*", Optional.empty());
        ((Verdict.Differs) verdict(tif)).changes().forEach(change -> change.makeOn(windows));
        assertThat(instruction(tif)).isEqualTo("file-types.one-click");
        assertThat(tif.judgeOn(windows).evidence()).contains(Evidence.override(own + "!(Default)", "FastStone.tif"));
        windows.put(own, "", RegistryValue.sz(""));
        assertThat(verdict(tif)).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void anAccountThatOnlyAnAdministratorUnlocksIsNotSaidToBeLockedForMinutes() {
        Message words = LockoutRules.words(new LockoutPolicy(0xFFFFFFFFL, 900, 5));
        assertThat(words).isEqualTo(Message.of("security-policy.lockout.until-unlocked", 5, 15L));
    }

    @Test
    void servicesSeeTheVariablesOfTheProxyAfterARestart() {
        Verdict.Differs differs =
                (Verdict.Differs) verdict(new EnvironmentProxy("proxy.house.example:8080", List.of()));
        assertThat(differs.changes()).extracting(Change::inForce).containsOnly(InForce.AFTER_RESTART);
    }

    @Test
    void aTimeThatAPolicySetsIsNotAsDesiredBecauseThePlanSaysSo() {
        RestTimes monitor = new RestTimes(PowerTimeout.MONITOR, Optional.empty(), Map.of(PowerSource.PLUGGED_IN, 900));
        ((Verdict.Differs) verdict(monitor)).changes().forEach(change -> change.makeOn(windows));
        assertThat(verdict(monitor)).isEqualTo(new Verdict.AsDesired());
        RegistryKey policy = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings")
                .child(PowerTimeout.MONITOR.setting());
        windows.put(policy, "ACSettingIndex", RegistryValue.dword(900));
        assertThat(verdict(monitor)).isEqualTo(new Verdict.AsDesired());
        windows.put(policy, "ACSettingIndex", RegistryValue.dword(60));
        assertThat(instruction(monitor)).isEqualTo("power.policy");
    }

    @Test
    void aPolicyThatAsksNoServerIsToldWhateverServersAreNamed() {
        TimeServer server = new TimeServer("ntp.house.example");
        ((Verdict.Differs) verdict(server)).changes().forEach(change -> change.makeOn(windows));
        assertThat(verdict(server)).isEqualTo(new Verdict.AsDesired());
        RegistryKey policy = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters");
        windows.put(policy, "Type", RegistryValue.sz("NTP"));
        assertThat(verdict(server)).isEqualTo(new Verdict.AsDesired());
        windows.put(policy, "Type", RegistryValue.sz("NoSync"));
        assertThat(instruction(server)).isEqualTo("time-server.policy");
    }

    /** Else verify would ask for a restart. */
    @Test
    void aNameInForceThatCannotBeReadIsNotTakenForAnother() {
        HostName name = new HostName("{dept}", Optional.of("OLDNAME"), List.of());
        assertThat(verdict(name)).isEqualTo(new Verdict.AsDesired());
        windows.unreadable(
                RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName"),
                WindowsError.ACCESS_DENIED);
        assertThat(verdict(name)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aPolicyThatSwitchesTheClientOffIsTold() {
        TimeServer server = new TimeServer("ntp.house.example");
        ((Verdict.Differs) verdict(server)).changes().forEach(change -> change.makeOn(windows));
        RegistryKey policy = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\W32Time\\TimeProviders\\NtpClient");
        windows.put(policy, "Enabled", RegistryValue.dword(1));
        assertThat(verdict(server)).isEqualTo(new Verdict.AsDesired());
        windows.put(policy, "Enabled", RegistryValue.dword(0));
        assertThat(instruction(server)).isEqualTo("time-server.policy");
        windows.unreadable(policy, WindowsError.ACCESS_DENIED);
        assertThat(verdict(server)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void autoPlayIsOffForCamerasAndPhonesToo() {
        Verdict.Differs differs = (Verdict.Differs) verdict(new AutoPlay());
        differs.changes().forEach(change -> change.makeOn(windows));
        assertThat(windows.registry()
                        .value(
                                RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\Explorer"),
                                "NoAutoplayfornonVolume"))
                .isEqualTo(Reading.of(RegistryValue.dword(1)));
    }

    @Test
    void aCommandStartsItsProgramInAnyCaseAndNotOneWhoseNameGoesOn() {
        assertThat(FileType.starts("\"" + ACDSEE + "\" \"%1\"", ACDSEE.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(FileType.starts("C:\\a.exe %1", "C:\\a.exe")).isTrue();
        assertThat(FileType.starts("C:\\a.exe2 %1", "C:\\a.exe")).isFalse();
        assertThat(FileType.starts("C:\\a.exe %1", "")).isFalse();
    }
}
