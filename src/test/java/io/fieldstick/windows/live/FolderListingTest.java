package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.FileEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FolderListingTest {
    private static final int DIRECTORY = 0x10;

    @Test
    void entriesAreReadFromTheirPlacesWithTheirIds() {
        ByteBuffer view = buffer(600);
        int next = put(view, 0, ".", DIRECTORY, 1, false);
        next = put(view, next, "..", DIRECTORY, 2, false);
        next = put(view, next, "数据.bin", 0x20, 0x0001_0000_0000_0007L, false);
        put(view, next, "a\uD800", FileEntry.REPARSE_POINT | DIRECTORY, 9, true);

        assertThat(parsed(view))
                .containsExactly(
                        new FileEntry(
                                "数据.bin",
                                0x20,
                                0,
                                0x180000000L,
                                Instant.parse("2022-06-18T04:26:40Z"),
                                0x0001_0000_0000_0007L),
                        new FileEntry(
                                "a\uD800",
                                FileEntry.REPARSE_POINT | DIRECTORY,
                                0xA0000003,
                                0,
                                Instant.parse("2022-06-18T04:26:40Z"),
                                9));
    }

    @Test
    void whateverTheBytesNothingIsReadBeyondThemAndItEnds() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.length > 64) {
                view.putInt(0, random.nextInt(300) - 50).putInt(60, random.nextInt(500) - 50);
            }
            assertThat(parsed(view)).hasSizeLessThanOrEqualTo(1 + bytes.length / FolderListing.NAME);
        }
    }

    private static List<FileEntry> parsed(ByteBuffer view) {
        List<FileEntry> entries = new ArrayList<>();
        FolderListing.parse(view, entries);
        return entries;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** FILE_ID_BOTH_DIR_INFO at {@code at}; returns where the next one begins. */
    private static int put(ByteBuffer view, int at, String name, int attributes, long id, boolean last) {
        int length = (104 + 2 * name.length() + 7) / 8 * 8;
        view.putInt(at, last ? 0 : length)
                .putLong(at + 24, 133_000_000_000_000_000L)
                .putLong(at + 40, 0x180000000L)
                .putInt(at + 56, attributes)
                .putInt(at + 60, 2 * name.length())
                .putInt(at + 64, 0xA0000003)
                .putLong(at + 96, id);
        for (int i = 0; i < name.length(); i++) {
            view.putChar(at + 104 + 2 * i, name.charAt(i));
        }
        return at + length;
    }
}
