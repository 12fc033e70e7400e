package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Sealing;
import io.fieldstick.windows.Tried;

/** The Data Protection API, with the key of the computer (MS docs: CryptProtectData). */
final class LiveSealing implements Sealing {
    /** CRYPTPROTECT_UI_FORBIDDEN, CRYPTPROTECT_LOCAL_MACHINE (dpapi.h). */
    private static final int OF_MACHINE = 0x1 | 0x4;

    /** DATA_BLOB as 64-bit code lays it out: the length, the address at 8. */
    private static final int BLOB_BYTES = 16;

    private static final int ADDRESS = 8;

    /** CryptProtectData or its reverse. */
    private interface Function {
        int call(Pointer in, Pointer out);
    }

    @Override
    public Reading<byte[]> seal(byte[] bytes) {
        return call(
                Tried.seal(),
                bytes,
                (in, out) -> Crypt32.CryptProtectData(in, null, null, null, null, OF_MACHINE, out));
    }

    @Override
    public Reading<byte[]> open(byte[] sealed) {
        return call(
                Tried.openSealed(),
                sealed,
                (in, out) -> Crypt32.CryptUnprotectData(in, null, null, null, null, OF_MACHINE, out));
    }

    private static Reading<byte[]> call(Message tried, byte[] bytes, Function function) {
        try (Memory data = new Memory(Math.max(1, bytes.length));
                Memory in = new Memory(BLOB_BYTES);
                Memory out = new Memory(BLOB_BYTES)) {
            data.write(0, bytes, 0, bytes.length);
            in.clear();
            out.clear();
            in.setInt(0, bytes.length);
            in.setPointer(ADDRESS, data);
            if (function.call(in, out) == 0) {
                return Reading.unreadable(Refusal.of(tried, Refusal.lastCode()));
            }
            Pointer made = out.getPointer(ADDRESS);
            byte[] result = made.getByteArray(0, out.getInt(0));
            Kernel32.LocalFree(Pointer.nativeValue(made));
            return Reading.of(result);
        }
    }
}
