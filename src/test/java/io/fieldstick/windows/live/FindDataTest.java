package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.FileTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindDataTest {
    private static final int ARCHIVE = 0x20;

    @Test
    void anEntryIsReadFromItsPlaces() {
        ByteBuffer found = found(ARCHIVE, "数据.bin");
        found.putInt(28, 1).putInt(32, 0x80000000);
        found.putLong(20, 133_000_000_000_000_000L);
        assertThat(FindData.entry(found))
                .isEqualTo(new FileEntry("数据.bin", ARCHIVE, 0, 0x180000000L, Instant.parse("2022-06-18T04:26:40Z")));
    }

    @Test
    void theTagCountsOnlyWhereTheAttributeSaysSo() {
        ByteBuffer found = found(ARCHIVE, "x");
        found.putInt(36, 0xA0000003);
        assertThat(FindData.entry(found).reparseTag()).isZero();
        found.putInt(0, FileEntry.REPARSE_POINT);
        assertThat(FindData.entry(found).isLink()).isTrue();
    }

    @Test
    void aNameThatFillsTheWholeFieldEndsThere() {
        assertThat(FindData.entry(found(0, "x".repeat(260))).name()).hasSize(260);
    }

    @Test
    void aNameThatIsNoValidTextIsKept() {
        assertThat(FindData.entry(found(0, "a\uD800b")).name()).isEqualTo("a\uD800b");
    }

    @ParameterizedTest
    @CsvSource({"., true", ".., true", "..., false", ".x, false", "..x, false", "a, false", "x., false"})
    void onlyOneAndTwoDotsAreTheFolderItself(String name, boolean self) {
        assertThat(FindData.isSelfOrParent(found(FileEntry.DIRECTORY, name))).isEqualTo(self);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void noTimeIsTooStrangeToBeRead(long fileTime) {
        assertThat(FileTime.instant(fileTime)).isNotNull();
    }

    private static ByteBuffer found(int attributes, String name) {
        ByteBuffer found = ByteBuffer.allocate(FindData.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        found.putInt(0, attributes);
        for (int i = 0; i < name.length(); i++) {
            found.putChar(44 + 2 * i, name.charAt(i));
        }
        return found;
    }
}
