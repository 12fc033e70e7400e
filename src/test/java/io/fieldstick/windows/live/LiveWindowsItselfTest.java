package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Activation.Licence;
import io.fieldstick.windows.Antivirus.Product;
import io.fieldstick.windows.FileVersion;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the running Windows says of itself: an answer, or a refusal in its own words. */
@EnabledOnOs(OS.WINDOWS)
class LiveWindowsItselfTest {
    /** SoftwareLicensingProduct.LicenseStatus goes from 0 to 6 (MS docs). */
    private static final int MOST_STATUS = 6;

    private final Windows windows = new LiveWindows();

    @Test
    void theLicencesOfWindowsAreToldWithAStatusOrRefusedInItsWords() {
        Reading<List<Licence>> licences = windows.activation().licences();
        assertThat(licences.isAbsent()).isFalse();
        assertThat(licences.orElse(List.of()))
                .allSatisfy(licence -> assertThat(licence.status()).isBetween(0, MOST_STATUS));
        assertThat(refusal(licences)).isNotEqualTo(Optional.of(""));
    }

    @Test
    void theVirusScannersHaveNamesAndAWindowsWithoutSuchAListSaysSo() {
        Reading<List<Product>> scanners = windows.antivirus().products();
        assertThat(scanners.orElse(List.of()))
                .allSatisfy(scanner -> assertThat(scanner.name()).isNotBlank());
        assertThat(refusal(scanners)).isNotEqualTo(Optional.of(""));
    }

    @Test
    void theVersionOfAProgramIsTheOneInItsResource() {
        String java = System.getProperty("java.home") + "\\bin\\java.exe";
        assertThat(FileVersion.of(windows.files(), java).map(FileVersion::major))
                .isEqualTo(Reading.of(Runtime.version().feature()));
        assertThat(FileVersion.of(windows.files(), "C:\\no\\such.exe").isAbsent())
                .isTrue();
    }

    private static <T> Optional<String> refusal(Reading<T> reading) {
        return reading instanceof Reading.Unreadable<T> refused
                ? Optional.of(refused.why().said())
                : Optional.empty();
    }
}
