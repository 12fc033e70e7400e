package io.fieldstick.windows.live;

import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.VolumesContract;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveVolumesTest extends VolumesContract {
    @Override
    protected Volumes volumes() {
        return new LiveWindows().volumes();
    }
}
