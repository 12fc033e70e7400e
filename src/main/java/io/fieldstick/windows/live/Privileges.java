package io.fieldstick.windows.live;

import com.sun.jna.Native;
import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Privileges that an administrator has but that are off until they are asked for (MS docs: "Enabling and Disabling Privileges"). */
final class Privileges {
    static final String BACKUP = "SeBackupPrivilege";
    static final String RESTORE = "SeRestorePrivilege";

    private static final long THIS_PROCESS = -1;
    private static final int TOKEN_QUERY_AND_ADJUST = 0x28;
    /** TOKEN_PRIVILEGES of winnt.h with one entry: count, LUID (4-byte aligned), attributes. */
    private static final int BYTES = 16;

    private static final int LUID = 4;
    private static final int ATTRIBUTES = 12;
    private static final int ENABLED = 2;
    /** AdjustTokenPrivileges succeeds and leaves this code where the token lacks the privilege. */
    private static final int NOT_ALL_ASSIGNED = 1300;

    private Privileges() {}

    /** Turns {@code names} on for this process; where it lacks one, {@code tried} is refused with 1314. */
    static void enable(Message tried, String... names) {
        long[] token = new long[1];
        if (Advapi32.OpenProcessToken(THIS_PROCESS, TOKEN_QUERY_AND_ADJUST, token) == 0) {
            throw new WindowsException(Refusal.of(tried, Refusal.lastCode()));
        }
        try {
            for (String name : names) {
                Refusal.check(tried, enable(token[0], name));
            }
        } finally {
            Kernel32.CloseHandle(token[0]);
        }
    }

    private static int enable(long token, String name) {
        long[] luid = new long[1];
        if (Advapi32.LookupPrivilegeValueW(null, Wide.of(name), luid) == 0) {
            return Refusal.lastCode();
        }
        ByteBuffer wanted = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        wanted.putInt(0, 1).putLong(LUID, luid[0]).putInt(ATTRIBUTES, ENABLED);
        int adjusted = Advapi32.AdjustTokenPrivileges(token, 0, wanted.array(), BYTES, null, null);
        int code = Native.getLastError();
        if (adjusted == 0) {
            return Refusal.ofFailure(code);
        }
        return code == NOT_ALL_ASSIGNED ? WindowsError.PRIVILEGE_NOT_HELD : 0;
    }
}
