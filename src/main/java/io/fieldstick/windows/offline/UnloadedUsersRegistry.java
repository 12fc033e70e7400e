package io.fieldstick.windows.offline;

import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfiles;
import io.fieldstick.windows.WindowsError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The registry of a running Windows; what it has not loaded below HKEY_USERS is read from the files of the profiles. */
final class UnloadedUsersRegistry implements RegistryView {
    /** Begins the name under which this program makes Windows show a hive, so that a later run knows it for its own. */
    static final String OURS = "Fieldstick-";

    private static final String SET_ASIDE = ".bak";

    /**
     * The hives that Windows has loaded: {@code \REGISTRY\USER\name} is {@code \Device\HarddiskVolume3\Users\x\NTUSER.DAT}
     * (MS docs: "Registry Hives").
     */
    private static final RegistryKey HIVE_LIST = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\hivelist");

    private static final String LOADED_USER = "\\REGISTRY\\USER\\";

    /** {@code C:}. */
    private static final int DRIVE_LENGTH = 2;

    private final RegistryView loaded;
    private final Files files;
    private @Nullable Unloaded unloaded;

    /** The users in the list of profiles, and their registry. */
    private record Unloaded(Reading<List<Mount>> mounts, HiveRegistry registry) {}

    UnloadedUsersRegistry(RegistryView loaded, Files files) {
        this.loaded = loaded;
        this.files = files;
    }

    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        return ask(key, (registry, at) -> registry.value(at, name));
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        return ask(key, RegistryView::valueNames);
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        return ask(key, RegistryView::subkeys);
    }

    @Override
    public Reading<Instant> lastWritten(RegistryKey key) {
        return ask(key, RegistryView::lastWritten);
    }

    /** Those whose hive Windows has loaded, as the running Windows says. */
    @Override
    public Reading<List<String>> users() {
        return loaded.users();
    }

    /**
     * Those, the people in the list of profiles whose registry file is there, and the template of new ones. Profiles that
     * Windows set aside are left out: what can be read of them is to be rescued, not changed.
     */
    @Override
    public Reading<List<String>> everyUser() {
        return loaded.everyUser()
                .flatMap(signedIn -> unloaded().mounts().map(mounts -> {
                    TreeSet<String> everyUser = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                    everyUser.addAll(signedIn);
                    mounts.stream()
                            .filter(mount ->
                                    isSomebody(mount.name()) && !mount.file().isAbsent())
                            .forEach(mount -> everyUser.add(mount.name()));
                    return List.copyOf(everyUser);
                }));
    }

    private static boolean isSomebody(String name) {
        return name.equals(RegistryKey.DEFAULT_USER) || (UserProfiles.isPerson(name) && !name.endsWith(SET_ASIDE));
    }

    synchronized List<HiveReport> reports() {
        return unloaded == null ? List.of() : unloaded.registry().reports();
    }

    /** The registry file of {@code user}; absent where the list of profiles names none. */
    Reading<String> file(String user) {
        return unloaded()
                .mounts()
                .flatMap(mounts -> mounts.stream()
                        .filter(mount -> mount.name().equalsIgnoreCase(user))
                        .findFirst()
                        .map(Mount::file)
                        .orElseGet(Reading::absent));
    }

    /** Reads the file of {@code user} anew when something of it is asked for next. */
    void forget(String user) {
        unloaded().registry().forget(user);
    }

    /** Where the running Windows shows {@code key} of a user whom it has not loaded, once it was made to show it. */
    static RegistryKey shown(RegistryKey key) {
        return key.of(OURS + key.top().path());
    }

    /** Whether {@code key} belongs to a user whose registry Windows has not loaded. */
    boolean isOfUnloadedUser(RegistryKey key) {
        return key.root() == RegistryKey.Root.USERS && !loaded.exists(key.top()).orElse(true);
    }

    /*
     * Whether a user is signed in is asked anew each time: somebody may sign in or out while the program runs, and a
     * loaded hive's file can only be read stale or not at all.
     */
    private <T> Reading<T> ask(RegistryKey key, BiFunction<RegistryView, RegistryKey, Reading<T>> question) {
        Reading<T> answer = question.apply(loaded, key);
        if (!answer.isAbsent() || !isOfUnloadedUser(key)) {
            return answer;
        }
        if (loaded.exists(shown(key).top()).orElse(false)) {
            return question.apply(loaded, shown(key));
        }
        Reading<T> read = question.apply(unloaded().registry(), key);
        boolean held =
                read instanceof Reading.Unreadable<T> refused && refused.why().code() == WindowsError.SHARING_VIOLATION;
        return held ? heldAs(key).map(other -> question.apply(loaded, other)).orElse(read) : read;
    }

    /** Where Windows shows {@code key} when it has loaded the user's file under another name; empty where it has not. */
    private Optional<RegistryKey> heldAs(RegistryKey key) {
        List<String> files = unloaded().mounts().orElse(List.of()).stream()
                .filter(mount -> mount.name().equalsIgnoreCase(key.top().path()))
                .flatMap(mount -> mount.paths().orElse(List.of()).stream())
                .toList();
        return loaded.valueNames(HIVE_LIST).orElse(List.of()).stream()
                .filter(name -> name.regionMatches(true, 0, LOADED_USER, 0, LOADED_USER.length()))
                .filter(name -> isAnyOf(
                        loaded.value(HIVE_LIST, name).map(RegistryValue::text).orElse(""), files))
                .map(name -> key.of(name.substring(LOADED_USER.length())))
                .findFirst();
    }

    /** Whether the device path {@code held} is one of {@code files}; the drive is left out, as devices have no letters. */
    private static boolean isAnyOf(String held, List<String> files) {
        return files.stream()
                .map(file -> file.substring(DRIVE_LENGTH))
                .anyMatch(end -> held.regionMatches(true, held.length() - end.length(), end, 0, end.length()));
    }

    private synchronized Unloaded unloaded() {
        if (unloaded == null) {
            Reading<List<Mount>> mounts = UserHives.of(loaded, files);
            unloaded = new Unloaded(mounts, new HiveRegistry(mounts.orElse(List.of())));
        }
        return unloaded;
    }
}
