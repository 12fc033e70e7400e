package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.SortedSet;

/** An account gets a user right, or loses it; the other accounts keep theirs. In force when it signs in again. */
public record SetUserRight(String right, String sid, boolean granted) implements Change {
    @Override
    public Message title() {
        return Message.of(
                granted ? "security-policy.change.grant" : "security-policy.change.revoke",
                right,
                UserRight.words(sid));
    }

    @Override
    public void makeOn(Windows windows) {
        if (granted) {
            windows.security().grant(right, sid);
        } else {
            windows.security().revoke(right, sid);
        }
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<SortedSet<String>> previous = before.security().holders(right).orThrow();
        boolean had = previous.map(holders -> holders.contains(sid)).orElse(false);
        return new Undo.By(List.of(new SetUserRight(right, sid, had)));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.security()
                .holders(right)
                .map(holders -> holders.contains(sid) == granted)
                .ifAbsent(false);
    }

    @Override
    public InForce inForce() {
        return InForce.AFTER_SIGN_IN;
    }
}
