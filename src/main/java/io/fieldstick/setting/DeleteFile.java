package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A file that this program had made is deleted. */
public record DeleteFile(String path) implements Change {

    @Override
    public Message title() {
        return Message.of("setting.change.delete-file", path);
    }

    @Override
    public void makeOn(Windows windows) {
        windows.fileWrites().delete(path);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<FileContent> previous = WriteFile.content(before.files(), path).orThrow();
        return previous instanceof Reading.Present<FileContent> present
                ? new Undo.By(List.of(new WriteFile(path, present.value())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.files().entry(path).map(there -> false).ifAbsent(true);
    }
}
