package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;

/** The rights that a new object of Windows is made with: SECURITY_ATTRIBUTES, to be closed after its use. */
final class SecurityAttributes implements AutoCloseable {
    private static final int SDDL_REVISION = 1;
    /** SECURITY_ATTRIBUTES of minwinbase.h as 64-bit code lays it out: its size, the descriptor at 8, inheritance. */
    private static final int BYTES = 24;

    private static final int DESCRIPTOR = 8;

    private final Memory attributes = new Memory(BYTES);
    private final long descriptor;

    private SecurityAttributes(long descriptor) {
        this.descriptor = descriptor;
        attributes.clear();
        attributes.setInt(0, BYTES);
        attributes.setPointer(DESCRIPTOR, new Pointer(descriptor));
    }

    /** The rights that {@code sddl} says (MS docs: Security Descriptor String Format); {@code tried} is what they are for. */
    static SecurityAttributes of(String sddl, Message tried) {
        long[] descriptor = new long[1];
        int described = Advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
                Wide.of(sddl), SDDL_REVISION, descriptor, null);
        Refusal.check(tried, described != 0 ? 0 : Refusal.lastCode());
        return new SecurityAttributes(descriptor[0]);
    }

    Pointer pointer() {
        return attributes;
    }

    @Override
    public void close() {
        attributes.close();
        Kernel32.LocalFree(descriptor);
    }
}
