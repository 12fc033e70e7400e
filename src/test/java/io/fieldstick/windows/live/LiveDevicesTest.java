package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Devices.Device;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveDevicesTest {
    private static final int NO_SUCH_DEVICE = 13;
    private static final int HAS_PROBLEM = 0x400;

    private final Device device = new Device(List.of("PCI\\X"), List.of(), "network", Reading.of(0));

    @Test
    void theListEndsWhereThereIsNoMore() {
        assertThat(LiveDevices.all(index -> index < 2 ? Reading.of(device) : Reading.absent()))
                .isEqualTo(Reading.of(List.of(device, device)));
    }

    @Test
    void aListThatBreaksOffIsNotTakenForAWholeOne() {
        WindowsError why = new WindowsError(Tried.listDevices(), WindowsError.ACCESS_DENIED, "");
        assertThat(LiveDevices.all(index -> index < 2 ? Reading.of(device) : Reading.unreadable(why)))
                .isEqualTo(Reading.unreadable(why));
    }

    @Test
    void aDeviceHasAProblemOnlyWhereItsStatusSaysSo() {
        assertThat(LiveDevices.problem("network", 0, HAS_PROBLEM, 28)).isEqualTo(Reading.of(28));
        assertThat(LiveDevices.problem("network", 0, 0, 28)).isEqualTo(Reading.of(0));
    }

    @Test
    void aDeviceWhoseStatusIsRefusedIsNotTakenForOneThatWorks() {
        assertThat(LiveDevices.problem("network", NO_SUCH_DEVICE, 0, 0))
                .isEqualTo(
                        Reading.unreadable(new WindowsError(Tried.askDevice("network"), NO_SUCH_DEVICE, "CONFIGRET")));
    }
}
