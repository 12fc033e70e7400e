package io.fieldstick.windows.live;

import io.fieldstick.windows.PagesContract;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsPage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program of Windows stands for a page here: it leaves a file, which a page does not. */
@EnabledOnOs(OS.WINDOWS)
class LivePagesTest extends PagesContract {
    private static final int LONGEST_TENTHS_OF_A_SECOND = 200;

    @TempDir
    Path folder;

    private final Windows windows = new LiveWindows();

    @Override
    protected Windows windows() {
        return windows;
    }

    private Path trace() {
        return folder.resolve("opened");
    }

    @Override
    protected WindowsPage page() {
        return new WindowsPage(Kernel32.systemDirectory() + "\\cmd.exe", "/d /c mkdir " + trace());
    }

    @Override
    protected boolean opened() throws InterruptedException {
        for (int i = 0; i < LONGEST_TENTHS_OF_A_SECOND && !Files.exists(trace()); i++) {
            Thread.sleep(100);
        }
        return Files.exists(trace());
    }
}
