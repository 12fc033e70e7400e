package io.fieldstick.windows.live;

import io.fieldstick.windows.Devices;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

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

    /** CR_SUCCESS of cfgmgr32.h; every other number is a refusal. */
    private static final int CR_SUCCESS = 0;

    @Override
    public Reading<List<Device>> present() {
        long set = Setupapi.SetupDiGetClassDevsW(null, null, 0, Setupapi.PRESENT_OF_ALL_CLASSES);
        if (set == Kernel32.INVALID_HANDLE) {
            return Reading.unreadable(Refusal.of(Tried.listDevices(), Refusal.lastCode()));
        }
        try {
            return all(index -> at(set, index));
        } finally {
            Setupapi.SetupDiDestroyDeviceInfoList(set);
        }
    }

    /** What {@code each} answers from 0 on, up to the first that is absent; unreadable where one is that. */
    static Reading<List<Device>> all(IntFunction<Reading<Device>> each) {
        List<Device> devices = new ArrayList<>();
        for (int index = 0; index < MOST; index++) {
            Reading<Device> device = each.apply(index);
            if (device instanceof Reading.Unreadable<Device> refused) {
                return Reading.unreadable(refused.why());
            }
            if (!(device instanceof Reading.Present<Device> present)) {
                break;
            }
            devices.add(present.value());
        }
        return Reading.of(List.copyOf(devices));
    }

    /** The device with this number; absent behind the last. */
    private static Reading<Device> at(long set, int index) {
        byte[] device = new byte[DEVICE_BYTES];
        device[0] = DEVICE_BYTES;
        if (Setupapi.SetupDiEnumDeviceInfo(set, index, device) == 0) {
            int code = Refusal.lastCode();
            return code == Refusal.NO_MORE_ITEMS
                    ? Reading.absent()
                    : Reading.unreadable(Refusal.of(Tried.listDevices(), code));
        }
        List<String> ids = texts(set, device, Setupapi.HARDWARE_ID);
        List<String> names = texts(set, device, Setupapi.DESCRIPTION);
        String name = names.isEmpty() ? "" : names.get(0);
        int instance = ByteBuffer.wrap(device).order(ByteOrder.LITTLE_ENDIAN).getInt(INSTANCE);
        int[] status = new int[1];
        int[] problem = new int[1];
        int answer = Cfgmgr32.CM_Get_DevNode_Status(status, problem, instance, 0);
        String shown = !name.isEmpty() ? name : ids.isEmpty() ? Integer.toString(index) : ids.get(0);
        return Reading.of(new Device(
                ids, texts(set, device, Setupapi.COMPATIBLE_IDS), name, problem(shown, answer, status[0], problem[0])));
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

    /**
     * Why the device that {@code shown} names does not work, 0 where it does.
     *
     * @param answer what CM_Get_DevNode_Status returned: a CONFIGRET, which is no Win32 code, so Windows has no words for it
     */
    static Reading<Integer> problem(String shown, int answer, int status, int problem) {
        return answer == CR_SUCCESS
                ? Reading.of((status & HAS_PROBLEM) != 0 ? problem : 0)
                : Reading.unreadable(new WindowsError(Tried.askDevice(shown), answer, "CONFIGRET"));
    }
}
