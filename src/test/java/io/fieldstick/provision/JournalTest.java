package io.fieldstick.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.message.Message;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.DeleteEmptyRegistryKey;
import io.fieldstick.setting.DeleteRegistryValue;
import io.fieldstick.setting.DropResume;
import io.fieldstick.setting.InstallControl;
import io.fieldstick.setting.RenameComputer;
import io.fieldstick.setting.ScheduleResume;
import io.fieldstick.setting.SetRegistryValue;
import io.fieldstick.setting.Undo;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal lies on a stick: whatever is in the file, it is read as it was written or refused, and refused is undone. */
class JournalTest {
    private static final RegistryKey KEY = RegistryKey.machine("SOFTWARE\\House");
    private static final String FOLDER = "C:\\Windows\\Temp\\fieldstick-0123456789abcdef";
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
    private static final List<Change> CHANGES = List.of(
            new SetRegistryValue(KEY, "House", RegistryValue.sz("航")),
            new SetRegistryValue(KEY, "Bytes", RegistryValue.raw(3, new byte[] {0, 1, (byte) 0xFF})),
            new DeleteRegistryValue(KEY, "Gone", Set.of()),
            new DeleteEmptyRegistryKey(KEY),
            new RenameComputer("PC-2"),
            new ScheduleResume("PC-20261124T040000Z", FOLDER, UNTIL, "C:\\Windows\\System32"));

    @TempDir
    Path folder;

    private Path journal() {
        Path path = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.create(path, new Journal.Header("PC-20261124T040000Z", "guid", "PC"))) {
            InMemoryWindows windows = new InMemoryWindows();
            for (Change change : CHANGES) {
                int number = journal.intend("setting", change, change.undoFrom(windows));
                journal.made(number);
            }
            journal.undone(2);
        }
        return path;
    }

    @Test
    void whatWasWrittenIsRead() {
        Journal.Contents contents = Journal.read(journal());
        assertThat(contents.header()).isEqualTo(new Journal.Header("PC-20261124T040000Z", "guid", "PC"));
        assertThat(contents.entries()).extracting(Journal.Entry::change).containsExactlyElementsOf(CHANGES);
        assertThat(contents.entries())
                .filteredOn(Journal.Entry::undone)
                .extracting(Journal.Entry::number)
                .containsExactly(2);
        assertThat(contents.entries().get(5).undo())
                .isEqualTo(new Undo.By(List.of(new DropResume("PC-20261124T040000Z", FOLDER))));
    }

    @Test
    void aLineThatACrashToreApartIsNoPartOfItAndNotesCanFollow() throws IOException {
        Path path = journal();
        byte[] whole = Files.readAllBytes(path);
        int last = new String(whole, StandardCharsets.UTF_8).lastIndexOf("\"change\"");
        Files.write(
                path,
                Arrays.copyOf(
                        whole,
                        new String(whole, StandardCharsets.UTF_8)
                                .substring(0, last)
                                .getBytes(StandardCharsets.UTF_8)
                                .length));
        assertThat(Journal.read(path).entries()).hasSize(5);
        try (Journal notes = Journal.resume(path)) {
            notes.undone(1);
        }
        assertThat(Journal.read(path).entries())
                .filteredOn(Journal.Entry::undone)
                .extracting(Journal.Entry::number)
                .containsExactly(1);
    }

    /** Closing what is gone already is all that a test can do to a channel. */
    @Test
    void aStickThatIsPulledAtTheEndTakesNoResultWithIt() {
        Journal journal = Journal.create(folder.resolve("pulled.jsonl"), new Journal.Header("run", "guid", "PC"));
        journal.close();
        assertThatCode(journal::close).doesNotThrowAnyException();
    }

    /** Whoever mutates it may change what it says, never what reading it can do. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsInTheFileIsReadOrRefusedWithItsLine(long seed) throws IOException {
        byte[] whole = Files.readAllBytes(journal());
        Path path = folder.resolve("mutated.jsonl");
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            Files.write(path, mutated(whole, random));
            try {
                Journal.Contents contents = Journal.read(path);
                assertThat(contents.entries()).hasSizeLessThanOrEqualTo(CHANGES.size() * 2);
            } catch (JournalException damaged) {
                assertThat(damaged.line()).isPositive();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static byte[] mutated(byte[] whole, Random random) {
        List<String> lines = new ArrayList<>(new String(whole, StandardCharsets.UTF_8)
                .lines()
                .map(text -> text + "\n")
                .toList());
        int line = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
            case 2 -> lines.set(line, lines.get(random.nextInt(lines.size())));
            case 3 -> {
                String text = lines.get(line);
                lines.set(line, text.substring(0, random.nextInt(text.length())) + "\n");
            }
            case 4 -> {
                byte[] bytes = whole.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                return bytes;
            }
            default -> {
                String[] words = {"null", "-1", "[]", "{}", "true", "\"\"", "1e99", "99999999999", "[[[[", "\"\\ud800\""
                };
                String word = words[random.nextInt(words.length)];
                lines.set(
                        line,
                        lines.get(line).replaceFirst(":(\"[^\"]*\"|\\d+|true)", ":" + word.replace("\\", "\\\\")));
            }
        }
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "[]",
                "{}",
                "{\"n\":1}",
                "{\"n\":1,\"setting\":\"s\",\"change\":{\"change\":\"format-disk\"},\"undo\":{\"by\":[]}}",
                "{\"n\":2,\"setting\":\"s\",\"change\":{\"change\":\"rename-computer\",\"name\":\"x\"}}",
                "{\"n\":7,\"undone\":true}",
                "{\"n\":1,\"made\":false}",
                "{\"n\":1,\"setting\":\"s\",\"change\":{\"change\":\"rename-computer\",\"name\":\"x\"},\"undo\":{\"by\":[]}}"
            })
    void aLineThatOurProgramDoesNotWriteIsRefused(String line) throws IOException {
        Path path = journal();
        Files.writeString(path, line + "\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Journal.read(path))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        damaged -> assertThat(damaged.line()).isEqualTo(15));
    }

    @Test
    void aJournalCannotAskForAProgramToBeStarted() throws IOException {
        Path path = journal();
        String text = Files.readString(path);
        String schedule = text.substring(text.indexOf("{\"change\":\"schedule-resume\""));
        schedule = schedule.substring(0, schedule.indexOf('}') + 1);
        String drop = text.substring(text.indexOf("{\"change\":\"drop-resume\""));
        drop = drop.substring(0, drop.indexOf('}') + 1);
        Files.writeString(path, text.replace("{\"by\":[" + drop + "]}", "{\"by\":[" + schedule + "]}"));
        assertThatThrownBy(() -> Journal.read(path)).isInstanceOf(JournalException.class);
    }

    @Test
    void aJournalCannotAskForAControlToBeInstalled() throws IOException {
        Change install = new InstallControl(
                "E:\\installers\\evil.cab",
                "0".repeat(64),
                "C:\\Program Files\\Fieldstick\\0123456789ab",
                "{01234567-89AB-CDEF-0123-456789ABCDEF}");
        Path path = folder.resolve("forged.jsonl");
        try (Journal journal = Journal.create(path, new Journal.Header("PC-20261124T040000Z", "guid", "PC"))) {
            journal.intend("auto-play", new RenameComputer("PC-2"), new Undo.By(List.of(install)));
        }
        assertThatThrownBy(() -> Journal.read(path))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        forged -> assertThat(forged.line()).isEqualTo(2));
    }

    @Test
    void whyItCannotBeWrittenIsToldInTheSystemsWords() {
        Path missing = folder.resolve("gone/journal.jsonl");
        assertThatThrownBy(() -> Journal.create(missing, new Journal.Header("run", "guid", "PC")))
                .isInstanceOfSatisfying(
                        JournalUnwritableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Message.of("file.missing")));
    }

    @Test
    void aJournalThatIsTooLargeIsNoneOfOurs() throws IOException {
        Path path = folder.resolve("huge.jsonl");
        try (var file = Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.position((64L << 20) + 1);
            file.write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}));
        }
        assertThatThrownBy(() -> Journal.read(path)).isInstanceOf(JournalException.class);
    }
}
