package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Other events of an audit subcategory are logged. */
public record SetAudit(String subcategory, AuditChoice choice) implements Change {
    @Override
    public Message title() {
        return Message.of("security-policy.change.audit", AuditRule.title(subcategory), AuditRule.words(choice));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.security().setAudit(subcategory, choice);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<AuditChoice> previous = before.security().audit(subcategory).orThrow();
        return previous instanceof Reading.Present<AuditChoice> present
                ? new Undo.By(List.of(new SetAudit(subcategory, present.value())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.security()
                .audit(subcategory)
                .map(found -> found.equals(choice))
                .ifAbsent(false);
    }
}
