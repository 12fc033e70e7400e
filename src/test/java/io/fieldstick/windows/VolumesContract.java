package io.fieldstick.windows;

import static io.fieldstick.windows.FilesContract.present;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link Volumes} with a fixed drive C and a first disk of 3 MiB or more does. */
public abstract class VolumesContract {
    private static final String DISK = "\\\\.\\PhysicalDrive0";
    private static final int START = 3 << 20;

    protected abstract Volumes volumes();

    @Test
    void theLettersAreListedInOrderAndCIsFixed() {
        List<Volumes.Volume> list = present(volumes().list());
        assertThat(list).contains(new Volumes.Volume('C', Volumes.DriveType.FIXED));
        assertThat(list).extracting(Volumes.Volume::letter).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aMountedVolumeTellsItsFileSystemAndSpace() {
        assertThat(present(volumes().fileSystem('C')).name()).isEqualTo("NTFS");
        Volumes.Space space = present(volumes().space('C'));
        assertThat(space.free()).isBetween(1L, space.total());
        assertThat(Long.bitCount(space.cluster())).isEqualTo(1);
        assertThat(present(volumes().fileSystem('C')).readOnly()).isFalse();
    }

    @Test
    void aLetterThatNoVolumeHasIsAbsent() {
        List<Character> used =
                present(volumes().list()).stream().map(Volumes.Volume::letter).toList();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (!used.contains(letter)) {
                assertThat(volumes().fileSystem(letter).isAbsent()).isTrue();
                assertThat(volumes().space(letter).isAbsent()).isTrue();
                assertThat(volumes().open("\\\\.\\" + letter + ":").isAbsent()).isTrue();
            }
        }
    }

    @Test
    void aDiskThatIsNotThereIsAbsent() {
        assertThat(volumes().open("\\\\.\\PhysicalDrive97").isAbsent()).isTrue();
    }

    @Test
    void aDiskTellsItsNameSizeAndSectors() {
        try (Sectors disk = present(volumes().open(DISK))) {
            assertThat(disk.name()).isEqualTo(DISK);
            assertThat(present(disk.size())).isGreaterThanOrEqualTo(START);
            assertThat(disk.sectorSize()).isIn(512, 4096);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 512",
        "1, 1",
        "511, 2",
        "512, 512",
        "3, 1000000",
        "1048575, 2",
        "1048000, 1100000",
        "2097151, 1048577",
        "7, 0"
    })
    void sectorsAreReadFromAnyByteAndInAnyLength(int offset, int length) {
        try (Sectors disk = present(volumes().open(DISK))) {
            byte[] start = present(disk.read(0, START));
            assertThat(start).hasSize(START);
            assertThat(Arrays.copyOf(start, 512)).isNotEqualTo(new byte[512]);
            assertThat(present(disk.read(offset, length)))
                    .isEqualTo(Arrays.copyOfRange(start, offset, offset + length));
        }
    }

    @Test
    void aReadAcrossTheEndGivesWhatIsThere() {
        try (Sectors disk = present(volumes().open(DISK))) {
            long size = present(disk.size());
            byte[] last = present(disk.read(size - 700, 700));
            assertThat(last).hasSize(700);
            assertThat(present(disk.read(size - 100, 5000))).isEqualTo(Arrays.copyOfRange(last, 600, 700));
            assertThat(present(disk.read(size, 512))).isEmpty();
            assertThat(present(disk.read(size + (1L << 40), Integer.MAX_VALUE))).isEmpty();
        }
    }
}
