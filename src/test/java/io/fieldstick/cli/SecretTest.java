package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that somebody wrote into a profile, typed or left on the computer is neither used nor repeated anywhere. */
class SecretTest {
    private static final String SID = "S-1-5-21-1-2-3-1001";
    private static final String SECRET = "geheim/4711";

    private static final String IN_HEXADECIMAL = "34 37 31 31";

    @TempDir
    Path folder;

    @Test
    void aPasswordForTheRegistryIsRefusedAndShownNowhere() throws IOException {
        Visit visit = new Visit(folder, new InMemoryWindows());
        Path profile = visit.profile("p.yaml", """
                name: n
                registry:
                  - {name: auto logon, key: 'HKLM\\SOFTWARE\\X', value-name: DefaultPassword, type: text, value: geheim4711}
                  - {name: again, key: 'HKLM\\SOFTWARE\\X', value-name: DefaultPassword, type: text, value: geheim4711}
                """);
        assertThat(visit.run("provision", "--no-input", "--profile", profile.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(visit.output() + visit.errors()).contains("`auto logon`").doesNotContain("4711");
        assertThat(visit.windows.writes()).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.equals(profile))
                    .toList()) {
                assertThat(file).content().doesNotContain("4711");
            }
        }
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndShownNowhere() throws IOException {
        Visit visit = new Visit(folder, new InMemoryWindows().user(SID, "C:\\Users\\zhangsan", true));
        Path profile =
                visit.profile("p.yaml", "name: n\nvalues-from: site.yaml\nproxy: {server: \"{proxy-server}\"}\n");
        Path typed = visit.profile("site.yaml", "proxy-server: \"zhang:" + SECRET + "@proxy.test:80\"\n");
        List<String[]> lines = List.of(
                new String[] {"provision", "--no-input", "--profile", profile.toString()},
                new String[] {"verify", "--profile", profile.toString(), "--report", "json:r.json"},
                new String[] {
                    "verify",
                    "--profile",
                    profile.toString(),
                    "--set",
                    "proxy-server=http://zhang:" + SECRET + "@proxy.test:80"
                });
        for (String[] line : lines) {
            assertThat(visit.run(line)).isEqualTo(ExitCode.USAGE);
            assertThat(visit.output() + visit.errors()).contains("@proxy.test").doesNotContain(SECRET, "4711");
        }
        assertThat(visit.windows.writes()).isEmpty();
        assertInNoFileBut(typed);
    }

    /** What undo must put back to the byte lies on the stick until then. */
    @Test
    void aPasswordThatTheComputerHadIsSealedInTheJournalAndPutBack() throws IOException {
        RegistryKey environment =
                RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");
        RegistryKey internet = RegistryKey.user(SID, "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");
        String address = "http://zhang:" + SECRET + "@former.test:80";
        InMemoryWindows windows = new InMemoryWindows()
                .user(SID, "C:\\Users\\zhangsan", true)
                .put(environment, "HTTP_PROXY", RegistryValue.expandSz(address))
                .put(internet, "ProxyServer", RegistryValue.sz(address))
                .put(
                        internet.child("Connections"),
                        "DefaultConnectionSettings",
                        RegistryValue.binary(("F\0" + address).getBytes(StandardCharsets.ISO_8859_1)));
        Visit visit = new Visit(folder, windows);
        Path profile = visit.profile(
                "p.yaml", "name: n\nproxy: {server: \"proxy.test:80\", environment: {no-proxy: [.test]}}\n");
        var before = windows.snapshot();
        String[][] lines = {
            {"verify", "--profile", profile.toString(), "--verbose", "--report", "json:r.json"},
            {"provision", "--no-input", "--profile", profile.toString(), "--report", "json:p.json"},
            {"undo", "--dry-run", "--verbose"},
            {"undo"}
        };
        for (String[] line : lines) {
            visit.run(line);
            assertThat(visit.output() + visit.errors()).doesNotContain(SECRET, "4711", IN_HEXADECIMAL);
            assertInNoFileBut(profile);
        }
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    private void assertInNoFileBut(Path typed) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.equals(typed))
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("4711", IN_HEXADECIMAL);
                assertThat(decoded(text)).as(file.toString()).doesNotContain("4711", "4\0007\0001\0001");
            }
        }
    }

    /** What stands in Base64 in {@code text}. */
    private static String decoded(String text) {
        return Pattern.compile("\"([A-Za-z0-9+/]{8,}=*)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(code -> code.length() % 4 == 0)
                .map(code -> new String(Base64.getDecoder().decode(code), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }
}
