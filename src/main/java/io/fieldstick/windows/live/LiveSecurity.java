package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Security;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsException;
import java.util.SortedSet;

/** The local security policy (MS docs: lmaccess.h NetUserModalsGet and NetUserModalsSet, ntsecapi.h). */
final class LiveSecurity implements Security {
    @Override
    public Reading<PasswordPolicy> passwords() {
        return modals(UserModals.PASSWORDS, UserModals.PASSWORDS_BYTES, Tried.askPasswordPolicy())
                .map(UserModals::passwords);
    }

    @Override
    public Reading<LockoutPolicy> lockout() {
        return modals(UserModals.LOCKOUT, UserModals.LOCKOUT_BYTES, Tried.askLockoutPolicy())
                .map(UserModals::lockout);
    }

    private static Reading<byte[]> modals(int level, int bytes, Message tried) {
        long[] found = new long[1];
        int code = Netapi32.NetUserModalsGet(null, level, found);
        if (code != 0 || found[0] == 0) {
            return Reading.unreadable(Refusal.of(tried, Refusal.ofFailure(code)));
        }
        byte[] modals = new Pointer(found[0]).getByteArray(0, bytes);
        Netapi32.NetApiBufferFree(found[0]);
        return Reading.of(modals);
    }

    @Override
    public void setPasswords(PasswordPolicy policy) {
        Message tried = Tried.setPasswordPolicy();
        Reading<byte[]> before = modals(UserModals.PASSWORDS, UserModals.PASSWORDS_BYTES, tried);
        if (before instanceof Reading.Unreadable<byte[]> refused) {
            throw new WindowsException(refused.why());
        }
        byte[] after = UserModals.with(policy, before.orElse(new byte[UserModals.PASSWORDS_BYTES]));
        Refusal.check(tried, Netapi32.NetUserModalsSet(null, UserModals.PASSWORDS, after, new int[1]));
    }

    @Override
    public void setLockout(LockoutPolicy policy) {
        byte[] modals = UserModals.bytes(policy);
        Refusal.check(
                Tried.setLockoutPolicy(), Netapi32.NetUserModalsSet(null, UserModals.LOCKOUT, modals, new int[1]));
    }

    @Override
    public Reading<AuditChoice> audit(String subcategory) {
        return AuditPolicy.of(subcategory);
    }

    @Override
    public void setAudit(String subcategory, AuditChoice choice) {
        AuditPolicy.set(subcategory, choice);
    }

    @Override
    public Reading<SortedSet<String>> holders(String right) {
        return UserRights.holders(right);
    }

    @Override
    public void grant(String right, String sid) {
        UserRights.grant(right, sid);
    }

    @Override
    public void revoke(String right, String sid) {
        UserRights.revoke(right, sid);
    }
}
