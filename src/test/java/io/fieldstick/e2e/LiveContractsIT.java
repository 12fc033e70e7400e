package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contracts of the Windows port, run by JUnit's own launcher on a Windows Java runtime. */
final class LiveContractsIT {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern STARTED = Pattern.compile("\\[ +(\\d+) tests started");
    private static final Pattern SUCCESSFUL = Pattern.compile("\\[ +(\\d+) tests successful");
    /** The registry, files, volumes, machine and internet have this many tests at least. */
    private static final int FEWEST = 150;

    private static final int DISK_BYTES = (4 << 20) + 512;

    @Test
    void theRunningWindowsKeepsEveryContractOfThePort() throws IOException {
        try (WinePrefix windows = WinePrefix.fresh()) {
            disk(windows);
            List<String> classpath = new ArrayList<>(List.of("T:\\test-classes", "T:\\classes"));
            classpath.addAll(libraries(windows));
            windows.drive('t', WinePrefix.PROJECT.resolve("target"));
            windows.drive('n', WinePrefix.PROJECT.resolve("target/stick/app/native"));
            Run run = windows.run(LIMIT, windows.driveC(), Map.of(), launcher(windows, classpath));
            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(count(STARTED, run)).as("%s", run).isGreaterThanOrEqualTo(FEWEST);
            assertThat(count(SUCCESSFUL, run)).as("%s", run).isEqualTo(count(STARTED, run));
        }
    }

    private static List<String> launcher(WinePrefix windows, List<String> classpath) {
        return List.of(
                java(windows),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Djna.boot.library.path=N:\\",
                "-cp",
                String.join(";", classpath),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=summary",
                "--include-package=io.fieldstick.windows.live",
                "--scan-classpath=T:\\test-classes");
    }

    /** The runtime that the stick carries; on a drive of its own, as it is. */
    private static String java(WinePrefix windows) {
        Path runtime = WinePrefix.PROJECT.resolve("target/stick/runtime");
        assertThat(runtime.resolve("bin/java.exe"))
                .as("the Windows Java runtime: scripts/make-stick puts it there")
                .exists();
        windows.drive('j', runtime);
        return "J:\\bin\\java.exe";
    }

    /** The jars of this test's own class path, copied to a drive with short names. */
    private static List<String> libraries(WinePrefix windows) throws IOException {
        Path room = windows.room("jars");
        windows.drive('l', room);
        List<String> libraries = new ArrayList<>();
        for (Path jar : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList()) {
            Files.copy(jar, room.resolve(jar.getFileName()));
            libraries.add("L:\\" + jar.getFileName());
        }
        return libraries;
    }

    /** A first disk with something on it: Wine takes an image for it. */
    private static void disk(WinePrefix windows) throws IOException {
        byte[] bytes = new byte[DISK_BYTES];
        new Random(1).nextBytes(bytes);
        windows.physicalDrive(0, Files.write(windows.room("disk").resolve("disk.img"), bytes));
    }

    private static int count(Pattern pattern, Run run) {
        Matcher found = pattern.matcher(run.out());
        assertThat(found.find()).as("%s in %s", pattern, run).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
