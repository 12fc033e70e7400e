package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Signatures;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Signatures by WinVerifyTrust, with no window and no network (MS docs: wintrust.h). */
final class LiveSignatures implements Signatures {
    /** WINTRUST_ACTION_GENERIC_VERIFY_V2, {00AAC56B-CD44-11D0-8CC2-00C04FC295EE} (softpub.h). */
    private static final byte[] GENERIC_VERIFY = ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x00AAC56B)
            .putShort((short) 0xCD44)
            .putShort((short) 0x11D0)
            .put(new byte[] {(byte) 0x8C, (byte) 0xC2, 0, (byte) 0xC0, 0x4F, (byte) 0xC2, (byte) 0x95, (byte) 0xEE})
            .array();

    /** WINTRUST_FILE_INFO as 64-bit code lays it out: its size, then the path at 8. */
    private static final int FILE_BYTES = 32;

    private static final int FILE_PATH = 8;

    /** WINTRUST_DATA as 64-bit code lays it out, up to where Windows 8 made it longer. */
    private static final int DATA_BYTES = 80;

    private static final int UI_CHOICE = 24;
    private static final int UNION_CHOICE = 32;
    private static final int FILE = 40;
    private static final int STATE_ACTION = 48;
    private static final int STATE = 56;
    private static final int FLAGS = 72;

    private static final int NO_UI = 2;
    private static final int A_FILE = 1;
    private static final int VERIFY = 1;
    private static final int CLOSE = 2;
    private static final int CACHE_ONLY_URL_RETRIEVAL = 0x1000;

    /** The certificate's context in CRYPT_PROVIDER_CERT. */
    private static final int CERTIFICATE = 8;

    private static final int SIMPLE_DISPLAY_NAME = 4;
    private static final int LONGEST_NAME = 1024;

    /**
     * TRUST_E_NOSIGNATURE; TRUST_E_SUBJECT_FORM_UNKNOWN and TRUST_E_PROVIDER_UNKNOWN: no form of file that can be signed
     * (winerror.h).
     */
    private static final Set<Integer> NONE = Set.of(0x800B0100, 0x800B0003, 0x800B0001);

    @Override
    public Reading<Signature> of(String path) {
        Message tried = Tried.checkSignature(path);
        try {
            if (!java.nio.file.Files.isRegularFile(FileRefusal.path(tried, path))) {
                return Reading.unreadable(Refusal.of(tried, WindowsError.FILE_NOT_FOUND));
            }
        } catch (WindowsException noPath) {
            return Reading.unreadable(noPath.error());
        }
        byte[] wide = (path + "\0").getBytes(StandardCharsets.UTF_16LE);
        try (Memory text = new Memory(wide.length);
                Memory file = new Memory(FILE_BYTES);
                Memory data = new Memory(DATA_BYTES)) {
            text.write(0, wide, 0, wide.length);
            file.clear();
            file.setInt(0, FILE_BYTES);
            file.setPointer(FILE_PATH, text);
            data.clear();
            data.setInt(0, DATA_BYTES);
            data.setInt(UI_CHOICE, NO_UI);
            data.setInt(UNION_CHOICE, A_FILE);
            data.setPointer(FILE, file);
            data.setInt(FLAGS, CACHE_ONLY_URL_RETRIEVAL);
            return verified(data);
        }
    }

    private static Reading<Signature> verified(Memory data) {
        data.setInt(STATE_ACTION, VERIFY);
        int code = Wintrust.WinVerifyTrust(Kernel32.INVALID_HANDLE, GENERIC_VERIFY, data);
        try {
            return NONE.contains(code) ? Reading.absent() : Reading.of(new Signature(signer(data), code));
        } finally {
            data.setInt(STATE_ACTION, CLOSE);
            Wintrust.WinVerifyTrust(Kernel32.INVALID_HANDLE, GENERIC_VERIFY, data);
        }
    }

    private static String signer(Memory data) {
        Pointer provider = Wintrust.WTHelperProvDataFromStateData(data.getLong(STATE));
        Pointer signer = provider == null ? null : Wintrust.WTHelperGetProvSignerFromChain(provider, 0, 0, 0);
        Pointer link = signer == null ? null : Wintrust.WTHelperGetProvCertFromChain(signer, 0);
        Pointer certificate = link == null ? null : link.getPointer(CERTIFICATE);
        if (certificate == null) {
            return "";
        }
        char[] name = new char[LONGEST_NAME];
        Crypt32.CertGetNameStringW(certificate, SIMPLE_DISPLAY_NAME, 0, null, name, name.length);
        return Wide.text(name);
    }
}
