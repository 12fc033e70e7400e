package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The local security policy of {@link InMemoryWindows}, as a fresh Windows 10 has it. */
public final class InMemorySecurity implements Security {
    private static final long DAY = 86_400;
    private static final long HALF_AN_HOUR = 1800;

    private final Map<String, AuditChoice> audits = new TreeMap<>();
    private final Map<String, SortedSet<String>> rights = new TreeMap<>();
    private final BiConsumer<Message, String> beforeWrite;
    private PasswordPolicy passwords = new PasswordPolicy(0, 42 * DAY, 0, 0);
    private LockoutPolicy lockout = new LockoutPolicy(HALF_AN_HOUR, HALF_AN_HOUR, 0);
    private Optional<Integer> refused = Optional.empty();

    InMemorySecurity(BiConsumer<Message, String> beforeWrite) {
        this.beforeWrite = beforeWrite;
        rights.put("SeShutdownPrivilege", new TreeSet<>(Set.of("S-1-5-32-544", "S-1-5-32-545")));
    }

    @Override
    public Reading<PasswordPolicy> passwords() {
        return answer(Tried.askPasswordPolicy(), passwords);
    }

    @Override
    public Reading<LockoutPolicy> lockout() {
        return answer(Tried.askLockoutPolicy(), lockout);
    }

    @Override
    public Reading<AuditChoice> audit(String subcategory) {
        return answer(Tried.askAudit(subcategory), audits.getOrDefault(subcategory, new AuditChoice(true, false)));
    }

    @Override
    public Reading<SortedSet<String>> holders(String right) {
        return answer(Tried.askRight(right), new TreeSet<>(rights.getOrDefault(right, new TreeSet<>())));
    }

    @Override
    public void setPasswords(PasswordPolicy policy) {
        boolean wrong = policy.minimumAge() >= policy.maximumAge();
        write(Tried.setPasswordPolicy(), "passwords " + policy, wrong);
        passwords = policy;
    }

    @Override
    public void setLockout(LockoutPolicy policy) {
        write(Tried.setLockoutPolicy(), "lockout " + policy, policy.duration() < policy.window());
        lockout = policy;
    }

    @Override
    public void setAudit(String subcategory, AuditChoice choice) {
        write(Tried.setAudit(subcategory), "audit " + subcategory + " " + choice, false);
        audits.put(subcategory, choice);
    }

    @Override
    public void grant(String right, String sid) {
        write(Tried.grantRight(right, sid), "grant " + right + " to " + sid, !sid.startsWith("S-1-"));
        rights.computeIfAbsent(right, key -> new TreeSet<>()).add(sid);
    }

    @Override
    public void revoke(String right, String sid) {
        write(Tried.revokeRight(right, sid), "revoke " + right + " from " + sid, false);
        rights.computeIfAbsent(right, key -> new TreeSet<>()).remove(sid);
    }

    /** Refuses every question and every change from now on. */
    public void refuse(int code) {
        refused = Optional.of(code);
    }

    void addTo(SortedMap<String, String> snapshot) {
        snapshot.put("security passwords", passwords.toString());
        snapshot.put("security lockout", lockout.toString());
        audits.forEach((subcategory, choice) -> {
            if (!choice.equals(new AuditChoice(true, false))) {
                snapshot.put("security audit " + subcategory, choice.toString());
            }
        });
        rights.forEach((right, sids) -> {
            if (!sids.isEmpty()) {
                snapshot.put("security right " + right, sids.toString());
            }
        });
    }

    private void write(Message tried, String line, boolean wrong) {
        refused.or(() -> wrong ? Optional.of(WindowsError.INVALID_PARAMETER) : Optional.empty())
                .ifPresent(code -> {
                    throw new WindowsException(WindowsErrors.error(tried, code));
                });
        beforeWrite.accept(tried, line);
    }

    private <T> Reading<T> answer(Message tried, T value) {
        return refused.<Reading<T>>map(code -> Reading.unreadable(WindowsErrors.error(tried, code)))
                .orElseGet(() -> Reading.of(value));
    }
}
