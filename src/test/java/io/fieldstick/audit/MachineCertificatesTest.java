package io.fieldstick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MachineCertificatesTest {
    private static final RegistryKey STORE =
            RegistryKey.machine("SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates");

    /** Of CN=vpn.house.example, valid until 2126-11-04; made with openssl. */
    private static final byte[] CERTIFICATE = Base64.getDecoder()
            .decode("MIIBjjCCATWgAwIBAgIUc0hckjyjBPplphDSIe5EzU0ZHVowCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRdnBuLmhv"
                    + "dXNlLmV4YW1wbGUwIBcNMjYxMTI4MDI0MzI5WhgPMjEyNjExMDQwMjQzMjlaMBwxGjAYBgNVBAMMEXZwbi5ob3Vz"
                    + "ZS5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEmVvWD8IPKUWiJNquouZWKSlhJUxfS1GzqSRJFeb+"
                    + "MZtJFWnUrWHxkVWiv2dsXwnXir8+zFYxjWAFWA8UPIYep6NTMFEwHQYDVR0OBBYEFOWIXcCJMxL0xZnoTPdGvcao"
                    + "EfvIMB8GA1UdIwQYMBaAFOWIXcCJMxL0xZnoTPdGvcaoEfvIMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID"
                    + "RwAwRAIgON61qP4B25usSJet1CpH08O1tKfTGzTAkCGiohNeaQwCIFWon6ThFn1nShH6jmEvHc+UXqLJDK9OalvC"
                    + "eccTQyAc");

    private final InMemoryWindows windows = new InMemoryWindows();

    @Test
    void aCertificateWithItsKeyIsToldByNameAndOneWithoutIsNot() {
        store("AA01", blob(2, new byte[] {1, 2, 3}, 3, new byte[20], 32, CERTIFICATE));
        store("AA02", blob(3, new byte[20], 32, CERTIFICATE));

        List<Finding> findings = MachineCertificates.in(windows.registry());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.subject()).isEqualTo("CN=vpn.house.example");
            assertThat(Messages.in(Language.ENGLISH).text(finding.what())).contains("2126-11-04");
            assertThat(finding.evidence())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.where()).contains("AA01!Blob"));
        });
    }

    @Test
    void aCertificateThatIsNoneIsToldByItsKey() {
        store("AA03", blob(2, new byte[] {1}, 32, new byte[] {0x30, 5, 1}));

        assertThat(MachineCertificates.in(windows.registry()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("AA03"));
    }

    @Test
    void whatCannotBeReadIsNotAbsent() {
        windows.unreadable(STORE, WindowsError.ACCESS_DENIED);

        assertThat(MachineCertificates.in(windows.registry()))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.INCOMPLETE);
        assertThat(MachineCertificates.in(new InMemoryWindows().registry())).isEmpty();
    }

    @Test
    void moreThanAreLookedAtAreTold() {
        for (int i = 0; i <= MachineCertificates.MOST; i++) {
            store("B" + i, blob(3, new byte[20]));
        }

        assertThat(MachineCertificates.in(windows.registry())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.INCOMPLETE);
            assertThat(finding.subject()).isEqualTo(STORE.toString());
        });
    }

    @Test
    void noBlobMakesTheReaderFail() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = blob(2, new byte[] {1, 2, 3}, 32, CERTIFICATE);
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            store("AA04", java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            assertThat(MachineCertificates.in(windows.registry())).hasSizeLessThan(2);
        }
    }

    private void store(String name, byte[] blob) {
        windows.put(STORE.child(name), "Blob", RegistryValue.binary(blob));
    }

    /** Properties as Windows keeps them: number, 1, length, bytes. */
    private static byte[] blob(Object... numbersAndBytes) {
        ByteBuffer blob = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbersAndBytes.length; i += 2) {
            byte[] bytes = (byte[]) numbersAndBytes[i + 1];
            blob.putInt((Integer) numbersAndBytes[i])
                    .putInt(1)
                    .putInt(bytes.length)
                    .put(bytes);
        }
        return java.util.Arrays.copyOf(blob.array(), blob.position());
    }
}
