package io.fieldstick.windows.live;

import io.fieldstick.windows.InternetContract;
import io.fieldstick.windows.Windows;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveInternetTest extends InternetContract {
    @Override
    protected Windows windows() {
        return new LiveWindows();
    }
}
