package io.fieldstick.windows.offline;

import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The registry of a running Windows; what it has not loaded below HKEY_USERS is read from the files of the profiles. */
final class UnloadedUsersRegistry implements RegistryView {
    private final RegistryView loaded;
    private final Files files;
    private @Nullable Reading<HiveRegistry> unloaded;

    UnloadedUsersRegistry(RegistryView loaded, Files files) {
        this.loaded = loaded;
        this.files = files;
    }

    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        return ask(key, registry -> registry.value(key, name));
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        return ask(key, registry -> registry.valueNames(key));
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        return ask(key, registry -> registry.subkeys(key));
    }

    @Override
    public Reading<Instant> lastWritten(RegistryKey key) {
        return ask(key, registry -> registry.lastWritten(key));
    }

    /** Those whose hive Windows has loaded, as the running Windows says. */
    @Override
    public Reading<List<String>> users() {
        return loaded.users();
    }

    synchronized List<HiveReport> reports() {
        return unloaded == null
                ? List.of()
                : unloaded.map(HiveRegistry::reports).orElse(List.of());
    }

    /*
     * Whether a user is signed in is asked anew each time: somebody may sign in or out while the program runs, and a
     * loaded hive's file can only be read stale or not at all.
     */
    private <T> Reading<T> ask(RegistryKey key, Function<? super RegistryView, Reading<T>> question) {
        Reading<T> answer = question.apply(loaded);
        if (!answer.isAbsent() || key.root() == RegistryKey.Root.MACHINE || isLoaded(key)) {
            return answer;
        }
        return unloaded().flatMap(question);
    }

    private boolean isLoaded(RegistryKey key) {
        int cut = key.path().indexOf('\\');
        String user = cut < 0 ? key.path() : key.path().substring(0, cut);
        Reading<Boolean> there = loaded.exists(new RegistryKey(key.root(), user, key.view()));
        return there.orElse(true);
    }

    private synchronized Reading<HiveRegistry> unloaded() {
        if (unloaded == null) {
            unloaded = UserHives.of(loaded, files).map(HiveRegistry::new);
        }
        return unloaded;
    }
}
