package io.fieldstick.windows.offline.hive;

import static io.fieldstick.windows.offline.hive.HiveTest.problems;
import static io.fieldstick.windows.offline.hive.HiveTest.read;
import static io.fieldstick.windows.offline.hive.HiveTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HiveLogTest {
    private static final int SEQUENCE = 41;

    /** Three states of one hive; the third has outgrown the file. */
    private final byte[] first = hive("first", 0);

    private final byte[] second = hive("second", 0);
    private final byte[] third = hive("third", 30_000);

    @Test
    void theChecksumIsTheOneOfSymCrypt() {
        // The known answer in SymCrypt's self test (github.com/microsoft/SymCrypt, lib/marvin32.c).
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        long answer = 0x22C74339492769BFL;

        assertThat(Marvin32.of(0xD53CD9CECD0893B7L, abc, 0, 3)).isEqualTo(answer);
        assertThat(LogBuilder.marvin(
                        new byte[] {
                            (byte) 0xB7, (byte) 0x93, 8, (byte) 0xCD, (byte) 0xCE, (byte) 0xD9, 0x3C, (byte) 0xD5
                        },
                        abc))
                .isEqualTo(answer);
    }

    @Test
    void aDirtyHiveIsCompletedFromALogOfTheNewFormat() {
        byte[] dirty = LogBuilder.dirty(first);
        byte[] asItWas = dirty.clone();

        Hive hive = read(dirty, LogBuilder.newLog(SEQUENCE, first, second, third));

        assertState(hive, "third", Hive.State.COMPLETED);
        assertThat(hive.problems()).isEmpty();
        assertThat(dirty).isEqualTo(asItWas);
    }

    @Test
    void entriesThatGoOnInTheOtherLogAreUsedWhicheverComesFirst() {
        byte[] older = LogBuilder.newLog(SEQUENCE, first, second);
        byte[] newer = LogBuilder.newLog(SEQUENCE + 1, second, third);

        assertState(read(LogBuilder.dirty(first), older, newer), "third", Hive.State.COMPLETED);
        assertState(read(LogBuilder.dirty(first), newer, older), "third", Hive.State.COMPLETED);
    }

    @Test
    void entriesBeforeTheHivesOwnStateAreNotUsedAgain() {
        byte[] secondAtNextSequence = sequence(second, SEQUENCE + 1);

        Hive hive = read(LogBuilder.dirty(secondAtNextSequence), LogBuilder.newLog(SEQUENCE, third, first, third));

        assertState(hive, "third", Hive.State.COMPLETED);
    }

    @Test
    void aLogThatBeginsAfterTheHivesStateIsNotUsedAndThatIsSaid() {
        Hive hive = read(LogBuilder.dirty(first), LogBuilder.newLog(SEQUENCE + 1, first, second));

        assertState(hive, "first", Hive.State.UNFINISHED);
        assertThat(problems(hive)).contains("hive.problem.unfinished");
    }

    @Test
    void anEntryThatWasCutShortEndsTheLogAndTheOnesBeforeItCount() {
        byte[] log = LogBuilder.newLog(SEQUENCE, first, second, third);
        log[log.length - 700] ^= 1;

        assertState(read(LogBuilder.dirty(first), log), "second", Hive.State.COMPLETED);
    }

    @Test
    void aHiveWhoseHeaderWasDestroyedInTheWriteIsCompletedFromTheLog() {
        byte[] dirty = LogBuilder.dirty(first);
        Arrays.fill(dirty, 0, 100, (byte) 0x5A);

        assertState(read(dirty, LogBuilder.newLog(SEQUENCE, first, second, third)), "third", Hive.State.COMPLETED);
        assertState(
                read(dirty, LogBuilder.newLog(SEQUENCE + 1, second, third), LogBuilder.newLog(SEQUENCE, first, second)),
                "third",
                Hive.State.COMPLETED);
    }

    @Test
    void aCleanHiveTakesNothingFromItsLogs() {
        assertState(read(first, LogBuilder.newLog(SEQUENCE, first, second)), "first", Hive.State.CLEAN);
        assertState(read(first, LogBuilder.oldLog(first, second)), "first", Hive.State.CLEAN);
    }

    @Test
    void aDirtyHiveIsCompletedFromALogOfTheOldFormat() {
        Hive hive = read(LogBuilder.dirty(first), new byte[0], LogBuilder.oldLog(first, third));

        assertState(hive, "third", Hive.State.COMPLETED);
        assertThat(hive.problems()).isEmpty();
    }

    @Test
    void anOldLogOfAnotherWriteIsNotUsed() {
        byte[] other = new HiveBuilder(KeySpec.of("root").with("v", "other"))
                .written(7)
                .sequence(SEQUENCE)
                .build();

        Hive hive = read(LogBuilder.dirty(first), LogBuilder.oldLog(other, third));

        assertState(hive, "first", Hive.State.UNFINISHED);
    }

    @Test
    void anOldLogThatWasItselfCutShortIsNotUsed() {
        byte[] log = LogBuilder.oldLog(first, third);

        assertState(
                read(LogBuilder.dirty(first), Arrays.copyOf(log, log.length - 512)), "first", Hive.State.UNFINISHED);
        LogBuilder.words(log).putInt(4, 3);
        HiveBuilder.sign(log);
        assertState(read(LogBuilder.dirty(first), log), "first", Hive.State.UNFINISHED);
    }

    @Test
    void aDirtyHiveWithoutLogsIsReadAndSaidToBeUnfinished() {
        Hive hive = read(LogBuilder.dirty(first));

        assertState(hive, "first", Hive.State.UNFINISHED);
        assertThat(problems(hive)).containsExactly("hive.problem.unfinished");
    }

    @Test
    void anEntryThatWantsMoreRoomThanThereCanBeIsNotUsed() {
        byte[] log = LogBuilder.newLog(SEQUENCE, first, second);
        byte[] entry = Arrays.copyOfRange(log, 512, log.length);
        LogBuilder.words(entry).putInt(16, 0x7FFFF000);
        LogBuilder.signEntry(entry);
        System.arraycopy(entry, 0, log, 512, entry.length);

        Hive hive = read(LogBuilder.dirty(first), log);

        assertState(hive, "first", Hive.State.UNFINISHED);
        assertThat(problems(hive)).contains("hive.problem.log-entry");
    }

    private static void assertState(Hive hive, String value, Hive.State state) {
        assertThat(value(hive, "Key", "v")).isEqualTo(Reading.of(RegistryValue.sz(value)));
        assertThat(hive.state()).isEqualTo(state);
    }

    private static byte[] hive(String value, int size) {
        KeySpec root = KeySpec.of("root");
        root.at("Key").with("v", value);
        root.at("Other").with("data", 3, new byte[size]);
        return new HiveBuilder(root).sequence(SEQUENCE).build();
    }

    private static byte[] sequence(byte[] hive, int sequence) {
        byte[] changed = hive.clone();
        LogBuilder.words(changed).putInt(4, sequence).putInt(8, sequence);
        HiveBuilder.sign(changed);
        return changed;
    }
}
