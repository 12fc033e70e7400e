package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;

/**
 * The computer and its account in the domain are renamed, in force after a restart; the account that may do so is asked of
 * a person each time, and is no part of the change.
 */
public record RenameInDomain(String name) implements Change {
    @Override
    public Message title() {
        return Message.of("setting.change.rename-in-domain", name);
    }

    @Override
    public void makeOn(Windows windows) {
        windows.domain().rename(name);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return ComputerName.undo(before, RenameInDomain::new);
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return ComputerName.isPending(windows, name);
    }

    @Override
    public InForce inForce() {
        return InForce.AFTER_RESTART;
    }

    @Override
    public boolean needsDomainAccount() {
        return true;
    }
}
