package io.fieldstick.windows.live;

import io.fieldstick.windows.FileWritesContract;
import io.fieldstick.windows.Windows;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.WINDOWS)
class LiveFileWritesTest extends FileWritesContract {
    @TempDir
    Path folder;

    private final Windows windows = new LiveWindows();

    @Override
    protected Windows windows() {
        return windows;
    }

    @Override
    protected String folder() {
        return folder.toString();
    }
}
