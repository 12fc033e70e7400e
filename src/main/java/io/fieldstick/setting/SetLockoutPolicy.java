package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Accounts are locked after another number of wrong passwords, or for another time. */
public record SetLockoutPolicy(LockoutPolicy policy) implements Change {
    @Override
    public Message title() {
        return Message.of("security-policy.change.lockout", LockoutRules.words(policy));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.security().setLockout(policy);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<LockoutPolicy> previous = before.security().lockout().orThrow();
        return previous instanceof Reading.Present<LockoutPolicy> present
                ? new Undo.By(List.of(new SetLockoutPolicy(present.value())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.security().lockout().map(found -> found.equals(policy)).ifAbsent(false);
    }
}
