package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Internet;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A Windows on which every file is held open by another program: it can be listed, and not be read. */
record LockedFiles(WindowsView windows, int code) implements WindowsView, Files {
    @Override
    public RegistryView registry() {
        return windows.registry();
    }

    @Override
    public Files files() {
        return this;
    }

    @Override
    public Volumes volumes() {
        return windows.volumes();
    }

    @Override
    public Machine machine() {
        return windows.machine();
    }

    @Override
    public Internet internet() {
        return windows.internet();
    }

    @Override
    public Reading<FileEntry> entry(String path) {
        return windows.files().entry(path);
    }

    @Override
    public Reading<List<FileEntry>> children(String path) {
        return windows.files().children(path);
    }

    @Override
    public Reading<byte[]> bytes(String path, long offset, int length) {
        return Reading.unreadable(new WindowsError(Message.of("test"), code, ""));
    }

    @Override
    public Reading<String> target(String path) {
        return windows.files().target(path);
    }
}
