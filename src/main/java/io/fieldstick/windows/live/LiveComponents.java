package io.fieldstick.windows.live;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;

/** COM, asked in an apartment of its own. */
final class LiveComponents implements Components {
    private static final int IN_PROCESS = 1;
    private static final int GUID_BYTES = 16;
    /** IUnknown, {00000000-0000-0000-C000-000000000046}. */
    private static final byte[] UNKNOWN = {0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46};

    private static final int RELEASE = 2;
    /** REGDB_E_CLASSNOTREG (winerror.h). */
    private static final int NOT_REGISTERED = 0x80040154;

    @Override
    public Reading<Boolean> creates(String clsid) {
        int apartment = Ole32.CoInitializeEx(null, Ole32.APARTMENT_THREADED);
        try {
            return create(clsid, Tried.createObject(clsid));
        } finally {
            if (apartment >= 0) {
                Ole32.CoUninitialize();
            }
        }
    }

    private static Reading<Boolean> create(String clsid, Message tried) {
        long[] object = new long[1];
        int result;
        try (Memory id = new Memory(GUID_BYTES);
                Memory unknown = new Memory(GUID_BYTES)) {
            unknown.write(0, UNKNOWN, 0, GUID_BYTES);
            result = Ole32.CLSIDFromString(Wide.of(clsid), id);
            if (result >= 0) {
                result = Ole32.CoCreateInstance(id, null, IN_PROCESS, unknown, object);
            }
        }
        if (result < 0) {
            return result == NOT_REGISTERED ? Reading.of(false) : Reading.unreadable(Refusal.of(tried, result));
        }
        Pointer made = new Pointer(object[0]);
        Function.getFunction(made.getPointer(0).getPointer(RELEASE * 8L)).invokeInt(new Object[] {made});
        return Reading.of(true);
    }
}
