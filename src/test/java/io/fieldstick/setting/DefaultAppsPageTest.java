package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Machine;
import io.fieldstick.windows.WindowsPage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultAppsPageTest {

    @ParameterizedTest
    @CsvSource({
        "7601, control.exe",
        "9600, control.exe",
        "10240, ms-settings:defaultapps",
        "19045, ms-settings:defaultapps",
        "22000, ms-settings:defaultapps?registeredAppMachine=ACDSee%20%26%20Co%20%E7%9C%8B%E5%9B%BE",
        "26100, ms-settings:defaultapps?registeredAppMachine=ACDSee%20%26%20Co%20%E7%9C%8B%E5%9B%BE",
    })
    void eachWindowsHasItsPage(int build, String target) {
        WindowsPage page = DefaultAppsPage.of(new Machine.Version(10, 0, build), Optional.of("ACDSee & Co 看图"));
        assertThat(page.target()).isEqualTo(target);
        assertThat(page.arguments().isEmpty()).isEqualTo(build >= 10240);
    }
}
