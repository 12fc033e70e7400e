package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsView;
import java.util.function.Function;

/** A part of the security policy in force, and whether a domain may set it again. */
public record PolicyState<T>(Reading<T> actual, Reading<Machine.Membership> membership) {

    static <T> PolicyState<T> read(Reading<T> actual, WindowsView windows) {
        return new PolicyState<>(actual, windows.machine().membership());
    }

    /**
     * What {@code judging} says of the policy; of a member of a domain it is said that the domain's own policy comes back
     * every 90 minutes (MS docs: "Group Policy refresh interval").
     */
    Judgement judge(Function<T, Judgement> judging) {
        if (!(actual instanceof Reading.Present<T> present)) {
            return Judgements.unknown(actual);
        }
        return ofDomain(judging.apply(present.value()), membership);
    }

    /** {@code judgement} of a part of the policy, which a domain may set again where the computer is a member of one. */
    static Judgement ofDomain(Judgement judgement, Reading<Machine.Membership> membership) {
        if (!(membership instanceof Reading.Present<Machine.Membership> member)
                || !member.value().domain()) {
            return judgement;
        }
        return new Judgement(
                Message.of(
                        "security-policy.of-domain",
                        judgement.actual(),
                        member.value().name()),
                judgement.evidence(),
                judgement.verdict(),
                judgement.unreadable());
    }
}
