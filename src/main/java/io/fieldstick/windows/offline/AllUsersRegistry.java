package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Hives;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Registry;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The registry of a running Windows in which everybody's part can be written.
 *
 * <p>Read is as {@link UnloadedUsersRegistry} does, so a user for whom nothing has to be changed is not touched. For a
 * write Windows is made to show the hive under a name of ours, one at a time: while it does, its user cannot sign in to
 * it. Never {@code HKU\<sid>} itself: Windows would take the user for signed in.
 */
final class AllUsersRegistry implements Registry {
    /** {@code HKCU\Software\Classes} is a file of its own, which is not made to be shown. */
    private static final String CLASSES = "Software\\Classes";

    private final Registry windows;
    private final Hives hives;
    private final UnloadedUsersRegistry view;
    private final List<WindowsError> stuck = new ArrayList<>();
    private Optional<String> shown = Optional.empty();

    AllUsersRegistry(Windows windows, UnloadedUsersRegistry view) {
        this.windows = windows.registry();
        this.hives = windows.hives();
        this.view = view;
        takeAwayWhatAnEarlierRunLeft();
    }

    private void takeAwayWhatAnEarlierRunLeft() {
        for (String name : windows.users().orElse(List.of())) {
            if (name.startsWith(UnloadedUsersRegistry.OURS)) {
                takeAway(name.substring(UnloadedUsersRegistry.OURS.length()));
            }
        }
    }

    /** Takes away the hive that is shown now, if any; a refusal is kept for {@link #stuck}. */
    void release() {
        shown.ifPresent(this::takeAway);
        shown = Optional.empty();
    }

    /** Why hives could not be taken away: their users cannot sign in to them until Windows restarts. */
    List<WindowsError> stuck() {
        return List.copyOf(stuck);
    }

    private void takeAway(String user) {
        try {
            hives.unload(UnloadedUsersRegistry.OURS + user);
            view.forget(user);
        } catch (WindowsException refused) {
            stuck.add(refused.error());
        }
    }

    @Override
    public void set(RegistryKey key, String name, RegistryValue value) {
        write(key, Tried.setValue(key, name), at -> windows.set(at, name, value));
    }

    @Override
    public void deleteValue(RegistryKey key, String name) {
        write(key, Tried.deleteValue(key, name), at -> windows.deleteValue(at, name));
    }

    @Override
    public void createKey(RegistryKey key) {
        write(key, Tried.createKey(key), windows::createKey);
    }

    @Override
    public void deleteKey(RegistryKey key) {
        write(key, Tried.deleteKey(key), windows::deleteKey);
    }

    private void write(RegistryKey key, Message tried, Consumer<RegistryKey> write) {
        if (!view.isOfUnloadedUser(key)) {
            write.accept(key);
            return;
        }
        String below = key.path()
                .substring(Math.min(key.path().length(), key.top().path().length() + 1));
        if (WindowsPath.isAtOrBelow(below, CLASSES)) {
            throw new WindowsException(new WindowsError(tried, WindowsError.NOT_SUPPORTED, ""));
        }
        show(key);
        try {
            write.accept(UnloadedUsersRegistry.shown(key));
        } catch (WindowsException refused) {
            WindowsError why = refused.error();
            throw new WindowsException(new WindowsError(tried, why.code(), why.text()));
        }
    }

    private void show(RegistryKey key) {
        String user = key.top().path();
        if (shown.filter(user::equalsIgnoreCase).isPresent()) {
            return;
        }
        release();
        if (windows.exists(UnloadedUsersRegistry.shown(key).top()).orElse(false)) {
            shown = Optional.of(user);
            return;
        }
        Reading<String> file = view.file(user);
        if (file instanceof Reading.Unreadable<String> unreadable) {
            throw new WindowsException(unreadable.why());
        }
        if (file instanceof Reading.Present<String> present) {
            hives.load(UnloadedUsersRegistry.OURS + user, present.value());
            shown = Optional.of(user);
        }
    }

    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        return view.value(key, name);
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        return view.valueNames(key);
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        return view.subkeys(key);
    }

    @Override
    public Reading<Instant> lastWritten(RegistryKey key) {
        return view.lastWritten(key);
    }

    @Override
    public Reading<List<String>> users() {
        return view.users();
    }

    @Override
    public Reading<List<String>> everyUser() {
        return view.everyUser();
    }
}
