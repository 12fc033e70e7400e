package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.DisplayWidth;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody at the console sees how far {@code backup-audit} is, presses Ctrl-C, and keeps what was counted up to then. */
final class InterruptionIT {
    private static final int COLUMNS = 80;
    private static final int ROWS = 50;
    private static final int FOLDERS = 2_500;
    private static final int FILES_IN_EACH = 20;

    /** As many drives with the same folder: a walk of many seconds over files that are made in one. */
    private static final String DRIVES = "defghijklmnopqrstuvwx";

    private static WinePrefix windows;
    private static Stick stick;

    @BeforeAll
    static void makeWindows() throws IOException {
        windows = WinePrefix.fresh();
        stick = windows.stick("C:\\工具 & co!");
        windows.write("C:\\users\\zhangsan\\Documents\\合同.docx", new byte[1_000]);
        Path big = windows.room("big");
        FileStore disk = Files.getFileStore(big);
        // Together they say that they are as big as all that is on the disk, so that a time left can be told.
        long size = (disk.getTotalSpace() - disk.getUnallocatedSpace()) / FOLDERS / FILES_IN_EACH;
        for (int folder = 0; folder < FOLDERS; folder++) {
            Path place = Files.createDirectories(big.resolve("合同资料" + folder / 50 + "/第" + folder + "号文件夹，名称很长"));
            for (int file = 0; file < FILES_IN_EACH; file++) {
                try (RandomAccessFile sparse =
                        new RandomAccessFile(place.resolve(file + ".docx").toFile(), "rw")) {
                    sparse.setLength(size);
                }
            }
        }
        DRIVES.chars().forEach(letter -> windows.drive((char) letter, big));
    }

    @AfterAll
    static void endWindows() {
        windows.close();
    }

    /**
     * Wine passes a Ctrl-C that is typed to every program of the console, as Windows does. But its cmd ends at once, where
     * that of Windows waits for the program and asks whether to go on: so the exit code is shown by a Ctrl-C for the
     * program alone.
     */
    @ParameterizedTest
    @CsvSource({
        "en, true, ' files, ', '/s, about ', Ctrl-C was pressed, Broken off before its end",
        "zh, false, ' 个文件，', '/秒，约剩 ', 按了 Ctrl-C, 中途停止"
    })
    void ctrlCLeavesWhatWasCountedAndSaysThatItIsNotAll(
            String language, boolean typed, String counts, String left, String said, String page) throws IOException {
        String html = "C:\\result-" + language + ".html";
        String line = '"' + stick.windowsPath("fieldstick.cmd") + "\" backup-audit --read-only --no-input --lang "
                + language + " --report html:" + html;
        List<List<String>> screens;
        List<String> after;
        try (ConsoleWindow console = ConsoleWindow.of(windows, COLUMNS, ROWS, line)) {
            screens = console.screensUntil(screen -> has(screen, left) || console.ended());
            String first = last(screens).stream()
                    .filter(row -> row.contains(left))
                    .findFirst()
                    .orElse("");
            screens.addAll(console.screensUntil(screen -> !has(screen, first) || console.ended()));
            assertThat(console.ended()).as("%s", console.screen()).isFalse();
            List<Long> program = windows.running("java.exe");
            assertThat(program).hasSize(1);
            if (typed) {
                console.type("C-c");
                console.screensUntil(screen -> windows.running("java.exe").isEmpty());
            } else {
                console.interrupt(program.get(0));
                assertThat(console.exitCode()).isEqualTo(130);
            }
            after = console.screen();
        }
        oneRowIsWrittenOver(
                screens.stream().filter(screen -> has(screen, counts)).toList(), counts);
        assertThat(after).as("%s", after).noneMatch(row -> row.contains(left));
        assertThat(String.join("\n", after)).contains(said);
        Path made = newestCase();
        isPartial(Json.of(windows.text(made.resolve("result.json"))));
        assertThat(windows.text(windows.path(html))).contains(page);
        assertThat(windows.text(made.resolve("run.log"))).contains(said);
    }

    /** It never goes on in the next row, and nothing of a longer one stays. */
    private static void oneRowIsWrittenOver(List<List<String>> screens, String counts) {
        assertThat(screens).hasSizeGreaterThan(2).allSatisfy(screen -> {
            List<String> rows = screen.stream().filter(row -> !row.isEmpty()).toList();
            assertThat(rows).filteredOn(row -> row.contains(counts)).hasSize(1);
            assertThat(rows.get(rows.size() - 1)).contains(counts);
            assertThat(DisplayWidth.of(rows.get(rows.size() - 1))).isLessThan(COLUMNS);
        });
    }

    private static void isPartial(Json result) {
        assertThat(result.number("exit")).isEqualTo(130);
        Json data = result.at("userData");
        assertThat(data.text("complete")).isEqualTo("false");
        assertThat(data.text("whole")).isEqualTo("false");
        assertThat(data.at("total").number("files"))
                .isBetween(1_000L, (long) FOLDERS * FILES_IN_EACH * DRIVES.length() - 1);
    }

    private static boolean has(List<String> screen, String text) {
        return screen.stream().anyMatch(row -> row.contains(text));
    }

    private static List<String> last(List<List<String>> screens) {
        return screens.get(screens.size() - 1);
    }

    private static Path newestCase() throws IOException {
        try (Stream<Path> cases = Files.list(stick.path("cases"))) {
            return cases.filter(one -> Files.exists(one.resolve("result.json")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
