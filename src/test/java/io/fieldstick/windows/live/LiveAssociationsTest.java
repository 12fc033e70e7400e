package io.fieldstick.windows.live;

import io.fieldstick.windows.AssociationsContract;
import io.fieldstick.windows.Windows;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveAssociationsTest extends AssociationsContract {
    private final Windows windows = new LiveWindows();

    @Override
    protected Windows windows() {
        return windows;
    }

    @Override
    protected String program() {
        return Kernel32.systemDirectory() + "\\notepad.exe";
    }
}
