package io.fieldstick.audit;

import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.DisplayText;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The computer's own certificates that have a private key: of VPN, Wi-Fi, a web server. No copy of files saves them, as
 * the keys are encrypted for this very Windows; whoever issued them, or an export as a .pfx, must help.
 */
public final class MachineCertificates {
    /** MS docs: "System Store Locations", CERT_SYSTEM_STORE_LOCAL_MACHINE, store MY. */
    private static final RegistryKey CERTIFICATES =
            RegistryKey.machine("SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates");

    private static final String BLOB = "Blob";

    /** CERT_KEY_PROV_INFO_PROP_ID and CERT_CERT_PROP_ID (wincrypt.h). */
    private static final int KEY = 2;

    private static final int CERTIFICATE = 32;

    /** Each property is its number, a reserved one, its length (both observed) and its bytes. */
    private static final int HEADER_BYTES = 12;

    /** Real computers have a handful; a registry that pretends otherwise does not fill the result. */
    static final int MOST = 100;

    private MachineCertificates() {}

    /** A finding for each certificate with a key, for each that could not be read, and where there are more than are looked at. */
    public static List<Finding> in(RegistryView registry) {
        Reading<List<String>> names = registry.subkeys(CERTIFICATES);
        if (names instanceof Reading.Unreadable<List<String>> unreadable) {
            return List.of(notRead(CERTIFICATES, unreadable.why()));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> all = names.orElse(List.of());
        for (String name : all.subList(0, Math.min(all.size(), MOST))) {
            RegistryKey key = CERTIFICATES.child(name);
            Reading<RegistryValue> blob = registry.value(key, BLOB);
            if (blob instanceof Reading.Unreadable<RegistryValue> unreadable) {
                findings.add(notRead(key, unreadable.why()));
            } else {
                blob.map(value -> withKey(key, name, value.bytes())).map(found -> found.map(findings::add));
            }
        }
        if (all.size() > MOST) {
            findings.add(
                    notRead(CERTIFICATES, new WindowsError(Tried.readKey(CERTIFICATES), WindowsError.MORE_DATA, "")));
        }
        return findings;
    }

    private static Optional<Finding> withKey(RegistryKey key, String name, byte[] blob) {
        if (property(blob, KEY).isEmpty()) {
            return Optional.empty();
        }
        Optional<X509Certificate> certificate = property(blob, CERTIFICATE).flatMap(MachineCertificates::parsed);
        String subject = certificate
                .map(found -> DisplayText.clean(found.getSubjectX500Principal().getName()))
                .orElse(name);
        Message what = certificate
                .map(found -> Message.of("audit.machine-certificate", subject, lastDay(found)))
                .orElseGet(() -> Message.of("audit.machine-certificate.unknown", subject));
        return Optional.of(new Finding(
                Severity.WARNING,
                "data/machine-certificate",
                subject,
                what,
                List.of(new Evidence(key + "!" + BLOB, name)),
                List.of(Message.of("audit.machine-certificate.advice"))));
    }

    private static LocalDate lastDay(X509Certificate certificate) {
        return LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
    }

    private static Optional<X509Certificate> parsed(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException notOne) {
            return Optional.empty();
        }
    }

    /** The bytes of the property {@code number}; empty where there is none, or the blob ends before it does. */
    private static Optional<byte[]> property(byte[] blob, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= HEADER_BYTES) {
            int found = bytes.getInt();
            bytes.getInt();
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                return Optional.empty();
            }
            byte[] value = new byte[length];
            bytes.get(value);
            if (found == number) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Finding notRead(RegistryKey key, WindowsError why) {
        return new Finding(
                Severity.INCOMPLETE,
                "data/machine-certificates-not-read",
                key.toString(),
                Message.of("audit.not-read", why.tried(), why.said()),
                List.of(),
                List.of());
    }
}
