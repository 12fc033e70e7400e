package io.fieldstick.stick;

import java.nio.file.Path;

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
}
