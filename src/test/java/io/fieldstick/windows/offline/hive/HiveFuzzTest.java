package io.fieldstick.windows.offline.hive;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Thousands of damaged hives and logs: each is read to its end, or is said not to be readable; nothing else happens. */
class HiveFuzzTest {
    private static final int SEEDS = 6000;

    private final byte[] before = build(new Random(1));
    private final byte[] after = build(new Random(2));
    private final byte[] newLog = LogBuilder.newLog(1, before, after, before, after);
    private final byte[] oldLog = LogBuilder.oldLog(before, after);

    @Test
    void noDamageLeadsToAnExceptionAHangOrMoreKeysThanTheFileHasRoomFor() {
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            int read = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                read += walk(new Random(seed)) ? 1 : 0;
            }
            assertThat(read).isBetween(SEEDS / 2, SEEDS);
        });
    }

    private boolean walk(Random random) {
        byte[] file = damaged(random.nextBoolean() ? LogBuilder.dirty(before) : before, random);
        List<byte[]> logs = new ArrayList<>(List.of(damaged(newLog, random), damaged(oldLog, random)));
        for (byte[] log : logs) {
            if (random.nextBoolean() && log.length >= 512) {
                HiveBuilder.sign(log);
            }
        }
        if (file.length >= 512 && random.nextBoolean()) {
            HiveBuilder.sign(file);
        }
        if (Hive.read("x", file, logs.stream().map(Reading::of).toList()) instanceof Reading.Present<Hive> hive) {
            assertThat(count(hive.value().root(), 0)).isLessThan((file.length + newLog.length) / 76);
            assertThat(hive.value().problems()).hasSizeLessThanOrEqualTo(200);
            return true;
        }
        return false;
    }

    private static int count(HiveKey key, int depth) {
        assertThat(depth).isLessThan(600);
        key.values()
                .items()
                .forEach(value -> assertThat(value.read().isAbsent()).isFalse());
        key.subkey("no such key");
        key.value("no such value");
        return 1
                + key.subkeys().items().stream()
                        .mapToInt(child -> count(child, depth + 1))
                        .sum();
    }

    /** A few bytes or words changed, near structures more often than elsewhere, or the end cut off. */
    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = random.nextInt(20) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        for (int i = random.nextInt(12); i > 0 && bad.length > 8; i--) {
            int at = random.nextInt(3) == 0 ? random.nextInt(Math.min(bad.length, 600)) : random.nextInt(bad.length);
            int word = Math.min(at & ~3, bad.length - 4 & ~3);
            switch (random.nextInt(4)) {
                case 0 -> bad[at] = (byte) random.nextInt();
                case 1 -> LogBuilder.words(bad).putInt(word, random.nextInt(good.length));
                case 2 -> LogBuilder.words(bad).putInt(word, random.nextBoolean() ? -1 : Integer.MIN_VALUE);
                default ->
                    LogBuilder.words(bad)
                            .putInt(word, LogBuilder.words(bad).getInt(random.nextInt(bad.length / 4) * 4));
            }
        }
        return bad;
    }

    private static byte[] build(Random random) {
        HiveBuilder.KeySpec root = HiveTest.randomTree(random, 2);
        root.with("big", 3, new byte[40_000]);
        return new HiveBuilder(root).lists("lh", 6).build();
    }
}
