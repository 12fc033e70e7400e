package io.fieldstick.windows.live;

import io.fieldstick.windows.Security;
import io.fieldstick.windows.SecurityContract;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveSecurityTest extends SecurityContract {
    @Override
    protected Security security() {
        return new LiveWindows().security();
    }
}
