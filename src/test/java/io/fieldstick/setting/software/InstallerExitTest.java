package io.fieldstick.setting.software;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallerExitTest {
    /** 0x80070643 is how a bundle says 1603; -1 is what many setups end with that only failed. */
    @ParameterizedTest
    @CsvSource({
        "0xC0000135, software.exit-crashed",
        "0xC0000005, software.exit-crashed",
        "0x80070643, software.exit.1603",
        "0x80070642, software.exit.1602",
        "0x80004005, software.exit-unknown",
        "0xFFFFFFFF, software.exit-unknown",
        "1603, software.exit.1603",
        "77, software.exit-unknown"
    })
    void onlyAProgramThatCrashedIsSaidToHave(String code, String key) {
        assertThat(new InstallerExit(Installer.Kind.EXE, Long.decode(code).intValue())
                        .words()
                        .key())
                .isEqualTo(key);
    }
}
