package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.audit.disk.DiskImages;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Volumes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages that a worried user hears read aloud, whole, in both languages: kept as files, so that every word of them is
 * seen when it changes. {@code -Dtranscripts=write} writes them anew.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the images are made by mkntfs, mkfs, sfdisk and sgdisk")
class DiskTranscriptTest {
    private static final int REFUSED = 6;

    @TempDir
    Path folder;

    static Stream<Arguments> images() {
        Path ntfs = DiskImages.ntfs();
        byte[] zeros = new byte[512];
        long end = ntfs.toFile().length();
        Path bootDestroyed = DiskImages.changed(ntfs, "boot-sector-destroyed.img", Map.of(0L, zeros));
        return Stream.of(
                Arguments.of("sound-ntfs", ntfs, 0),
                Arguments.of("locked-bitlocker", DiskImages.bitLocker(), REFUSED),
                Arguments.of("boot-sector-destroyed", bootDestroyed, REFUSED),
                Arguments.of(
                        "both-boot-sectors-destroyed",
                        DiskImages.changed(ntfs, "both-destroyed.img", Map.of(0L, zeros, end - 512, zeros)),
                        REFUSED),
                Arguments.of("foreign-ext4", DiskImages.ext(4), REFUSED),
                Arguments.of("zeros", DiskImages.zeros(), REFUSED),
                Arguments.of(
                        "beginning-erased",
                        DiskImages.changed(
                                DiskImages.zeros(), "beginning-erased.img", Map.of(-700_000L, new byte[] {1, 2, 3})),
                        REFUSED),
                Arguments.of(
                        "file-table-damaged",
                        DiskImages.changed(ntfs, "file-table-damaged.img", Map.of(0x4000L, filledWithFf())),
                        REFUSED),
                Arguments.of("one-of-a-set-of-disks", DiskImages.ldm(), REFUSED),
                Arguments.of("unknown", DiskImages.noise(), REFUSED),
                Arguments.of("cut-short", DiskImages.cutTo(ntfs, "cut-short.img", end / 2), REFUSED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void thePageOfAnImageIsAsItWasReadAloud(String name, Path image, int exit) throws IOException {
        String before = DiskImages.sha256(image);
        for (String language : new String[] {"en", "zh"}) {
            Visit visit = new Visit(folder.resolve(language), new InMemoryWindows());
            assertThat(visit.run("backup-audit", "--lang", language, "--image", image.toString()))
                    .as(visit.output() + visit.errors())
                    .isEqualTo(exit);
            compare(name + "." + language + ".txt", visit);
            Visit again = new Visit(folder.resolve(language + "-json"), new InMemoryWindows());
            again.run("backup-audit", "--lang", language, "--format", "json", "--image", image.toString());
            compare(name + "." + language + ".json", again);
        }
        assertThat(DiskImages.sha256(image)).isEqualTo(before);
    }

    private static byte[] filledWithFf() {
        byte[] sector = new byte[512];
        Arrays.fill(sector, (byte) 0xFF);
        return sector;
    }

    @Test
    void thePageOfARawVolumeThatIsALockedBitLockerOneIsAsItWasReadAloud() throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            InMemoryWindows windows = new InMemoryWindows()
                    .faultyVolume('E', Volumes.DriveType.FIXED, 1005)
                    .device("\\\\.\\E:", DiskImages.open(DiskImages.bitLocker()));
            Visit visit = new Visit(folder.resolve(language), windows);
            assertThat(visit.run("backup-audit", "--lang", language, "--volume", "E:"))
                    .isEqualTo(REFUSED);
            compare("raw-is-locked-bitlocker." + language + ".txt", visit);
        }
    }

    @Test
    void thePageOfAComputerWithoutAVisibleDiskIsAsItWasReadAloud() throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            InMemoryWindows windows = new InMemoryWindows()
                    .key(RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\MiniNT"))
                    .presentDevice("PCI\\VEN_8086&DEV_9A0B&SUBSYS_0", "PCI\\CC_0104", "", 28);
            Visit visit = new Visit(folder.resolve(language), windows);
            visit.run("backup-audit", "--read-only", "--lang", language);
            compare("no-disk-visible." + language + ".txt", visit);
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("volume-corrupt", Volumes.DriveType.FIXED, 1392, REFUSED),
                Arguments.of("volume-read-error", Volumes.DriveType.FIXED, 1117, REFUSED),
                Arguments.of("card-reader-empty", Volumes.DriveType.REMOVABLE, 21, 0),
                Arguments.of("volume-access-denied", Volumes.DriveType.FIXED, 5, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void thePageOfWhatWindowsSaysIsAsItWasReadAloud(String name, Volumes.DriveType type, int code, int exit)
            throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            InMemoryWindows windows = new InMemoryWindows().faultyVolume('E', type, code);
            Visit visit = new Visit(folder.resolve(language), windows);
            int ended = visit.run("backup-audit", "--lang", language, "--volume", "E:");
            compare(name + "." + language + ".txt", visit);
            assertThat(ended).as(visit.output() + visit.errors()).isEqualTo(exit);
            assertThat(windows.writes()).isEmpty();
        }
    }

    private static void compare(String name, Visit visit) throws IOException {
        // The last lines name the case, whose path is another one each time.
        Transcripts.compare("disk/" + name, visit.output().replaceAll("(?s)\n(note:|说明：).*", "\n"));
    }
}
