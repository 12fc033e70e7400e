package io.fieldstick.windows.live;

import io.fieldstick.windows.Sealing;
import io.fieldstick.windows.SealingContract;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveSealingTest extends SealingContract {
    @Override
    protected Sealing sealing() {
        return new LiveSealing();
    }
}
