package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;

/** The computer is renamed, in force after a restart (SetComputerNameExW, sysinfoapi.h). */
public record RenameComputer(String name) implements Change {
    @Override
    public Message title() {
        return Message.of("setting.change.rename-computer", name);
    }

    @Override
    public void makeOn(Windows windows) {
        windows.renameComputer(name);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return ComputerName.undo(before, RenameComputer::new);
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return ComputerName.isPending(windows, name);
    }

    @Override
    public InForce inForce() {
        return InForce.AFTER_RESTART;
    }
}
