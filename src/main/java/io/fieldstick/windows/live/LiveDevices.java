package io.fieldstick.windows.live;

import io.fieldstick.windows.Devices;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The devices of the running Windows, by SetupAPI. */
final class LiveDevices implements Devices {
    /** SP_DEVINFO_DATA of setupapi.h, 64-bit: its size, a GUID, the device's instance, a pointer. */
    private static final int DEVICE_BYTES = 32;

    private static final int INSTANCE = 20;

    private static final int LONGEST_VALUE = 8192;

    /** More devices than any computer has; the list ends before. */
    private static final int MOST = 8192;

    /** DN_HAS_PROBLEM of cfg.h. */
    private static final int HAS_PROBLEM = 0x400;

    @Override
    public Reading<List<Device>> present() {
        long set = Setupapi.SetupDiGetClassDevsW(null, null, 0, Setupapi.PRESENT_OF_ALL_CLASSES);
        if (set == Kernel32.INVALID_HANDLE) {
            return Reading.unreadable(Refusal.of(Tried.listDevices(), Refusal.lastCode()));
        }
        List<Device> devices = new ArrayList<>();
        byte[] device = new byte[DEVICE_BYTES];
        device[0] = DEVICE_BYTES;
        for (int index = 0; index < MOST; index++) {
            if (Setupapi.SetupDiEnumDeviceInfo(set, index, device) == 0) {
                break;
            }
            List<String> names = texts(set, device, Setupapi.DESCRIPTION);
            devices.add(new Device(
                    texts(set, device, Setupapi.HARDWARE_ID),
                    texts(set, device, Setupapi.COMPATIBLE_IDS),
                    names.isEmpty() ? "" : names.get(0),
                    problem(ByteBuffer.wrap(device)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(INSTANCE))));
        }
        Setupapi.SetupDiDestroyDeviceInfoList(set);
        return Reading.of(List.copyOf(devices));
    }

    /** A REG_SZ or REG_MULTI_SZ property; empty where the device has none. */
    private static List<String> texts(long set, byte[] device, int property) {
        byte[] value = new byte[LONGEST_VALUE];
        int[] length = new int[1];
        boolean told = Setupapi.SetupDiGetDeviceRegistryPropertyW(
                        set, device, property, new int[1], value, value.length, length)
                != 0;
        int count = told ? Math.max(0, Math.min(length[0], value.length)) : 0;
        return RegistryValue.raw(RegistryValue.MULTI_SZ, Arrays.copyOf(value, count))
                .texts();
    }

    private static int problem(int instance) {
        int[] status = new int[1];
        int[] problem = new int[1];
        boolean told = Cfgmgr32.CM_Get_DevNode_Status(status, problem, instance, 0) == 0;
        return told && (status[0] & HAS_PROBLEM) != 0 ? problem[0] : 0;
    }
}
