package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.Way;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallProgramTest {
    private final InMemoryWindows windows = FakeInstallers.on(new InMemoryWindows());

    @BeforeEach
    void theCaseIsOnTheStick() {
        windows.programRuns().keepLogsIn("E:\\cases\\run");
    }

    @Test
    void anMsiIsInstalledSilentlyFromACopyWithoutARestartAndWithALog() {
        assertThat(FakeInstallers.ledger().make(windows)).isEqualTo(InForce.NOW);
        ProgramRuns.Start start = windows.programRuns().started().get(0);
        assertThat(start.program()).isEqualTo("C:\\Windows\\System32\\msiexec.exe");
        assertThat(start.arguments())
                .isEqualTo(
                        "/i \"C:\\Windows\\Temp\\fieldstick-0000000000000001\\ledger.msi\" /qn /norestart REBOOT=ReallySuppress"
                                + " ALLUSERS=1 /l*v \"E:\\cases\\run\\Harbour Ledger.log\"");
        assertThat(start.limit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(windows.files()
                        .entry("C:\\Windows\\Temp\\fieldstick-0000000000000001")
                        .isAbsent())
                .isTrue();
    }

    @Test
    void aSetupIsStartedFromACopyInAFolderOfItsOwn() {
        FakeInstallers.dockView().make(windows);
        ProgramRuns.Start start = windows.programRuns().started().get(0);
        assertThat(start.program()).isEqualTo("C:\\Windows\\Temp\\fieldstick-0000000000000001\\看图\\setup.exe");
        assertThat(start.arguments()).isEqualTo("/S");
        assertThat(start.folder()).isEqualTo("C:\\Windows\\Temp\\fieldstick-0000000000000001");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "INNO, ``, /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /SP- /LOG=\"L\"",
                "INNO, /TASKS=x, /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /SP- /LOG=\"L\" /TASKS=x",
                "NSIS, /D=C:\\App, /S /D=C:\\App",
                "INSTALLSHIELD, ``, /s /v\"/qn /norestart REBOOT=ReallySuppress\"",
                "INSTALLSHIELD, /s /f1x.iss, /s /f1x.iss",
                "EXE, --silent, --silent"
            })
    void everyKindHasItsOwnSwitches(Installer.Kind kind, String arguments, String line) {
        Installer installer = new Installer(
                kind, List.of(new Installer.Part("x", "")), arguments, Optional.empty(), Duration.ofMinutes(1));
        assertThat(installer.commandLine(Optional.of("L"))).isEqualTo(line);
    }

    @Test
    void exitZeroAloneIsNoSuccess() {
        exiting(0);
        assertThat(refusal(FakeInstallers.dockView()))
                .containsExactly("the installer of 码头看图 ended with 0, which means that it is done, but Windows does not"
                        + " show the program; look into its log in the case, and whether the profile recognises it");
    }

    @ParameterizedTest
    @CsvSource({"3010", "1641"})
    void aNeededRestartIsTold(int code) {
        windows.programRuns().program("setup.exe", start -> {
            FakeInstallers.installDockView(windows);
            return OptionalInt.of(code);
        });
        assertThat(FakeInstallers.dockView().make(windows)).isEqualTo(InForce.AFTER_RESTART);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1602 | it was cancelled",
                "1603 | Windows Installer failed and took its steps back; look for \"Return value 3\" in its log in the case",
                "1638 | another version of it is installed; uninstall that first",
                "1 | it was cancelled, by a person or because it found a reason not to go on",
                "2 | it was broken off by its own script; its log in the case may say why",
                "77 | its maker knows what 77 means; its log in the case may say more",
                "-1073741515 | it crashed with 0xC0000135: a file that it needs is missing or damaged, or it is made"
                        + " for another Windows"
            })
    void everyExitCodeHasItsOwnWords(int code, String words) {
        exiting(code);
        WindowsException refused = refused(FakeInstallers.dockView());
        assertThat(refused.error().code()).isEqualTo(code);
        assertThat(words(refused.help().get(0))).isEqualTo(words);
    }

    @Test
    void aCodeThatIsBadIsARefusalEvenWhereTheProgramIsThere() {
        windows.programRuns().program("setup.exe", start -> {
            FakeInstallers.installDockView(windows);
            return OptionalInt.of(1603);
        });
        assertThat(refused(FakeInstallers.dockView()).error().code()).isEqualTo(1603);
    }

    /** 0x80070652 is how a bundle of WiX says 1618. */
    @ParameterizedTest
    @ValueSource(ints = {1618, 0x80070652})
    void anotherInstallationIsWaitedForSomeMinutes(int busy) {
        AtomicInteger tries = new AtomicInteger();
        windows.programRuns()
                .program(
                        "msiexec.exe",
                        start -> tries.incrementAndGet() < 3
                                ? OptionalInt.of(busy)
                                : FakeInstallers.msiexec(windows, start));
        FakeInstallers.ledger().make(windows);
        assertThat(windows.programRuns().pauses()).containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(15));
    }

    @Test
    void anotherInstallationThatNeverEndsIsNotWaitedForForever() {
        windows.programRuns().program("msiexec.exe", start -> OptionalInt.of(1618));
        assertThat(refused(FakeInstallers.ledger()).error().code()).isEqualTo(1618);
        assertThat(windows.programRuns().started()).hasSize(20);
    }

    @Test
    void anInstallerThatHangsIsEndedAndTold() {
        windows.programRuns().program("setup.exe", start -> OptionalInt.empty());
        assertThat(refusal(FakeInstallers.dockView()).get(0)).startsWith("it had not ended after 30 min ");
    }

    @Test
    void whatWasAlteredIsNeverStarted() {
        windows.bytes(
                FakeInstallers.FOLDER + "\\ledger.msi", "a pAckage".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refusal(FakeInstallers.ledger()).get(0))
                .contains("is not the file that the profile means: its SHA-256 is")
                .contains(FakeInstallers.sha256(FakeInstallers.MSI));
        assertThat(windows.programRuns().started()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "win.rar GmbH, 0, true",
        "win.rar GmbH, 0x800B0109, true",
        "win.rar GmbH, 0x80096010, false",
        "Evil GmbH, 0, false"
    })
    void theSignerMustBeTheOneThatTheProfileNames(String signer, String code, boolean good) {
        windows.signed("setup.exe", signer, Long.decode(code).intValue());
        assertThat(faultsOfSigned().isEmpty()).isEqualTo(good);
    }

    @Test
    void whatIsNotSignedIsSaidToBe() {
        assertThat(faultsOfSigned())
                .containsExactly("E:\\installers\\看图\\setup.exe is not signed; it should be signed by win.rar GmbH");
    }

    private List<String> faultsOfSigned() {
        Installer plain = FakeInstallers.dockView().installer();
        Installer signed = new Installer(plain.kind(), plain.parts(), "", Optional.of("win.rar GmbH"), plain.limit());
        return signed.faultsIn(FakeInstallers.FOLDER, windows).stream()
                .map(InstallProgramTest::words)
                .toList();
    }

    @Test
    void aMissingAndAnUnreadableFileAreTold() {
        windows.removeFile(FakeInstallers.FOLDER + "\\ledger.msi");
        windows.unreadable(FakeInstallers.FOLDER + "\\看图", 23);
        assertThat(FakeInstallers.ledger().installer().faultsIn(FakeInstallers.FOLDER, windows))
                .extracting(InstallProgramTest::words)
                .containsExactly("E:\\installers\\ledger.msi is missing");
        assertThat(FakeInstallers.dockView().installer().faultsIn(FakeInstallers.FOLDER, windows))
                .extracting(InstallProgramTest::words)
                .containsExactly(
                        "E:\\installers\\看图\\setup.exe cannot be read: 23, Data error (cyclic redundancy check).");
    }

    @Test
    void undoUninstallsAnMsiByItsProductCode() {
        undone(FakeInstallers.ledger());
        assertThat(windows.programRuns().started().get(1).arguments())
                .isEqualTo("/x " + FakeInstallers.PRODUCT + " /qn /norestart REBOOT=ReallySuppress"
                        + " /l*v \"E:\\cases\\run\\Harbour Ledger uninstall.log\"");
        assertThat(windows.registry()
                        .exists(FakeInstallers.UNINSTALL.child(FakeInstallers.PRODUCT))
                        .orElse(true))
                .isFalse();
    }

    @Test
    void undoUninstallsWhatNsisMadeSilently() {
        undone(FakeInstallers.dockView());
        assertThat(windows.programRuns().started().get(1).program()).isEqualTo(FakeInstallers.UNINSTALLER);
        assertThat(windows.programRuns().started().get(1).arguments()).isEqualTo("/S");
    }

    /** /SILENT, which Inno Setup writes into QuietUninstallString, may ask for a restart. */
    @Test
    void whatInnoMadeIsUninstalledWithoutAQuestionAndWithoutARestart() {
        uninstalledFrom(Map.of("QuietUninstallString", "/SILENT", "Inno Setup: Setup Version", "6.2.2"));
        assertThat(windows.programRuns().started().get(0).arguments())
                .isEqualTo("/VERYSILENT /SUPPRESSMSGBOXES /NORESTART");
    }

    /** Burn restarts the computer by itself where it is told to be quiet and not told to leave that. */
    @Test
    void aBundleOfWixIsUninstalledWithoutARestart() {
        uninstalledFrom(Map.of("QuietUninstallString", "/uninstall /quiet", "BundleProviderKey", "{1}"));
        assertThat(windows.programRuns().started().get(0).arguments()).isEqualTo("/uninstall /quiet /norestart");
    }

    /** The entry of 码头看图 with these values more; a command is told by its arguments alone. */
    private void uninstalledFrom(Map<String, String> values) {
        FakeInstallers.installDockView(windows);
        values.forEach((name, value) -> windows.put(
                FakeInstallers.UNINSTALL.child("DockView"),
                name,
                RegistryValue.sz(value.startsWith("/") ? '"' + FakeInstallers.UNINSTALLER + "\" " + value : value)));
        windows.programRuns().program("uninst.exe", start -> {
            windows.remove(FakeInstallers.UNINSTALL.child("DockView"));
            return OptionalInt.of(0);
        });
        uninstall(Installer.Kind.EXE).make(windows);
    }

    private void undone(InstallProgram install) {
        Undo undo = install.undoFrom(windows);
        install.make(windows);
        ((Undo.By) undo).changes().forEach(change -> change.make(windows));
    }

    @Test
    void anUninstallerThatLeavesTheProgramIsNotBelieved() {
        FakeInstallers.dockView().make(windows);
        windows.programRuns().program("uninst.exe", start -> OptionalInt.of(0));
        assertThat(refusal(uninstall(Installer.Kind.NSIS)).get(0))
                .startsWith("the uninstaller ended with 0, which means that it is done, but 码头看图 5.0 is still");
    }

    @Test
    void withoutASilentWayAPersonUninstalls() {
        FakeInstallers.dockView().make(windows);
        assertThat(refusal(uninstall(Installer.Kind.EXE))).containsExactly("uninstall 码头看图 5.0 under Settings, Apps");
        assertThat(windows.programRuns().started()).hasSize(1);
    }

    /** Anybody can write to his own hive: what stands there is not run by an administrator. */
    @Test
    void theUninstallerThatAUsersHiveNamesIsNeverStarted() {
        windows.user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsan", true);
        RegistryKey key = RegistryKey.user(
                "S-1-5-21-1-2-3-1001", "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\DockView");
        windows.put(key, "DisplayName", RegistryValue.sz("码头看图 5.0"))
                .put(key, "QuietUninstallString", RegistryValue.sz("\"C:\\evil.exe\" /x"))
                .bytes("C:\\evil.exe", new byte[1]);
        assertThat(refusal(uninstall(Installer.Kind.NSIS))).containsExactly("uninstall 码头看图 5.0 under Settings, Apps");
        assertThat(windows.programRuns().started()).isEmpty();
    }

    @Test
    void whatWasThereInAnotherVersionIsNotUninstalledByUndo() {
        FakeInstallers.installLedger(windows);
        windows.put(FakeInstallers.UNINSTALL.child(FakeInstallers.PRODUCT), "DisplayVersion", RegistryValue.sz("1.0"));
        assertThat(FakeInstallers.ledger().undoFrom(windows)).isInstanceOf(Undo.ByHand.class);
    }

    @Test
    void whatIsInNoListIsTakenBackByHand() {
        InstallProgram portable = new InstallProgram(
                "FeiQ",
                FakeInstallers.FOLDER,
                FakeInstallers.installer(Installer.Kind.EXE, "x.exe", new byte[0]),
                FakeInstallers.ways(Map.of(Way.FILE, "FeiQ.exe")),
                Optional.empty());
        assertThat(portable.undoFrom(windows)).isInstanceOf(Undo.ByHand.class);
    }

    @Test
    void aListThatCannotBeReadIsNoProofThatNothingWasInstalled() {
        InstallProgram install = FakeInstallers.ledger();
        UninstallProgram back = (UninstallProgram)
                ((Undo.By) install.undoFrom(windows)).changes().get(0);
        install.make(windows);
        windows.unreadable(FakeInstallers.UNINSTALL, WindowsError.ACCESS_DENIED);
        assertThat(back.isMadeOn(windows).isUnreadable()).isTrue();
        assertThat(install.isMadeOn(windows).isUnreadable()).isTrue();
        assertThat(refused(back).error().code()).isEqualTo(WindowsError.ACCESS_DENIED);
    }

    @Test
    void whereTheListCannotBeReadUndoIsLeftToAPerson() {
        windows.unreadable(FakeInstallers.UNINSTALL, WindowsError.ACCESS_DENIED);
        assertThat(FakeInstallers.ledger().undoFrom(windows)).isInstanceOf(Undo.ByHand.class);
    }

    private UninstallProgram uninstall(Installer.Kind kind) {
        return new UninstallProgram("码头看图", kind, FakeInstallers.dockView().ways(), Optional.empty());
    }

    private void exiting(int code) {
        windows.programRuns().program("setup.exe", start -> OptionalInt.of(code));
    }

    private List<String> refusal(Change change) {
        return refused(change).help().stream().map(InstallProgramTest::words).toList();
    }

    private WindowsException refused(Change change) {
        return catchThrowableOfType(WindowsException.class, () -> change.make(windows));
    }

    private static String words(Message message) {
        return Messages.in(Language.ENGLISH).text(message);
    }
}
