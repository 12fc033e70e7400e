package io.fieldstick.stick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The table that says whom each computer is for, where the stick has one. */
    public Path roster() {
        return folder.resolve("roster.csv");
    }

    /**
     * The files that the program needs to run somewhere else, installers among them. Of the rest nothing is looked at: the
     * stick may carry whole backups, and folders of Windows itself that nobody may list.
     */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path part : List.of(
                folder.resolve("fieldstick.cmd"),
                folder.resolve("app"),
                folder.resolve("runtime"),
                profiles(),
                installers(),
                roster())) {
            if (Files.exists(part)) {
                files.addAll(filesIn(part));
            }
        }
        return files;
    }

    private static List<Path> filesIn(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
