package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows's own words for its codes, wherever Windows keeps them. */
@EnabledOnOs(OS.WINDOWS)
class RefusalTest {
    private static final Message TRIED = Message.of("windows.tried.read-value", "HKLM", "x");

    @Test
    void aCodeOfWindowsHasItsWords() {
        assertThat(Refusal.of(TRIED, 5).text()).isNotEmpty();
    }

    @Test
    void aCodeThatNobodyKnowsHasNone() {
        assertThat(Refusal.of(TRIED, 0x1FFF_0001).said()).isEqualTo(Integer.toString(0x1FFF_0001));
    }

    /** NERR_InternalError, ERROR_WINHTTP_NAME_NOT_RESOLVED: their words are in these libraries, where Windows has them. */
    @ParameterizedTest
    @CsvSource({"2140, netmsg.dll", "12007, winhttp.dll"})
    void aCodeOfTheNetworkHasTheWordsOfItsLibrary(int code, String library) {
        boolean genuine = Files.exists(Path.of(Kernel32.systemDirectory(), "netmsg.dll"));
        assertThat(Files.exists(Path.of(Kernel32.systemDirectory(), library)) && genuine)
                .isEqualTo(!Refusal.of(TRIED, code).text().isEmpty());
    }
}
