package io.fieldstick.setting.software;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UninstallCommandTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"C:\\Program Files\\X\\uninst.exe\" | C:\\Program Files\\X\\uninst.exe | ``",
                "\"C:\\Program Files\\X\\unins000.exe\" /SILENT | C:\\Program Files\\X\\unins000.exe | /SILENT",
                "C:\\Program Files\\My App\\Uninstall.EXE -q all | C:\\Program Files\\My App\\Uninstall.EXE | -q all",
                "C:\\tool.exe.d\\u.exe | C:\\tool.exe.d\\u.exe | ``",
                "%ProgramFiles%\\X\\u.exe /S | %ProgramFiles%\\X\\u.exe | /S"
            })
    void theProgramIsToldFromItsArguments(String text, String program, String arguments) {
        assertThat(UninstallCommand.parse(text)).contains(new UninstallCommand(program, arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"C:\\x.exe",
                "MsiExec.exe /I{90110804-6000-11D3-8CFE-0150048383C9}",
                "rundll32.exe setupapi,x",
                "\\\\server\\share\\u.exe /S",
                "C:\\x.cmd /S",
                "uninst.exe"
            })
    void whatIsNotTheWholePathOfAProgramOnThisComputerIsNone(String text) {
        assertThat(UninstallCommand.parse(text)).isEmpty();
    }

    @Test
    void endlessTextEnds() {
        assertThat(UninstallCommand.parse("C:\\" + "x.exex".repeat(100_000))).isEmpty();
    }
}
