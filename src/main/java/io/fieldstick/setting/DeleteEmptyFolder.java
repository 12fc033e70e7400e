package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A folder is deleted if nothing is in it; one that somebody put something into is left alone. */
public record DeleteEmptyFolder(String path) implements Change {

    @Override
    public Message title() {
        return Message.of("setting.change.delete-empty-folder", path);
    }

    @Override
    public void makeOn(Windows windows) {
        if (isEmpty(windows).orElse(false)) {
            windows.fileWrites().deleteFolder(path);
        }
    }

    /** Nothing: it is made only to take the making of a folder back. */
    @Override
    public Undo undoFrom(WindowsView before) {
        return new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return isEmpty(windows).map(empty -> !empty);
    }

    private Reading<Boolean> isEmpty(WindowsView windows) {
        return windows.files().children(path).map(List::isEmpty).ifAbsent(false);
    }
}
