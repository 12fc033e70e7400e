package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Who has which user right, by the Local Security Authority (MS docs: ntsecapi.h). */
final class UserRights {
    private static final int VIEW_LOCAL_INFORMATION = 0x1;
    private static final int CREATE_ACCOUNT = 0x10;
    private static final int LOOKUP_NAMES = 0x800;
    private static final int OBJECT_ATTRIBUTES_BYTES = 48;
    private static final int POINTER_BYTES = 8;
    /** LSA_UNICODE_STRING: its length and its room in bytes, and at 8 where it is. */
    private static final int STRING_BYTES = 16;

    /** STATUS_NO_MORE_ENTRIES, STATUS_OBJECT_NAME_NOT_FOUND: nobody has the right. */
    private static final int NO_MORE_ENTRIES = 0x8000001A;

    private static final int NAME_NOT_FOUND = 0xC0000034;

    /** STATUS_INVALID_SID (ntstatus.h). */
    private static final int INVALID_SID = 0xC0000078;

    private UserRights() {}

    static Reading<SortedSet<String>> holders(String right) {
        SortedSet<String> holders = new TreeSet<>();
        int status = withPolicy(LOOKUP_NAMES | VIEW_LOCAL_INFORMATION, policy -> {
            long[] found = new long[1];
            int[] count = new int[1];
            int answer = Advapi32.LsaEnumerateAccountsWithUserRight(policy, string(right), found, count);
            if (answer == 0) {
                answer = addSids(found[0], count[0], holders) ? 0 : INVALID_SID;
                Advapi32.LsaFreeMemory(found[0]);
            }
            return answer;
        });
        return status == 0 || status == NO_MORE_ENTRIES || status == NAME_NOT_FOUND
                ? Reading.of(holders)
                : Reading.unreadable(Refusal.of(Tried.askRight(right), code(status)));
    }

    /** Whether each of them could be written as text; one that is left out would be taken for one without the right. */
    private static boolean addSids(long array, int count, SortedSet<String> holders) {
        for (int i = 0; i < count; i++) {
            Pointer sid = new Pointer(array).getPointer((long) i * POINTER_BYTES);
            long[] text = new long[1];
            if (Advapi32.ConvertSidToStringSidW(sid, text) == 0) {
                return false;
            }
            holders.add(new Pointer(text[0]).getWideString(0));
            Kernel32.LocalFree(text[0]);
        }
        return true;
    }

    static void grant(String right, String sid) {
        change(
                Tried.grantRight(right, sid),
                sid,
                (policy, account) -> Advapi32.LsaAddAccountRights(policy, account, string(right), 1));
    }

    static void revoke(String right, String sid) {
        change(
                Tried.revokeRight(right, sid),
                sid,
                (policy, account) -> Advapi32.LsaRemoveAccountRights(policy, account, (byte) 0, string(right), 1));
    }

    private interface Deed {
        int on(long policy, long account);
    }

    private static void change(Message tried, String sid, Deed deed) {
        long[] account = new long[1];
        Refusal.check(tried, Advapi32.ConvertStringSidToSidW(Wide.of(sid), account) != 0 ? 0 : Refusal.lastCode());
        int status = withPolicy(LOOKUP_NAMES | CREATE_ACCOUNT, policy -> deed.on(policy, account[0]));
        Kernel32.LocalFree(account[0]);
        Refusal.check(tried, status == 0 ? 0 : code(status));
    }

    /** What {@code use} answers of the opened policy, or why it cannot be opened: an NTSTATUS. */
    private static int withPolicy(int access, ToIntFunction<Long> use) {
        long[] policy = new long[1];
        int status = Advapi32.LsaOpenPolicy(null, new byte[OBJECT_ATTRIBUTES_BYTES], access, policy);
        if (status != 0) {
            return status;
        }
        try {
            return use.applyAsInt(policy[0]);
        } finally {
            Advapi32.LsaClose(policy[0]);
        }
    }

    private static int code(int status) {
        return Advapi32.LsaNtStatusToWinError(status);
    }

    /** The string and, right behind it, its characters: both live as long as the memory. */
    private static Memory string(String text) {
        int length = text.length() * Character.BYTES;
        Memory string = new Memory(STRING_BYTES + (long) length + Character.BYTES);
        string.clear();
        string.setShort(0, (short) length);
        string.setShort(2, (short) (length + Character.BYTES));
        string.setPointer(8, string.share(STRING_BYTES));
        string.setWideString(STRING_BYTES, text);
        return string;
    }
}
