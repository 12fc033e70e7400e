package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Message;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramMachine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredControlTest {
    /** As Windows's own classes are registered, for programs of either bitness (MS docs: "WOW64 Implementation Details"). */
    @ParameterizedTest
    @CsvSource({
        "BITS_64, %CommonProgramFiles%\\System\\ado\\msado15.dll, C:\\Program Files\\Common Files\\System\\ado\\msado15.dll",
        "BITS_32, %CommonProgramFiles%\\System\\ado\\msado15.dll, C:\\Program Files (x86)\\Common Files\\System\\ado\\msado15.dll",
        "BITS_32, %CommonProgramFiles(x86)%\\x.ocx, C:\\Program Files (x86)\\Common Files\\x.ocx",
        "BITS_32, %PROGRAMFILES%\\x\\x.ocx, C:\\Program Files (x86)\\x\\x.ocx",
        "BITS_32, %ProgramW6432%\\x\\x.ocx, C:\\Program Files\\x\\x.ocx",
        "BITS_64, %ProgramFiles%\\x\\x.ocx, C:\\Program Files\\x\\x.ocx",
        "BITS_32, control.ocx, C:\\Windows\\SysWOW64\\control.ocx"
    })
    void itsFileIsTheOneThatProgramsOfItsBitnessFind(RegistryKey.View view, String registered, String file) {
        RegistryKey folders = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion");
        InMemoryWindows windows = new InMemoryWindows()
                .put(folders, "CommonFilesDir", RegistryValue.sz("C:\\Program Files\\Common Files"))
                .put(folders, "CommonFilesDir (x86)", RegistryValue.sz("C:\\Program Files (x86)\\Common Files"));
        FakeControls.register(windows, view, RegistryValue.expandSz(registered));
        assertThat(RegisteredControl.fileOf(windows, view, FakeControls.CLSID)).isEqualTo(Reading.of(file));
    }

    @Test
    void whyTheRightsToItsFileCouldNotBeReadIsTold() {
        WindowsError refused = new WindowsError(
                Message.of("windows.tried.ask-rights", "C:\\x.ocx"), WindowsError.ACCESS_DENIED, "denied");
        RegisteredControl control = new RegisteredControl(
                RegistryKey.View.BITS_64,
                Reading.of("C:\\x.ocx"),
                Reading.of(ProgramMachine.X64),
                Reading.of(true),
                Reading.unreadable(refused),
                Reading.absent());
        assertThat(control.doubt()).contains(Message.of("activex.unasked", refused.tried(), refused.said()));
    }
}
