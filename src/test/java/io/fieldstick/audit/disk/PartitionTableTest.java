package io.fieldstick.audit.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.audit.disk.PartitionTable.Style;
import io.fieldstick.audit.disk.TableFault.Kind;
import io.fieldstick.windows.InMemorySectors;
import io.fieldstick.windows.Sectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the images are made by mkntfs, mkfs, sfdisk and sgdisk")
class PartitionTableTest {
    private static final long SIZE = 64L * DiskImages.MIB;

    @Test
    void anMbrIsReadWithItsLogicalPartitions() {
        PartitionTable table = table(mbrWithLogicalPartitions());

        assertThat(table.style()).isEqualTo(Style.MBR);
        assertThat(table.faults()).isEmpty();
        assertThat(table.partitions())
                .containsExactly(
                        new Partition(1, PartitionType.mbr(0x07), 2048 * 512L, 4096 * 512L),
                        new Partition(5, PartitionType.mbr(0x0C), 12_288 * 512L, 4096 * 512L),
                        new Partition(6, PartitionType.mbr(0x83), 18_432 * 512L, 4096 * 512L),
                        new Partition(7, PartitionType.mbr(0x07), 24_576 * 512L, 4096 * 512L));
    }

    @Test
    void aGptIsReadWithTheNamesOfItsTypes() {
        PartitionTable table = table(gpt());

        assertThat(table.style()).isEqualTo(Style.GPT);
        assertThat(table.faults()).isEmpty();
        assertThat(table.partitions())
                .extracting(partition -> partition.type().name())
                .containsExactly("EFI system", "Microsoft reserved", "basic data", "Windows recovery", "Linux");
        assertThat(table.partitions())
                .extracting(partition -> partition.type().role())
                .containsExactly(
                        PartitionType.Role.SYSTEM,
                        PartitionType.Role.RESERVED,
                        PartitionType.Role.VOLUME,
                        PartitionType.Role.SYSTEM,
                        PartitionType.Role.FOREIGN);
        assertThat(table.partitions().get(0).start()).isEqualTo(DiskImages.MIB);
        assertThat(table.partitions().get(0).length()).isEqualTo(4L * DiskImages.MIB);
    }

    @Test
    void theBackupGptIsUsedWhereTheFirstIsBroken() {
        Path headerByte = DiskImages.changed(gpt(), "gpt-header.img", Map.of(512L + 40, new byte[] {1}));
        Path header = DiskImages.changed(gpt(), "gpt-no-header.img", Map.of(512L, new byte[512]));
        Path entry = DiskImages.changed(gpt(), "gpt-entry.img", Map.of(1024L + 300, new byte[] {1}));

        for (Path image : new Path[] {headerByte, header, entry}) {
            PartitionTable table = table(image);
            assertThat(table.partitions()).isEqualTo(table(gpt()).partitions());
            assertThat(table.faults()).extracting(TableFault::kind).containsExactly(Kind.GPT_FIRST_BROKEN);
            assertThat(table.faults().get(0).evidence().where()).endsWith(" +0x200");
        }
    }

    @Test
    void aBrokenBackupGptIsTold() {
        Path image = DiskImages.changed(gpt(), "gpt-backup.img", Map.of(-512L, new byte[512]));

        assertThat(table(image).faults()).extracting(TableFault::kind).containsExactly(Kind.GPT_BACKUP_BROKEN);
    }

    @Test
    void aDiskWhoseBothGptsAreGoneIsNotCalledUnpartitioned() {
        Path image = DiskImages.changed(gpt(), "gpt-lost.img", Map.of(512L, new byte[512], -512L, new byte[512]));

        assertThat(table(image).partitions()).isEmpty();
        assertThat(table(image).faults()).extracting(TableFault::kind).containsExactly(Kind.GPT_LOST);
    }

    @Test
    void aGptWithoutItsProtectiveMbrIsStillRead() {
        Path image = DiskImages.changed(gpt(), "gpt-unprotected.img", Map.of(0L, new byte[512]));

        assertThat(table(image).partitions()).isEqualTo(table(gpt()).partitions());
        assertThat(table(image).faults()).extracting(TableFault::kind).containsExactly(Kind.PROTECTION_MISSING);
    }

    @Test
    void aHybridMbrIsTold() {
        Path image = DiskImages.sgdisk(
                "hybrid.img",
                SIZE,
                Map.of(),
                "-n",
                "1:2048:+4M",
                "-t",
                "1:0700",
                "-n",
                "2:0:+4M",
                "-t",
                "2:8300",
                "-h",
                "1");

        PartitionTable table = table(image);

        assertThat(table.style()).isEqualTo(Style.GPT);
        assertThat(table.partitions()).hasSize(2);
        assertThat(table.faults()).extracting(TableFault::kind).containsExactly(Kind.HYBRID);
    }

    @Test
    void anMbrThatSomebodyMadeAfterAGptIsBelieved() {
        Path image = DiskImages.changed(gpt(), "mbr-over-gpt.img", Map.of(446L + 4, new byte[] {7}));

        assertThat(table(image).style()).isEqualTo(Style.MBR);
    }

    @Test
    void aGptWrittenForOtherSectorsIsReadAndTold() {
        Path image = DiskImages.gptOf4096ByteSectors();
        byte[] disk = DiskImages.read(image, 0, (int) SIZE);

        PartitionTable own = table(image);
        Optional<PartitionTable> moved = PartitionTable.parse(Region.whole(new InMemorySectors("usb", disk, 512)));

        assertThat(own.faults()).isEmpty();
        assertThat(own.partitions())
                .containsExactly(new Partition(
                        1,
                        new PartitionType(
                                "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7", "basic data", PartitionType.Role.VOLUME),
                        4L * DiskImages.MIB,
                        8L * DiskImages.MIB));
        assertThat(moved.orElseThrow().partitions()).isEqualTo(own.partitions());
        assertThat(moved.orElseThrow().faults()).extracting(TableFault::kind).containsExactly(Kind.OTHER_SECTOR_SIZE);
    }

    @Test
    void aChainOfLogicalPartitionsThatRunsInACircleEnds() {
        Path image = mbrWithLogicalPartitions();
        byte[] toItself = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(4096)
                .array();
        long firstLink = 10_240 * 512L;
        Path circle = DiskImages.changed(image, "circle.img", Map.of(firstLink + 446 + 16 + 8, toItself));

        PartitionTable table = table(circle);

        assertThat(table.faults()).extracting(TableFault::kind).containsExactly(Kind.CHAIN_BROKEN);
        assertThat(table.partitions()).hasSize(2);
    }

    @Test
    void aChainThatBreaksOffIsTold() {
        long firstLink = 10_240 * 512L;
        Path broken = DiskImages.changed(
                mbrWithLogicalPartitions(), "broken-chain.img", Map.of(firstLink + 510, new byte[2]));

        PartitionTable table = table(broken);

        assertThat(table.partitions()).hasSize(1);
        assertThat(table.faults()).extracting(TableFault::kind).containsExactly(Kind.CHAIN_BROKEN);
        assertThat(table.faults().get(0).evidence().where()).isEqualTo("broken-chain.img +0x5001fe");
    }

    @Test
    void aVolumeWithoutATableHasNone() {
        try (Sectors ntfs = DiskImages.open(DiskImages.ntfs());
                Sectors zeros = DiskImages.open(DiskImages.zeros())) {
            assertThat(PartitionTable.parse(Region.whole(ntfs))
                            .filter(table -> !table.partitions().isEmpty()))
                    .isEmpty();
            assertThat(PartitionTable.parse(Region.whole(zeros))).isEmpty();
        }
    }

    static Path gpt() {
        return DiskImages.sgdisk(
                "gpt.img",
                SIZE,
                Map.of(),
                "-n",
                "1:2048:+4M",
                "-t",
                "1:ef00",
                "-n",
                "2:0:+1M",
                "-t",
                "2:0c01",
                "-n",
                "3:0:+17M",
                "-t",
                "3:0700",
                "-n",
                "4:0:+4M",
                "-t",
                "4:2700",
                "-n",
                "5:0:+4M",
                "-t",
                "5:8300");
    }

    static Path mbrWithLogicalPartitions() {
        String script = """
                label: dos
                unit: sectors
                start=2048, size=4096, type=7
                start=10240, size=40960, type=f
                start=12288, size=4096, type=c
                start=18432, size=4096, type=83
                start=24576, size=4096, type=7
                """;
        return DiskImages.sfdisk("mbr.img", SIZE, script, Map.of());
    }

    private static PartitionTable table(Path image) {
        String before = DiskImages.sha256(image);
        try (Sectors sectors = DiskImages.open(image)) {
            return PartitionTable.parse(Region.whole(sectors)).orElseThrow();
        } finally {
            assertThat(DiskImages.sha256(image)).as("nothing is written").isEqualTo(before);
        }
    }
}
