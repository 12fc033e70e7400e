package io.fieldstick.windows.live;

import io.fieldstick.windows.RegistryContract;
import io.fieldstick.windows.Windows;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveRegistryTest extends RegistryContract {
    @Override
    protected Windows windows() {
        return new LiveWindows();
    }
}
