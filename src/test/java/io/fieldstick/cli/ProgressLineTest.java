package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.userdata.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressLineTest {
    private static final long GB = 1L << 30;

    @Test
    void theTimeLeftIsWhatTheRestOfTheDiskTakesAtTheSameRate() {
        assertThat(left(10 * GB, 40 * GB, 20)).contains(Message.of("cli.progress.minutes", 1L));
        assertThat(left(10 * GB, 100 * GB, 60)).contains(Message.of("cli.progress.minutes", 9L));
        assertThat(left(90 * GB, 100 * GB, 90)).contains(Message.of("cli.progress.seconds", 10L));
    }

    @Test
    void nothingIsSaidWhereNobodyCanKnow() {
        assertThat(left(10 * GB, 100 * GB, 2)).isEmpty();
        assertThat(left(GB, 100 * GB, 60)).isEmpty();
        assertThat(left(10 * GB, 0, 60)).isEmpty();
        assertThat(left(101 * GB, 100 * GB, 60)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLineNeverReachesTheLastColumnWhateverItTells(Language language) {
        List<String> places = List.of(
                "C:\\",
                "C:\\Users\\" + "很长的文件夹名称".repeat(60),
                "C:\\Users\\" + "a very long name\\".repeat(60),
                "D:\\a" + "混合 mixed ①".repeat(60),
                "D:\\" + "\u202E\u0007\uD800".repeat(60));
        for (int columns : new int[] {120, 80, 40, 7, 1}) {
            Screen screen = new Screen(columns);
            for (String where : places) {
                // The biggest disk that a PC has, at the lowest rate at which anybody still waits, and at the highest.
                for (long files : List.of(1L, 999_999L, 99_999_999L)) {
                    for (int seconds : new int[] {0, 3, 9, 99_999}) {
                        screen.shows(files, seconds, where, language);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | 99999999 files, 1007049/s, about 66 min left  C:\\Users\\zhangsan\\AppData\\Loca...
            CHINESE | 99999999 个文件，1007049/秒，约剩 66 分钟  C:\\Users\\zhangsan\\AppData\\Local\\M...
            """)
    void theLongestNumbersLeaveRoomForThePlaceIn80Columns(Language language, String line) {
        Screen screen = new Screen(80);
        assertThat(screen.shows(99_999_999, 99, "C:\\Users\\zhangsan\\AppData\\Local\\Microsoft\\Outlook", language))
                .isEqualTo(line);
    }

    /** A console that is so many columns wide, on which somebody sees what is left there of each line. */
    private static final class Screen extends ScriptedTerminal {
        private final int columns;

        Screen(int columns) {
            this.columns = columns;
        }

        @Override
        public int errorColumns() {
            return columns;
        }

        /** The line that is shown after so many seconds; checks that it stays in its row, and is wiped in the end. */
        String shows(long files, int seconds, String where, Language language) {
            int before = errors().length();
            StoppedClock clock = new StoppedClock();
            ProgressLine line = new ProgressLine(this, Messages.in(language), clock);
            line.show(new Watch.Progress(1, 1, 0, 2048 * GB, "C:\\Windows\\" + "先前的很长的一行".repeat(20)));
            clock.now = clock.now.plusSeconds(seconds).plusMillis(300);
            line.show(new Watch.Progress(1, files, 50 * GB, 2048 * GB, where));
            String shown = row(errors().substring(before));
            line.end();
            assertThat(row(errors().substring(before))).isBlank();
            return shown.stripTrailing();
        }

        /** What is in the row after {@code written}; a wide character takes two places, of which the second is empty. */
        private String row(String written) {
            String[] cells = new String[columns];
            Arrays.fill(cells, " ");
            int at = 0;
            for (int codePoint : written.codePoints().toArray()) {
                int width = DisplayWidth.of(codePoint);
                assertThat(codePoint == '\r' || width > 0).isTrue();
                at = codePoint == '\r' ? 0 : at;
                for (int i = 0; i < width && codePoint != '\r'; i++) {
                    assertThat(at).as(written).isLessThan(columns - 1);
                    cells[at++] = i == 0 ? Character.toString(codePoint) : "";
                }
            }
            return String.join("", cells);
        }
    }

    private static final class StoppedClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static Optional<Message> left(long bytes, long inUse, int seconds) {
        return ProgressLine.left(new Watch.Progress(1, 1, bytes, inUse, "C:\\"), Duration.ofSeconds(seconds));
    }
}
