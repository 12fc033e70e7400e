package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveXControlTest {
    private static final String KILL = "SOFTWARE\\Microsoft\\Internet Explorer\\ActiveX Compatibility\\";
    private static final String ON_STICK = "E:\\installers\\oa\\control32.ocx";

    private final InMemoryWindows windows = FakeControls.on(new InMemoryWindows());
    private final ActiveXControl control = FakeControls.setting(32);

    private Verdict verdict() {
        return control.judgeOn(windows).verdict();
    }

    private void make(Setting<?> setting) {
        ((Verdict.Differs) setting.judgeOn(windows).verdict()).changes().forEach(change -> change.makeOn(windows));
    }

    private Message isAnd(Message doubt) {
        return Message.of("setting.and", control.desired(), doubt);
    }

    private void assertByHand(Verdict verdict, String key) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.ByHand.class,
                        byHand -> assertThat(byHand.instruction().key()).isEqualTo(key));
        assertThat(windows.programRuns().started()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "32, C:\\Windows\\SysWOW64\\regsvr32.exe, C:\\Program Files (x86)\\Fieldstick\\",
        "64, C:\\Windows\\System32\\regsvr32.exe, C:\\Program Files\\Fieldstick\\"
    })
    void eachIsRegisteredByTheRegsvr32OfItsBitnessFromItsOwnFolder(int bits, String program, String folder) {
        make(FakeControls.setting(bits));
        List<ProgramRuns.Start> started = windows.programRuns().started();
        assertThat(started).extracting(ProgramRuns.Start::program).containsExactly(program);
        assertThat(started.get(0).arguments()).startsWith("/s \"" + folder).endsWith("\\control" + bits + ".ocx\"");
        assertThat(FakeControls.setting(bits).judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    /** As a journal would ask for that somebody altered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\Public\\evil.dll",
                "\\\\server\\share\\evil.dll",
                "C:\\Program Files\\Fieldstick\\..\\..\\Users\\Public\\evil.dll",
                "C:\\Program Files\\Fieldsticks\\evil.dll",
                "C:\\Program Files\\Fieldstick\\x\" C:\\evil.dll"
            })
    void noLibraryIsRunFromWhereAnybodyMayWrite(String file) {
        for (boolean registered : List.of(true, false)) {
            RegisterServer foreign = new RegisterServer(file, RegistryKey.View.BITS_64, "{0}", registered);
            assertThatThrownBy(() -> foreign.makeOn(windows)).isInstanceOf(WindowsException.class);
        }
        assertThat(windows.programRuns().started()).isEmpty();
    }

    @Test
    void aFileThatIsNotThePinnedOneIsNotTouched() {
        windows.bytes(ON_STICK, FakeControls.program(0x14D));
        assertByHand(verdict(), "activex.altered");
        windows.removeFile(ON_STICK);
        assertByHand(verdict(), "activex.no-file");
    }

    @Test
    void aFileThatIsSwappedBetweenTheLookAndTheCopyIsNotRegistered() {
        List<Change> changes = ((Verdict.Differs) verdict()).changes();
        windows.bytes(ON_STICK, FakeControls.program(0x14D));
        assertThatThrownBy(() -> changes.get(0).makeOn(windows))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> assertThat(e.error().code()).isEqualTo(WindowsError.INVALID_DATA));
        assertThat(windows.snapshot().keySet()).noneMatch(path -> path.endsWith("CONTROL32.OCX"));
    }

    @Test
    void aFileThatIsThereAlreadyIsNotPutAtRiskByAnotherCopy() {
        Change copy = ((Verdict.Differs) verdict()).changes().get(0);
        copy.makeOn(windows);
        List<String> writes = List.copyOf(windows.writes());
        windows.removeFile(ON_STICK);
        copy.makeOn(windows);
        assertThat(windows.writes()).isEqualTo(writes);
    }

    @Test
    void aKillBitOfEitherBitnessIsToldAndNotCleared() {
        RegistryKey key = RegistryKey.machine32(KILL + FakeControls.CLSID);
        windows.put(key, "Compatibility Flags", RegistryValue.dword(0x401));
        assertByHand(verdict(), "activex.killed");
        assertThat(windows.registry().value(key, "Compatibility Flags"))
                .isEqualTo(Reading.of(RegistryValue.dword(0x401)));
    }

    @Test
    void aClassThatAnotherFileHasIsLeftAlone() {
        windows.put(
                RegistryKey.machine32("SOFTWARE\\Classes\\CLSID\\" + FakeControls.CLSID + "\\InprocServer32"),
                "",
                RegistryValue.sz("C:\\Vendor\\other.ocx"));
        assertByHand(verdict(), "activex.other-file");
    }

    @Test
    void thePinnedFileRegisteredElsewhereIsAsDesired() {
        windows.bytes("C:\\Vendor\\control.ocx", FakeControls.BITS_32)
                .put(
                        RegistryKey.machine32("SOFTWARE\\Classes\\CLSID\\" + FakeControls.CLSID + "\\InprocServer32"),
                        "",
                        RegistryValue.sz("C:\\Vendor\\control.ocx"));
        assertThat(verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void eachIsMadeAsProgramsOfItsBitnessWould(int bits) {
        make(FakeControls.setting(bits));
        List<RegistryKey.View> asked = new ArrayList<>();
        windows.objects((clsid, view) -> {
            asked.add(view);
            return Reading.of(Optional.empty());
        });
        Judgement judgement = FakeControls.setting(bits).judgeOn(windows);
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.actual().key()).isEqualTo("activex.is");
        assertThat(judgement.evidence())
                .contains(Evidence.effective("CoCreateInstance" + (bits == 32 ? " (32-bit)" : ""), "S_OK"));
        assertThat(asked).containsExactly(bits == 32 ? RegistryKey.View.BITS_32 : RegistryKey.View.BITS_64);
    }

    @Test
    void whatWasNotTriedIsSaidToBeUntried() {
        make(control);
        windows.objects((clsid, view) -> Reading.absent());
        assertThat(control.judgeOn(windows).actual()).isEqualTo(isAnd(Message.of("activex.untried")));
        Message start = Message.of("windows.tried.start-program", "create-object-32.exe");
        windows.objects((clsid, view) -> Reading.unreadable(new WindowsError(start, 225, "a virus")));
        Judgement judgement = control.judgeOn(windows);
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.actual()).isEqualTo(isAnd(Message.of("activex.unasked", start, "225, a virus")));
        assertThat(judgement.evidence()).contains(Evidence.effective("CoCreateInstance (32-bit)", "?"));
    }

    /** Whoever may write to that folder may have put another file there since the hash was taken. */
    @Test
    void theCodeOfAControlOutsideOfItsOwnFolderIsNotRun() {
        windows.bytes("C:\\Vendor\\control.ocx", FakeControls.BITS_64)
                .put(
                        RegistryKey.machine("SOFTWARE\\Classes\\CLSID\\" + FakeControls.CLSID + "\\InprocServer32"),
                        "",
                        RegistryValue.sz("C:\\Vendor\\control.ocx"));
        windows.objects((clsid, view) -> {
            throw new AssertionError("its code was run");
        });
        Judgement judgement = FakeControls.setting(64).judgeOn(windows);
        assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(judgement.actual()).isEqualTo(isAnd(Message.of("activex.not-kept", "C:\\Vendor\\control.ocx")));
    }

    @Test
    void aKillBitThatCannotBeReadIsNotTakenForNone() {
        make(control);
        windows.unreadable(RegistryKey.machine32(KILL + FakeControls.CLSID), WindowsError.ACCESS_DENIED);
        assertThat(verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aRegisteredFileThatCannotBeReadIsNotTakenForAnother() {
        make(control);
        String file = windows.registry()
                .value(
                        RegistryKey.machine32("SOFTWARE\\Classes\\CLSID\\" + FakeControls.CLSID + "\\InprocServer32"),
                        "")
                .map(RegistryValue::text)
                .orElse("");
        windows.unreadable(file, WindowsError.SHARING_VIOLATION);
        assertThat(verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void theFileForTheOtherBitnessMayStayUnread() {
        make(control);
        windows.bytes("C:\\Vendor\\other.ocx", FakeControls.BITS_64)
                .unreadable("C:\\Vendor\\other.ocx", WindowsError.SHARING_VIOLATION)
                .put(
                        RegistryKey.machine("SOFTWARE\\Classes\\CLSID\\" + FakeControls.CLSID + "\\InprocServer32"),
                        "",
                        RegistryValue.sz("C:\\Vendor\\other.ocx"));
        assertThat(verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void theClassThatPagesGetInsteadIsShown() {
        RegistryKey key = RegistryKey.machine(KILL + FakeControls.CLSID);
        windows.put(key, "Compatibility Flags", RegistryValue.dword(0x400))
                .put(key, "AlternateCLSID", RegistryValue.sz("{00000000-0000-0000-0000-00000000BEEF}"));
        assertThat(control.judgeOn(windows).evidence())
                .contains(Evidence.override(key + "!AlternateCLSID", "{00000000-0000-0000-0000-00000000BEEF}"));
    }

    @Test
    void aSignerThatIsExpectedMustBeThere() {
        ActiveXControl signed = pinned(Optional.of("E:\\installers"), Optional.of("House Software Ltd"));
        assertByHand(signed.judgeOn(windows).verdict(), "activex.other-signer");
    }

    private ActiveXControl pinned(Optional<String> folder, Optional<String> signer) {
        ActiveXControl.Pin pin = control.pin().orElseThrow();
        return new ActiveXControl(
                "OA", Optional.of(new ActiveXControl.Pin(folder, pin.file(), pin.sha256(), signer)), control.clsid());
    }

    @Test
    void withoutAStickItIsToldThatItIsMissing() {
        ActiveXControl nothingToInstall = pinned(Optional.empty(), Optional.empty());
        assertByHand(nothingToInstall.judgeOn(windows).verdict(), "activex.no-file");
    }

    @Test
    void whatRegsvr32SaysIsPassedOn() {
        windows.programRuns().program("regsvr32.exe", start -> OptionalInt.of(5));
        List<Change> changes = ((Verdict.Differs) verdict()).changes();
        changes.get(0).makeOn(windows);
        assertThatThrownBy(() -> changes.get(1).makeOn(windows))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> assertThat(e.error())
                                .extracting(WindowsError::code, WindowsError::teller)
                                .containsExactly(5, WindowsError.Teller.PROGRAM));
    }

    @Test
    void aControlThatAsksSomethingIsToldToHaveTakenTooLong() {
        windows.programRuns().program("regsvr32.exe", start -> OptionalInt.empty());
        List<Change> changes = ((Verdict.Differs) verdict()).changes();
        changes.get(0).makeOn(windows);
        assertThatThrownBy(() -> changes.get(1).makeOn(windows))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> assertThat(e.error().code()).isEqualTo(WindowsError.TIMEOUT));
    }

    @ParameterizedTest
    @CsvSource({
        "0x8007007E, activex.not-created",
        "0x80040154, activex.not-created",
        "0xC0000005, activex.crashed",
        "1460, activex.no-answer"
    })
    void aControlThatIsRegisteredAndCannotBeMadeIsTold(String code, String words) {
        make(control);
        windows.objects((clsid, view) -> Reading.of(Optional.of(new WindowsError(
                Message.of("windows.tried.create-object", clsid),
                Long.decode(code).intValue(),
                ""))));
        assertByHandAfterAll(control.judgeOn(windows), words, code);
    }

    private static void assertByHandAfterAll(Judgement judgement, String words, String code) {
        assertThat(judgement.verdict())
                .isInstanceOfSatisfying(
                        Verdict.ByHand.class,
                        byHand -> assertThat(byHand.instruction().key()).isEqualTo(words));
        assertThat(judgement.evidence()).contains(Evidence.effective("CoCreateInstance (32-bit)", code));
    }

    @Test
    void aClassThatNamesNoFileIsNotRegistered() {
        FakeControls.register(windows, RegistryKey.View.BITS_32, RegistryValue.sz(" \"\""));
        assertThat(verdict()).isInstanceOf(Verdict.Differs.class);
        assertByHand(FakeControls.brought().judgeOn(windows).verdict(), "activex.not-brought");
    }

    /** A control that a program of the section software installs: nothing is pinned. */
    @Nested
    class BroughtByAProgram {
        private static final String FILE = "C:\\Program Files (x86)\\House OA\\office.ocx";

        private final ActiveXControl brought = FakeControls.brought();

        private void register(RegistryKey.View view, String server) {
            FakeControls.register(windows, view, RegistryValue.sz(server));
        }

        private void isByHand(String words) {
            assertByHand(brought.judgeOn(windows).verdict(), words);
        }

        @Test
        void itIsThereOnceItsProgramHasRegisteredItAndWindowsMakesAnObjectOfIt() {
            isByHand("activex.not-brought");
            windows.bytes(FILE, FakeControls.BITS_32);
            register(RegistryKey.View.BITS_32, "\"" + FILE + "\"");
            Judgement judgement = brought.judgeOn(windows);
            assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
            assertThat(judgement.actual()).isEqualTo(brought.desired());
            assertThat(judgement.evidence()).contains(Evidence.effective("CoCreateInstance (32-bit)", "S_OK"));
        }

        /** Setups of 32 bits write System32 and mean the folder that Windows leads them to. */
        @ParameterizedTest
        @ValueSource(
                strings = {"C:\\WINDOWS\\System32\\office.ocx", "%SystemRoot%\\system32\\office.ocx", "office.ocx"})
        void the32BitFileInWindowsOwnFolderIsFoundWhere32BitProgramsFindIt(String server) {
            register(RegistryKey.View.BITS_32, server);
            isByHand("activex.file-gone");
            windows.bytes("C:\\Windows\\SysWOW64\\office.ocx", FakeControls.BITS_32);
            assertThat(brought.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        }

        @Test
        void aFileForTheOtherBitnessIsNoUse() {
            windows.bytes(FILE, FakeControls.BITS_64).objects((clsid, view) -> Reading.absent());
            register(RegistryKey.View.BITS_32, FILE);
            isByHand("activex.other-bitness");
        }

        @Test
        void aFileThatCannotBeLookedAtIsNotCalledGone() {
            windows.bytes(FILE, FakeControls.BITS_32).unreadable(FILE, WindowsError.ACCESS_DENIED);
            register(RegistryKey.View.BITS_32, FILE);
            assertThat(brought.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
        }

        /** Whoever may write there could have anything run with all rights by a mere verification. */
        @Test
        void itsCodeIsNotRunWhereOthersThanAdministratorsMayHavePutIt() {
            windows.bytes(FILE, FakeControls.BITS_32)
                    .openToAll("C:\\Program Files (x86)\\House OA")
                    .objects((clsid, view) -> {
                        throw new AssertionError("its code was run");
                    });
            register(RegistryKey.View.BITS_32, FILE);
            Judgement judgement = brought.judgeOn(windows);
            assertThat(judgement.verdict()).isEqualTo(new Verdict.AsDesired());
            assertThat(judgement.actual())
                    .isEqualTo(Message.of("setting.and", brought.desired(), Message.of("activex.not-kept", FILE)));
        }

        @Test
        void aKillBitIsToldOfItToo() {
            windows.bytes(FILE, FakeControls.BITS_32)
                    .put(
                            RegistryKey.machine32(KILL + FakeControls.CLSID),
                            "Compatibility Flags",
                            RegistryValue.dword(0x400));
            register(RegistryKey.View.BITS_32, FILE);
            isByHand("activex.killed");
        }
    }
}
