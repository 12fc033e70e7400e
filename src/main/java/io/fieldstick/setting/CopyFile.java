package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.FileHashes;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/**
 * A file of the stick is copied to a place of its own on this computer, with the folders above it where missing.
 *
 * @param sha256 the hash that the copy must have: the stick may be anybody's, so the copy is looked at and not the source
 */
public record CopyFile(String source, String path, String sha256) implements Change {

    @Override
    public Message title() {
        return Message.of("setting.change.copy-file", source, path);
    }

    @Override
    public void makeOn(Windows windows) {
        if (isMadeOn(windows).orElse(false)) {
            // What is there already is not put at risk by a copy that may fail.
            return;
        }
        windows.fileWrites().makeFolder(WindowsPath.parent(path));
        windows.fileWrites().copy(source, path);
        Reading<Boolean> made = isMadeOn(windows);
        if (!made.orElse(false)) {
            windows.fileWrites().delete(path);
            made.orThrow();
            throw new WindowsException(new WindowsError(Tried.copyFile(source, path), WindowsError.INVALID_DATA, ""));
        }
    }

    /** @throws WindowsException where another file is there already: it is not ours to replace */
    @Override
    public Undo undoFrom(WindowsView before) {
        if (before.files().entry(path).isAbsent()) {
            return WriteFile.undoOfNew(path, before.files());
        }
        Reading<Boolean> made = isMadeOn(before).orThrow();
        if (made.orElse(false)) {
            return new Undo.By(List.of());
        }
        throw new WindowsException(new WindowsError(Tried.copyFile(source, path), WindowsError.INVALID_DATA, ""));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        Reading<String> hash = new FileHashes(windows.files()).of(path);
        return hash.map(sha256::equalsIgnoreCase).ifAbsent(false);
    }
}
