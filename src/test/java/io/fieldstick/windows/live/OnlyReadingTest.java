package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Devices are opened in one place, for reading; no control that could change one is ever sent. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it reads the sources, which only the build has")
class OnlyReadingTest {
    private static final Path SOURCES = Path.of("src/main/java/io/fieldstick/windows/live");
    private static final int WRITE_ACCESS_IN_CONTROL = 0x8000;

    /** GENERIC_READ and OPEN_EXISTING as winnt.h and fileapi.h have them. */
    private static final int READ = 0x80000000;

    /** FILE_READ_ATTRIBUTES (winnt.h). */
    private static final int READ_ATTRIBUTES = 0x80;

    private static final int EXISTING = 3;

    @Test
    void theOnlyAccessThatIsAskedForIsReading() throws IOException {
        assertThat(Kernel32.GENERIC_READ).isEqualTo(READ);
        assertThat(Kernel32.READ_ATTRIBUTES).isEqualTo(READ_ATTRIBUTES);
        assertThat(Kernel32.OPEN_EXISTING).isEqualTo(EXISTING);
        for (Source source : sources()) {
            assertThat(source.text()).as(source.name()).doesNotContain("GENERIC_WRITE", "GENERIC_ALL", "WriteFile(");
            List<String> opened = Pattern.compile("Kernel32\\s*\\.CreateFileW\\(([^;]*);")
                    .matcher(source.text())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(opened)
                    .as(source.name())
                    .allSatisfy(call -> assertThat(call)
                            .contains("Kernel32.OPEN_EXISTING")
                            .containsAnyOf("Kernel32.GENERIC_READ", "Kernel32.READ_ATTRIBUTES")
                            .doesNotContain("|"));
        }
    }

    /** Every control's number says in its bits 14 and 15 which access it needs (winioctl.h CTL_CODE). */
    @Test
    void noControlNeedsAHandleForWritingAndEachIsKnown() throws IOException {
        TreeSet<String> sent = new TreeSet<>();
        for (Source source : sources()) {
            Pattern.compile("int (\\w+) = (0x00[0-9A-F]{6});")
                    .matcher(source.text())
                    .results()
                    .filter(match -> source.name().equals("LiveDisks.java")
                            || source.name().equals("LiveSectors.java")
                            || source.name().equals("ReparseData.java"))
                    .forEach(match -> {
                        sent.add(match.group(1));
                        int code = Integer.decode(match.group(2));
                        assertThat(code & WRITE_ACCESS_IN_CONTROL)
                                .as(match.group())
                                .isZero();
                    });
        }
        assertThat(sent)
                .containsExactly(
                        "ALLOW_EXTENDED_DASD_IO",
                        "DISK_GET_DRIVE_GEOMETRY",
                        "DISK_GET_LENGTH_INFO",
                        "GET_REPARSE_POINT",
                        "IS_VOLUME_DIRTY",
                        "STORAGE_PREDICT_FAILURE",
                        "STORAGE_QUERY_PROPERTY",
                        "VOLUME_GET_VOLUME_DISK_EXTENTS");
    }

    private record Source(String name, String text) {}

    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Source> sources = new java.util.ArrayList<>();
            for (Path file : files.toList()) {
                sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
            }
            assertThat(sources).hasSizeGreaterThan(10);
            return sources;
        }
    }
}
