package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;

/** A small file of ours is written, with the folders above it where missing; a file that was there is kept for undo. */
public record WriteFile(String path, FileContent content) implements Change {
    /** A list of sites or of programs has some thousand; what was there is kept in the journal. */
    private static final int MOST_BYTES = 1 << 20;

    /** ERROR_FILE_TOO_LARGE (winerror.h). */
    private static final int TOO_LARGE = 223;

    @Override
    public Message title() {
        return Message.of("setting.change.write-file", path, content.size());
    }

    @Override
    public void makeOn(Windows windows) {
        windows.fileWrites().makeFolder(WindowsPath.parent(path));
        windows.fileWrites().write(path, content);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<FileContent> previous = content(before.files(), path).orThrow();
        if (previous instanceof Reading.Present<FileContent> present) {
            return new Undo.By(List.of(new WriteFile(path, present.value())));
        }
        return undoOfNew(path, before.files());
    }

    /** How to take back that the file {@code path} was made, with the folders above it that are missing now. */
    static Undo undoOfNew(String path, Files before) {
        List<Change> changes = new ArrayList<>();
        changes.add(new DeleteFile(path));
        changes.addAll(undoOfFolders(WindowsPath.parent(path), before));
        return new Undo.By(changes);
    }

    /** How to take back that {@code folder} and those above it that are missing now were made. */
    static List<Change> undoOfFolders(String folder, Files before) {
        List<Change> changes = new ArrayList<>();
        String missing = folder;
        while (before.entry(missing).isAbsent() && !missing.equals(WindowsPath.parent(missing))) {
            changes.add(new DeleteEmptyFolder(missing));
            missing = WindowsPath.parent(missing);
        }
        return changes;
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return content(windows.files(), path).map(content::equals).ifAbsent(false);
    }

    /** All of the file at {@code path}; unreadable where a folder is there instead, or a file larger than any of ours. */
    static Reading<FileContent> content(Files files, String path) {
        return files.entry(path)
                .flatMap(entry -> {
                    if (entry.isDirectory() || entry.size() > MOST_BYTES) {
                        int code = entry.isDirectory() ? WindowsError.ACCESS_DENIED : TOO_LARGE;
                        return Reading.unreadable(new WindowsError(Tried.readFile(path), code, ""));
                    }
                    return files.bytes(path, 0, (int) entry.size());
                })
                .map(FileContent::of);
    }
}
