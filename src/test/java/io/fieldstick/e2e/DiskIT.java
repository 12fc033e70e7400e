package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.audit.disk.DiskAudit;
import io.fieldstick.audit.disk.DiskImages;
import io.fieldstick.audit.disk.DiskJudgement;
import io.fieldstick.windows.Sectors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same bytes as a volume and as a disk of Windows, and as an image here, are judged the same, and not changed. */
final class DiskIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final byte[] ZEROS = new byte[512];

    private final Map<String, Path> devices = new LinkedHashMap<>();

    @Test
    void aDeviceOfWindowsIsJudgedAsItsImageIs() throws IOException {
        Map<Path, String> before = new LinkedHashMap<>();
        Run run;
        try (WinePrefix windows = WinePrefix.fresh()) {
            char letter = 'E';
            for (Path volume : volumes()) {
                windows.volume(letter, volume);
                devices.put(letter + ":", volume);
                letter++;
            }
            int number = 0;
            for (Path disk : disks()) {
                windows.physicalDrive(number, disk);
                devices.put("\\\\.\\PhysicalDrive" + number, disk);
                number++;
            }
            devices.values().forEach(image -> before.put(image, DiskImages.sha256(image)));
            run = windows.run(LIMIT, windows.driveC(), Map.of(), probe(windows));
        }

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out().replace("\r\n", "\n")).isEqualTo(expected());
        before.forEach((image, hash) ->
                assertThat(DiskImages.sha256(image)).as("%s", image).isEqualTo(hash));
    }

    @Test
    void theStickSaysTheSameOfAVolumeADiskAndAnImage() {
        Path destroyed = DiskImages.changed(DiskImages.ntfs(), "it-stick-boot.img", Map.of(0L, ZEROS));
        String before = DiskImages.sha256(destroyed);
        try (WinePrefix windows = WinePrefix.fresh()) {
            windows.volume('E', destroyed);
            windows.physicalDrive(0, destroyed);
            Stick stick = windows.stick("C:\\stick");
            windows.drive('i', Objects.requireNonNull(destroyed.getParent()));
            Run volume = stick.run("backup-audit", "--lang", "en", "--volume", "E:");
            Run disk = stick.run("backup-audit", "--lang", "en", "--disk", "0");
            Run image = stick.run("backup-audit", "--lang", "en", "--image", "I:\\" + destroyed.getFileName());
            for (Run run : List.of(volume, disk, image)) {
                assertThat(run.exitCode()).as("%s", run).isEqualTo(6);
                assertThat(run.out().replaceAll("\\s+", " "))
                        .contains("first sector is destroyed", "nothing was written", "goes to the workshop");
            }
        }
        assertThat(DiskImages.sha256(destroyed)).isEqualTo(before);
    }

    private String expected() {
        StringBuilder text = new StringBuilder();
        devices.forEach((device, image) -> {
            try (Sectors sectors = DiskImages.open(image)) {
                String found = DiskJudgement.text(DiskAudit.judgeImage(sectors), sectors.name());
                text.append("== ").append(device).append('\n').append(found).append('\n');
            }
        });
        return text.toString();
    }

    private static List<Path> volumes() {
        return List.of(
                DiskImages.ntfs(),
                DiskImages.changed(DiskImages.ntfs(), "it-boot.img", Map.of(0L, ZEROS)),
                DiskImages.changed(DiskImages.ntfs(), "it-boots.img", Map.of(0L, ZEROS, -512L, ZEROS)),
                DiskImages.cutTo(DiskImages.ntfs(), "it-cut.img", 9L * DiskImages.MIB),
                DiskImages.exFat(),
                DiskImages.fat16(),
                DiskImages.fat32(),
                DiskImages.bitLocker(),
                DiskImages.bitLockerToGo(),
                DiskImages.ext(4),
                DiskImages.luks(2),
                DiskImages.swap(),
                DiskImages.zeros(),
                DiskImages.noise());
    }

    private static List<Path> disks() {
        String script = """
                label: dos
                unit: sectors
                start=2048, size=32768, type=7
                start=40960, size=49152, type=f
                start=43008, size=32768, type=c
                """;
        Path mbr = DiskImages.sfdisk(
                "it-mbr.img",
                48L * DiskImages.MIB,
                script,
                Map.of(2048L * 512, DiskImages.ntfs(), 43_008L * 512, DiskImages.fat16()));
        Path gpt = DiskImages.sgdisk(
                "it-gpt.img",
                64L * DiskImages.MIB,
                Map.of(DiskImages.MIB * 1L, DiskImages.bitLocker(), DiskImages.MIB * 5L, DiskImages.ext(4)),
                "-n",
                "1:2048:+4M",
                "-t",
                "1:0700",
                "-n",
                "2:0:+16M",
                "-t",
                "2:0700");
        return List.of(mbr, gpt, DiskImages.changed(gpt, "it-gpt-backup.img", Map.of(512L, ZEROS)), DiskImages.zeros());
    }

    private List<String> probe(WinePrefix windows) throws IOException {
        windows.drive('t', WinePrefix.PROJECT.resolve("target"));
        windows.drive('x', WinePrefix.PROJECT.resolve("target/stick/runtime"));
        assertThat(WinePrefix.PROJECT.resolve("target/stick/runtime/bin/java.exe"))
                .as("the Windows Java runtime: scripts/make-stick puts it there")
                .exists();
        List<String> command = new ArrayList<>(List.of(
                "X:\\bin\\java.exe",
                "-Dsun.stdout.encoding=UTF-8",
                "-cp",
                String.join(";", classPath(windows)),
                "io.fieldstick.e2e.DiskProbe"));
        command.addAll(devices.keySet());
        return command;
    }

    private static List<String> classPath(WinePrefix windows) throws IOException {
        Path room = windows.room("jars");
        windows.drive('y', room);
        List<String> paths = new ArrayList<>(List.of("T:\\test-classes", "T:\\classes"));
        for (Path jar : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("(jna|slf4j-api).*"))
                .toList()) {
            Files.copy(jar, room.resolve(jar.getFileName()));
            paths.add("Y:\\" + jar.getFileName());
        }
        return paths;
    }
}
