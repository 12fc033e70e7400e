package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.Activation.Licence;
import io.fieldstick.windows.Antivirus.Product;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsItselfTest {
    private static final RegistryKey SESSION_MANAGER =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager");
    private static final RegistryKey UPDATE = RegistryKey.machine(
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired");
    private static final RegistryKey SETUP_STATE =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State");
    private static final RegistryKey OEM =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\OEMInformation");
    private static final WindowsError DENIED =
            new WindowsError(Message.of("windows.tried.ask-activation"), WindowsError.ACCESS_DENIED, "");

    private final InMemoryWindows windows = new InMemoryWindows();

    @Test
    void anEditionIsComparedByItsIdAndUnknownWhereThereIsNone() {
        WindowsEdition edition = new WindowsEdition(List.of("Professional", "Enterprise*"));
        assertThat(edition.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
        windows.put(InMemoryWindows.CURRENT_VERSION, "EditionID", RegistryValue.sz("EnterpriseS"));
        assertThat(edition.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.put(InMemoryWindows.CURRENT_VERSION, "EditionID", RegistryValue.sz("Core"));
        assertThat(edition.judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void anOlderBuildDiffers() {
        windows.version(10, 0, 19045);
        assertThat(new WindowsBuild(19045).judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(new WindowsBuild(22000).judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void activationThatCannotBeAskedForIsUnknownAndNotMissing() {
        assertThat(new WindowsActivated().judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
        windows.licences(Reading.unreadable(DENIED));
        assertThat(new WindowsActivated().judgeOn(windows).verdict()).isEqualTo(new Verdict.Unknown(DENIED));
    }

    @Test
    void aTimeOfGraceIsNoActivation() {
        windows.licences(Reading.of(List.of(new Licence("Windows(R), RETAIL channel", 1))));
        assertThat(new WindowsActivated().judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.licences(Reading.of(List.of(new Licence("Windows(R), VOLUME_KMSCLIENT channel", 2))));
        assertThat(new WindowsActivated().judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
        windows.licences(Reading.of(List.of()));
        assertThat(new WindowsActivated().judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void aScannerIsCurrentWhereItIsThereAndOnAndUpToDate() {
        assertThat(scanner("windowsdefender://", 0x61100)).isEqualTo("Wächter is on and up to date");
        assertThat(scanner("windowsdefender://", 0x61110)).endsWith("its signatures are out of date");
        assertThat(scanner("windowsdefender://", 0x60100)).contains("switched off");
        assertThat(scanner("C:\\removed\\av.exe", 0x61100)).endsWith("its program is not on the disk");
        windows.file("C:\\av\\av.exe", 1);
        assertThat(scanner("C:\\av\\av.exe", 0x61100)).endsWith("up to date");
    }

    @Test
    void noScannerDiffersAndNoListIsUnknown() {
        assertThat(new CurrentAntivirus().judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
        windows.scanners(Reading.of(List.of()));
        assertThat(new CurrentAntivirus().judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void aDeviceWithoutDriverIsNamedWithItsHardwareIdAndADisabledOneIsNot() {
        windows.presentDevice("PCI\\VEN_8086&DEV_1", "PCI\\CC_02", "network", 0)
                .presentDevice("PCI\\VEN_10EC&DEV_2", "PCI\\CC_03", "", 28)
                .presentDevice("USB\\X", "USB\\Y", "camera", 22);
        Judgement judgement = new CompleteDrivers().judgeOn(windows);
        assertThat(judgement.evidence()).containsExactly(new Evidence("PCI\\VEN_10EC&DEV_2", "CM_PROB 28"));
        assertThat(words(((Verdict.ByHand) judgement.verdict()).instruction())).startsWith("install the driver");
    }

    @Test
    void aDeviceOfWhichWindowsDoesNotSayWhetherItWorksIsNotTakenForOneThatDoes() {
        windows.unreadableDevice("PCI\\VEN_8086&DEV_1", "PCI\\CC_02", "network", 13);
        Judgement unknown = new CompleteDrivers().judgeOn(windows);
        assertThat(unknown.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class,
                        verdict -> assertThat(words(verdict.why().tried()))
                                .isEqualTo("ask whether the device network works"));
        windows.presentDevice("PCI\\VEN_10EC&DEV_2", "PCI\\CC_03", "", 28);
        Judgement missing = new CompleteDrivers().judgeOn(windows);
        assertThat(missing.verdict()).isInstanceOf(Verdict.ByHand.class);
        assertThat(missing.unreadable()).extracting(WindowsError::code).containsExactly(13);
    }

    @Test
    void aPendingRestartIsToldWithItsReasonAndLeftoverFileOperationsAreNone() {
        windows.put(
                SESSION_MANAGER, "PendingFileRenameOperations", RegistryValue.multiSz(List.of("\\??\\C:\\x.tmp", "")));
        assertThat(new NoPendingRestart().judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.key(UPDATE);
        Judgement judgement = new NoPendingRestart().judgeOn(windows);
        assertThat(words(judgement.actual())).isEqualTo("Windows Update waits for a restart");
        assertThat(judgement.verdict()).isInstanceOf(Verdict.ByHand.class);
        windows.unreadable(UPDATE, WindowsError.ACCESS_DENIED);
        assertThat(new NoPendingRestart().judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aGraphicsCardOnTheDriverForEveryCardIsNamed() {
        RegistryKey basic = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\BasicDisplay\\Enum");
        windows.put(basic, "Count", RegistryValue.dword(1));
        windows.put(basic, "0", RegistryValue.sz("ROOT\\BasicDisplay\\0000"));
        assertThat(new CompleteDrivers().judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.put(basic, "1", RegistryValue.sz("PCI\\VEN_10DE&DEV_1C82&SUBSYS_0\\4&1"));
        Judgement judgement = new CompleteDrivers().judgeOn(windows);
        windows.unreadable(basic, WindowsError.ACCESS_DENIED);
        assertThat(new CompleteDrivers().judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(words(judgement.actual())).contains("basic driver", "VEN_10DE&DEV_1C82");
        assertThat(judgement.verdict()).isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void everyReasonForARestartIsTold() {
        windows.key(UPDATE);
        windows.put(InMemoryWindows.COMPUTER_NAME, "ComputerName", RegistryValue.sz("NEWNAME"));
        Judgement judgement = new NoPendingRestart().judgeOn(windows);
        assertThat(words(judgement.actual()))
                .isEqualTo("Windows Update waits for a restart; the new computer name waits for a restart");
        assertThat(judgement.evidence())
                .allSatisfy(seen -> assertThat(seen.since()).contains(InMemoryWindows.LONG_AGO));
    }

    @Test
    void aWindowsWithoutTracesOfAnImageIsAsDesiredAndTheTagOfSysprepIsShown() {
        windows.put(SETUP_STATE, "ImageState", RegistryValue.sz("IMAGE_STATE_COMPLETE"));
        windows.put(InMemoryWindows.CURRENT_VERSION, "RegisteredOwner", RegistryValue.sz("李四"));
        windows.put(
                RegistryKey.machine("SYSTEM\\Setup"),
                "CloneTag",
                RegistryValue.multiSz(List.of("Sat Nov 20 19:02:18 2010")));
        Judgement judgement = new OriginalWindows().judgeOn(windows);
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.evidence())
                .extracting(Evidence::where, Evidence::value)
                .containsExactly(tuple("HKLM\\SYSTEM\\Setup!CloneTag", "Sat Nov 20 19:02:18 2010"));
    }

    @Test
    void everyTraceOfAnImageIsNamedWithItsPlace() {
        windows.put(SETUP_STATE, "ImageState", RegistryValue.sz("IMAGE_STATE_SPECIALIZE_RESEAL_TO_OOBE"));
        windows.put(OEM, "Manufacturer", RegistryValue.sz("雨林木风 Ghost Win7 装机版"));
        windows.folder("C:\\sysprep");
        Judgement judgement = new OriginalWindows().judgeOn(windows);
        assertThat(words(judgement.actual()))
                .isEqualTo("traces of a disk image: its setup did not come to its end"
                        + " (IMAGE_STATE_SPECIALIZE_RESEAL_TO_OOBE); the name of a maker of images"
                        + " (雨林木风 Ghost Win7 装机版); the folder of Sysprep");
        assertThat(judgement.verdict()).isInstanceOf(Verdict.ByHand.class);
        assertThat(judgement.evidence()).hasSize(3);
    }

    @Test
    void anOriginThatCannotBeReadIsUnknown() {
        windows.unreadable(OEM, WindowsError.ACCESS_DENIED);
        assertThat(new OriginalWindows().judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    private String scanner(String program, int state) {
        windows.scanners(Reading.of(List.of(new Product("Wächter", program, state))));
        return words(new CurrentAntivirus().judgeOn(windows).actual());
    }

    private static String words(Message message) {
        return Messages.in(Language.ENGLISH).text(message);
    }
}
