package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.util.List;

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
        Reading<String> previous = ComputerName.of(before).pending();
        if (previous instanceof Reading.Unreadable<String> unreadable) {
            throw new WindowsException(unreadable.why());
        }
        return previous instanceof Reading.Present<String> present
                ? new Undo.By(List.of(new RenameComputer(present.value())))
                : new Undo.ByHand(Message.of("setting.undo.rename-by-hand"));
    }

    @Override
    public boolean isMadeOn(WindowsView windows) {
        return ComputerName.of(windows).pending().map(name::equalsIgnoreCase).orElse(false);
    }

    @Override
    public InForce inForce() {
        return InForce.AFTER_RESTART;
    }
}
