package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;

/**
 * After how many wrong passwords an account is locked.
 *
 * @param threshold wrong passwords; 0 is never
 * @param duration minutes for which it stays locked
 * @param window minutes after which wrong passwords are forgotten; not more than {@code duration}
 */
public record LockoutRules(int threshold, int duration, int window) implements Setting<PolicyState<LockoutPolicy>> {
    private static final int MOST_MINUTES = 99_999;
    private static final int MOST_WRONG = 999;
    private static final int MINUTE = 60;

    /** TIMEQ_FOREVER of lmaccess.h: an account stays locked until an administrator unlocks it. */
    private static final long UNTIL_UNLOCKED = 0xFFFFFFFFL;

    /** The bounds of the security settings' own pages (MS docs: "Account Lockout Policy"). */
    static final Shape SHAPE = Shape.record(
            Field.required("threshold", Shape.whole(0, MOST_WRONG), Message.of("security-policy.field.threshold")),
            Field.required(
                    "duration-minutes", Shape.whole(1, MOST_MINUTES), Message.of("security-policy.field.duration")),
            Field.required("window-minutes", Shape.whole(1, MOST_MINUTES), Message.of("security-policy.field.window")));

    static LockoutRules of(RecordValue written) {
        return new LockoutRules(
                Math.toIntExact(written.whole("threshold")),
                Math.toIntExact(written.whole("duration-minutes")),
                Math.toIntExact(written.whole("window-minutes")));
    }

    /** The same as {@code is}; empty where a profile cannot say it: no whole minutes, or outside its bounds. */
    static Optional<LockoutRules> holding(LockoutPolicy is) {
        boolean whole = is.duration() % MINUTE == 0 && is.window() % MINUTE == 0;
        boolean within = is.window() >= MINUTE
                && is.window() <= is.duration()
                && is.duration() <= (long) MOST_MINUTES * MINUTE
                && is.threshold() >= 0
                && is.threshold() <= MOST_WRONG;
        return whole && within
                ? Optional.of(
                        new LockoutRules(is.threshold(), (int) (is.duration() / MINUTE), (int) (is.window() / MINUTE)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return SecurityPolicy.SECTION + "/lockout";
    }

    @Override
    public Message title() {
        return Message.of("security-policy.lockout");
    }

    @Override
    public Message desired() {
        return words(policy());
    }

    private LockoutPolicy policy() {
        return new LockoutPolicy((long) duration * MINUTE, (long) window * MINUTE, threshold);
    }

    @Override
    public PolicyState<LockoutPolicy> read(WindowsView windows) {
        return PolicyState.read(windows.security().lockout(), windows);
    }

    /** Where nothing is ever locked, the times mean nothing. */
    @Override
    public Judgement judge(PolicyState<LockoutPolicy> actual) {
        return actual.judge(is -> Judgement.of(
                words(is),
                List.of(Evidence.effective("NetUserModalsGet 3", is.toString())),
                is.equals(policy()) || (threshold == 0 && is.threshold() == 0)
                        ? new Verdict.AsDesired()
                        : new Verdict.Differs(List.of(new SetLockoutPolicy(policy())))));
    }

    static Message words(LockoutPolicy policy) {
        if (policy.threshold() == 0) {
            return Message.of("security-policy.lockout.never");
        }
        return policy.duration() == UNTIL_UNLOCKED
                ? Message.of("security-policy.lockout.until-unlocked", policy.threshold(), policy.window() / MINUTE)
                : Message.of(
                        "security-policy.lockout.after",
                        policy.threshold(),
                        policy.duration() / MINUTE,
                        policy.window() / MINUTE);
    }
}
