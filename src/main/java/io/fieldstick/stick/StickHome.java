package io.fieldstick.stick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the engineer carries, and the folders in it. */
public record StickHome(Path folder) {
    public Path profiles() {
        return folder.resolve("profiles");
    }

    public Path installers() {
        return folder.resolve("installers");
    }

    public Path cases() {
        return folder.resolve("cases");
    }

    /** All files of the stick but the cases: what the program needs to run somewhere else. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.startsWith(cases()))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
