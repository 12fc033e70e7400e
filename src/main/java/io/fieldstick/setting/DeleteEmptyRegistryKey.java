package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A registry key is deleted if nothing is in it; a key that somebody put something into is left alone. */
public record DeleteEmptyRegistryKey(RegistryKey key) implements Change {
    @Override
    public Message title() {
        return Message.of("setting.change.delete-empty-registry-key", key);
    }

    @Override
    public void makeOn(Windows windows) {
        if (isEmpty(windows).orElse(false)) {
            windows.registry().deleteKey(key);
        }
    }

    /** Nothing: it is made only to take the creation of a key back, and creating an empty key again serves nobody. */
    @Override
    public Undo undoFrom(WindowsView before) {
        return new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return isEmpty(windows).map(empty -> !empty);
    }

    private Reading<Boolean> isEmpty(WindowsView windows) {
        return Reading.all(List.of(
                windows.registry().subkeys(key).map(List::isEmpty).ifAbsent(false),
                windows.registry().valueNames(key).map(List::isEmpty).ifAbsent(false)));
    }
}
