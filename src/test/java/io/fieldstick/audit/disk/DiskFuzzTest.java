package io.fieldstick.audit.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fieldstick.windows.InMemorySectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Hostile tables and boot sectors: nothing escapes, nothing hangs, nothing is read beyond the end or without need. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the images are made by mkntfs, mkfs, sfdisk and sgdisk")
class DiskFuzzTest {
    private static final int SEEDS = 3000;
    private static final int SIZE = 256 * 1024;
    private static final int[] HOSTILE = {0, 1, 0x7F, 0x80, 0xFF};

    /** A diagnosis asks for the beginning a few times, for some likely places, and for samples. */
    private static final long MOST_FOR_A_VOLUME = 12L * DiskImages.MIB;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void noVolumeDoesHarm() {
        List<byte[]> seeds = List.of(
                smallNtfs(),
                beginning(DiskImages.exFat()),
                beginning(DiskImages.fat12()),
                beginning(DiskImages.fat16()),
                beginning(DiskImages.fat32()),
                beginning(DiskImages.ext(4)),
                new byte[SIZE]);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] volume = damaged(seeds.get(random.nextInt(seeds.size())), random, 600 << random.nextInt(6));
            check(volume, "volume seed " + seed, 2 * MOST_FOR_A_VOLUME);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void noPartitionTableDoesHarm() {
        List<byte[]> seeds = List.of(
                beginning(PartitionTableTest.gpt()), beginning(PartitionTableTest.mbrWithLogicalPartitions()), chain());
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] disk = damaged(seeds.get(random.nextInt(seeds.size())), random, 4096);
            if (random.nextBoolean()) {
                resealGpt(disk);
            }
            check(disk, "table seed " + seed, (Gpt.MOST_PARTITIONS + 2L) * MOST_FOR_A_VOLUME);
        }
    }

    @Test
    void aTableThatClaimsAMillionEntriesIsNotRead() {
        byte[] disk = beginning(PartitionTableTest.gpt());
        ByteBuffer.wrap(disk)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(512 + 80, 0x7FFFFFFF)
                .putInt(512 + 84, 4096);
        resealGpt(disk);

        CountingSectors sectors = new CountingSectors(new InMemorySectors("hostile", disk));

        assertThat(PartitionTable.parse(Region.whole(sectors)).orElseThrow().partitions())
                .isEmpty();
        assertThat(sectors.bytes()).isLessThan(64 * 1024);
    }

    @Test
    void aChainWithMoreLinksThanAnyDiskHasEnds() {
        CountingSectors sectors = new CountingSectors(new InMemorySectors("hostile", chain()));

        PartitionTable table = PartitionTable.parse(Region.whole(sectors)).orElseThrow();

        assertThat(table.partitions()).hasSizeLessThanOrEqualTo(Mbr.MOST_LOGICAL);
        assertThat(table.faults()).extracting(TableFault::kind).containsExactly(TableFault.Kind.CHAIN_BROKEN);
    }

    @Test
    void theSeedsReachSoundAndDamagedVolumes() {
        List<Condition> seen = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            byte[] volume = damaged(smallNtfs(), new Random(seed), 24_000);
            seen.add(Diagnosis.of(Region.whole(new InMemorySectors("fuzz", volume)))
                    .condition());
        }
        assertThat(seen)
                .contains(
                        Condition.SOUND,
                        Condition.CUT_SHORT,
                        Condition.FILE_TABLE_DAMAGED,
                        Condition.BOTH_BOOT_SECTORS_DESTROYED);
    }

    private static void check(byte[] device, String seed, long most) {
        CountingSectors sectors = new CountingSectors(new InMemorySectors("fuzz", device));
        assertThatCode(() -> new DeviceAudit(sectors, Letters.none()).judge(true))
                .as(seed)
                .doesNotThrowAnyException();
        assertThat(sectors.bytes()).as("bytes asked for, %s", seed).isLessThan(most);
    }

    /** Hostile bytes, words and long runs in the first {@code length} bytes, where every structure lies. */
    private static byte[] damaged(byte[] image, Random random, int length) {
        byte[] copy = java.util.Arrays.copyOf(
                image, random.nextInt(20) == 0 ? length + 512 + random.nextInt(SIZE / 2) : SIZE);
        int changes = 1 + random.nextInt(12);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(length - 8);
            switch (random.nextInt(4)) {
                case 0 -> copy[at] = (byte) HOSTILE[random.nextInt(HOSTILE.length)];
                case 1 -> copy[at] = (byte) random.nextInt(256);
                case 2 ->
                    ByteBuffer.wrap(copy)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(at, random.nextLong() >> random.nextInt(64));
                default -> java.util.Arrays.fill(copy, at, at + random.nextInt(512), (byte) 0xFF);
            }
        }
        return copy;
    }

    /** Makes the checksums right again, so that what they guard is looked at. */
    private static void resealGpt(byte[] disk) {
        if (disk.length < 1024 + 16384) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(disk).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(512 + 88, crc(disk, 1024, 16384)).putInt(512 + 16, 0).putInt(512 + 12, 92);
        header.putInt(512 + 16, crc(disk, 512, 92));
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /** An extended partition whose every sector is a link to the next. */
    private static byte[] chain() {
        byte[] disk = new byte[SIZE];
        ByteBuffer bytes = ByteBuffer.wrap(disk).order(ByteOrder.LITTLE_ENDIAN);
        entry(bytes, 0, 446, 0x05, 1);
        for (int sector = 1; sector < SIZE / 512; sector++) {
            entry(bytes, sector, 446, 0x07, 1);
            entry(bytes, sector, 462, 0x05, sector);
        }
        return disk;
    }

    private static void entry(ByteBuffer disk, int sector, int at, int type, int start) {
        int base = sector * 512;
        disk.put(base + at + 4, (byte) type).putInt(base + at + 8, start).putInt(base + at + 12, 1);
        disk.put(base + 510, (byte) 0x55).put(base + 511, (byte) 0xAA);
    }

    /** An NTFS volume as long as it says, so that its file table is looked at too. */
    private static byte[] smallNtfs() {
        byte[] volume = beginning(DiskImages.ntfs());
        ByteBuffer.wrap(volume)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(40, SIZE / 512 - 1)
                .putLong(56, 4);
        return volume;
    }

    private static byte[] beginning(Path image) {
        return DiskImages.read(image, 0, SIZE);
    }
}
