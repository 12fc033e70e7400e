package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that somebody wrote into a profile or typed is neither used nor repeated anywhere. */
class SecretTest {
    private static final String SECRET = "geheim/4711";

    @TempDir
    Path folder;

    @Test
    void aPasswordInAnAddressIsRefusedAndShownNowhere() throws IOException {
        Visit visit = new Visit(folder, new InMemoryWindows().user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsan", true));
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
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.equals(typed))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("4711");
            }
        }
    }
}
