package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Windows asks other things of passwords; those that are set already stay as they are. */
public record SetPasswordPolicy(PasswordPolicy policy) implements Change {
    @Override
    public Message title() {
        return Message.of("security-policy.change.passwords", PasswordRules.words(policy));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.security().setPasswords(policy);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<PasswordPolicy> previous = before.security().passwords().orThrow();
        return previous instanceof Reading.Present<PasswordPolicy> present
                ? new Undo.By(List.of(new SetPasswordPolicy(present.value())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.security().passwords().map(found -> found.equals(policy)).ifAbsent(false);
    }
}
