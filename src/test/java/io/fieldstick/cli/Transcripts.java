package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the program said, kept as files; {@code -Dtranscripts=write} writes them anew. */
final class Transcripts {
    private static final Path FOLDER = Path.of("src/test/resources/io/fieldstick/cli");

    private Transcripts() {}

    /** Fails where {@code page} is not what the file {@code name} says. */
    static void compare(String name, String page) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("transcripts"))) {
            Files.createDirectories(FOLDER.resolve(name).resolveSibling("."));
            Files.writeString(file, page);
        }
        assertThat(file).as("the transcript %s", file).exists();
        assertThat(page).isEqualTo(Files.readString(file));
    }
}
