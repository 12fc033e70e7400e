package io.fieldstick.windows.live;

import io.fieldstick.windows.MachineContract;
import io.fieldstick.windows.Windows;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveMachineTest extends MachineContract {
    @Override
    protected Windows windows() {
        return new LiveWindows();
    }
}
