package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileEntryTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "junction, A0000003, true, true",
        "symbolic link to a file, A000000C, false, true",
        "unknown tag that was not told, 0, false, true",
        "cloud placeholder, 9000601A, false, false",
        "cloud folder, 9000001A, true, false",
        "compressed by Windows (WOF), 80000017, false, false",
        "deduplicated, 80000013, false, false",
        "single instance storage, 80000007, false, false",
        "archived (HSM), C0000004, false, false",
        "folder with a tag that nobody knows, 80000007, true, true",
    })
    void onlyWhatStandsForAnotherNameIsALink(String what, String tag, boolean folder, boolean link) {
        int attributes = FileEntry.REPARSE_POINT | (folder ? FileEntry.DIRECTORY : 0);
        FileEntry entry = new FileEntry(
                "x", attributes, Integer.parseUnsignedInt(tag, 16), 1, Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(entry.isLink()).as(what).isEqualTo(link);
    }
}
