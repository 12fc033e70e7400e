package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsError;
import java.util.List;

/** What follows from comparing a setting's actual state with the desired one. */
public sealed interface Verdict {

    /** Everything is as desired and in force. */
    record AsDesired() implements Verdict {}

    /** Everything is written as desired; it is in force {@code when}. */
    record Pending(InForce when) implements Verdict {}

    /** It differs, and {@code changes}, made in their order, bring it about. */
    record Differs(List<Change> changes) implements Verdict {
        public Differs {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a difference without a change is by hand");
            }
        }
    }

    /** It differs, and only a person can bring it about: {@code instruction} says how. */
    record ByHand(Message instruction) implements Verdict {}

    /** The setting does not concern this machine, because of {@code why}. */
    record NotApplicable(Message why) implements Verdict {}

    /** It cannot be judged: Windows refused to show what is needed. */
    record Unknown(WindowsError why) implements Verdict {}

    /** As desired where there is nothing to change, otherwise the difference. */
    static Verdict differs(List<Change> changes) {
        return changes.isEmpty() ? new AsDesired() : new Differs(changes);
    }
}
