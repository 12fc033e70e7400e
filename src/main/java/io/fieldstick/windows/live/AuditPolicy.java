package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What is written into the security log (MS docs: AuditQuerySystemPolicy, AuditSetSystemPolicy of ntsecapi.h). */
final class AuditPolicy {
    private static final String PRIVILEGE = "SeSecurityPrivilege";

    /** AUDIT_POLICY_INFORMATION: the subcategory, what is logged, the category. */
    private static final int BYTES = 36;

    private static final int LOGGED = Guid.BYTES;
    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;
    private static final int NONE = 4;

    private AuditPolicy() {}

    static Reading<AuditChoice> of(String subcategory) {
        Message tried = Tried.askAudit(subcategory);
        try {
            Privileges.enable(tried, PRIVILEGE);
        } catch (WindowsException refused) {
            return Reading.unreadable(refused.error());
        }
        long[] found = new long[1];
        int code = code(function("AuditQuerySystemPolicy").call(Guid.bytes(subcategory), 1, found));
        if (code != 0 || found[0] == 0) {
            return Reading.unreadable(Refusal.of(tried, Refusal.ofFailure(code)));
        }
        byte[] information = new Pointer(found[0]).getByteArray(0, BYTES);
        function("AuditFree").call(found[0]);
        return Reading.of(choice(information));
    }

    static void set(String subcategory, AuditChoice choice) {
        Message tried = Tried.setAudit(subcategory);
        Privileges.enable(tried, PRIVILEGE);
        Refusal.check(tried, code(function("AuditSetSystemPolicy").call(information(subcategory, choice), 1)));
    }

    static AuditChoice choice(byte[] information) {
        int logged = buffer(information).getInt(LOGGED);
        return new AuditChoice((logged & SUCCESS) != 0, (logged & FAILURE) != 0);
    }

    /** Nothing is a bit of its own: 0 would leave it as it is. */
    static byte[] information(String subcategory, AuditChoice choice) {
        byte[] information = new byte[BYTES];
        int logged = (choice.success() ? SUCCESS : 0) | (choice.failure() ? FAILURE : 0);
        buffer(information).put(Guid.bytes(subcategory)).putInt(LOGGED, logged == 0 ? NONE : logged);
        return information;
    }

    /** The functions answer with a BOOLEAN, which is one byte. */
    private static int code(int answer) {
        if (answer == OptionalFunction.NOT_FOUND) {
            return answer;
        }
        return (answer & 0xFF) != 0 ? 0 : Refusal.lastCode();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static OptionalFunction function(String name) {
        return new OptionalFunction("advapi32", name);
    }
}
