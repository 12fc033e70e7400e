package io.fieldstick.windows.live;

import io.fieldstick.windows.Services;
import io.fieldstick.windows.ServicesContract;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveServicesTest extends ServicesContract {
    @Override
    protected Services services() {
        return new LiveWindows().services();
    }
}
