package io.fieldstick.userdata;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One user's registry and profile folder, as the kinds of data ask for them; what could not be read is noted. */
public final class UserHome {
    /**
     * Where the user's folders are. {@code Shell Folders} beside it is an old copy that nobody keeps right (MS docs:
     * "KNOWNFOLDERID"; R. Chen, "The long and sad story of the Shell Folders key").
     */
    private static final String SHELL_FOLDERS =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders";

    /** The folder of profiles up to Windows XP. */
    private static final String XP_PROFILES = "\\Documents and Settings\\";

    /** ERROR_INVALID_NAME (MS docs: system error codes 0-499). */
    private static final int INVALID_NAME = 123;

    /** More of a settings file than any that is read here has. */
    private static final int SETTINGS_LENGTH = 16 << 10;

    private final UserProfile profile;
    private final RegistryView registry;
    private final Files files;
    private final EnvironmentVariables environment;
    private final boolean registryRead;
    private final List<NotRead> notRead = new ArrayList<>();

    UserHome(UserProfile profile, WindowsView windows, EnvironmentVariables machine) {
        this.profile = profile;
        this.registry = windows.registry();
        this.files = windows.files();
        this.environment = machine.of(profile, registry);
        RegistryKey software = profile.key("Software");
        Reading<Boolean> there = registry.exists(software);
        if (there instanceof Reading.Unreadable<Boolean> unreadable) {
            notRead.add(new NotRead(software.toString(), unreadable.why()));
        }
        this.registryRead = there.orElse(false);
    }

    public UserProfile profile() {
        return profile;
    }

    public RegistryView registry() {
        return registry;
    }

    /** Whether the user's registry answers; otherwise only Windows's defaults are known, not where things were moved. */
    public boolean registryRead() {
        return registryRead;
    }

    /** What of this user's registry could not be read so far. */
    List<NotRead> notRead() {
        return List.copyOf(notRead);
    }

    /** The text of a value of the user's registry, with its variables expanded; empty where there is none. */
    public Optional<String> text(String key, String value) {
        Reading<RegistryValue> found = registry.value(profile.key(key), value);
        note(profile.key(key) + "!" + value, found);
        return found instanceof Reading.Present<RegistryValue> present
                        && present.value().isText()
                        && !present.value().text().isBlank()
                ? Optional.of(environment.expand(present.value().text()))
                : Optional.empty();
    }

    /** The names of the keys below {@code key} of the user's registry. */
    public List<String> subkeys(String key) {
        Reading<List<String>> found = registry.subkeys(profile.key(key));
        note(profile.key(key).toString(), found);
        return found.orElse(List.of());
    }

    /** The absolute path that {@code text} means for this user; noted and empty where it means none. */
    public Optional<String> path(String text) {
        Reading<String> path = hasWildcard(text)
                ? Reading.unreadable(new WindowsError(Tried.lookAt(text), INVALID_NAME, ""))
                : environment.path(text);
        note(text, path);
        return path instanceof Reading.Present<String> present
                ? Optional.of(LongNames.of(present.value(), files))
                : Optional.empty();
    }

    /** Where {@code folder} is for this user; empty where not even its profile's folder is known. */
    public Optional<String> folder(KnownFolder folder) {
        Optional<String> moved = text(SHELL_FOLDERS, folder.valueName()).flatMap(this::path);
        return moved.isPresent() ? moved : defaultOf(folder);
    }

    /** {@code path} below {@code folder}, as a fixed place of data of {@code kind}; empty where the folder is unknown. */
    public List<Place> in(KnownFolder folder, String path, String kind) {
        return folder(folder)
                .map(at -> List.of(at(WindowsPath.child(at, path), kind, Origin.KNOWN_PLACE)))
                .orElse(List.of());
    }

    /** The place {@code path} of this user's data of {@code kind}. */
    public Place at(String path, String kind, Origin origin) {
        return Place.of(kind, Optional.of(profile), path, origin);
    }

    /** The folder that the value {@code value} of {@code key} names, as a place of data of {@code kind}. */
    public List<Place> named(String key, String value, String kind) {
        return text(key, value)
                .flatMap(this::path)
                .map(path -> List.of(at(path, kind, Origin.REGISTRY).because(evidence(key, value))))
                .orElse(List.of());
    }

    /** The paths of the files in {@code folder} whose names end in {@code ending}: settings of a program. */
    List<String> filesIn(String folder, String ending) {
        Reading<List<FileEntry>> children = files.children(folder);
        note(folder, children);
        return children.orElse(List.of()).stream()
                .filter(entry -> !entry.isDirectory() && !entry.isOnlyInCloud())
                .filter(entry -> WindowsPath.folded(entry.name()).endsWith(ending))
                .map(entry -> WindowsPath.child(folder, entry.name()))
                .toList();
    }

    /** The first bytes of a program's settings file; empty where there is none, and where it is only in the cloud or a link. */
    byte[] settings(String file) {
        Reading<byte[]> bytes = files.entry(file)
                .flatMap(entry -> entry.isOnlyInCloud() || entry.isLink()
                        ? Reading.unreadable(new WindowsError(Tried.readFile(file), WindowsError.INVALID_DATA, ""))
                        : files.bytes(file, 0, SETTINGS_LENGTH));
        note(file, bytes);
        return bytes.orElse(new byte[0]);
    }

    /**
     * Where {@code folder} is, and why it is thought to be there; and its default place too where it was moved, because
     * moving it does not move what was in it.
     */
    List<Place> places(KnownFolder folder, String kind) {
        List<Place> places = new ArrayList<>();
        Optional<String> usual = defaultOf(folder);
        Optional<String> moved = text(SHELL_FOLDERS, folder.valueName()).flatMap(this::path);
        moved.ifPresent(path -> places.add(Place.of(kind, Optional.of(profile), path, Origin.REGISTRY)
                .because(evidence(SHELL_FOLDERS, folder.valueName()))));
        usual.filter(path -> moved.isEmpty() || !path.equalsIgnoreCase(moved.get()))
                .ifPresent(path -> places.add(Place.of(kind, Optional.of(profile), path, why(moved.isPresent()))));
        return places;
    }

    private Origin why(boolean moved) {
        return moved ? Origin.LEFT_BEHIND : registryRead ? Origin.DEFAULT : Origin.ASSUMED;
    }

    Evidence evidence(String path, String value) {
        RegistryKey key = profile.key(path);
        String raw = registry.value(key, value).map(RegistryValue::toString).orElse("");
        return new Evidence(key + "!" + value, raw);
    }

    private Optional<String> defaultOf(KnownFolder folder) {
        return profile.path() instanceof Reading.Present<String> home
                ? Optional.of(WindowsPath.child(home.value(), folder.path(isXp(home.value()))))
                : Optional.empty();
    }

    /** No name holds one; in a {@link Place} it would stand for other names. */
    private static boolean hasWildcard(String text) {
        String path = WindowsPath.normal(text);
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
    }

    private static boolean isXp(String home) {
        return home.regionMatches(true, 2, XP_PROFILES, 0, XP_PROFILES.length());
    }

    /** {@code reading} of what is at {@code where}, of which it is told when it could not be read. */
    <T> Reading<T> noted(String where, Reading<T> reading) {
        note(where, reading);
        return reading;
    }

    private void note(String where, Reading<?> reading) {
        if (reading instanceof Reading.Unreadable<?> unreadable) {
            NotRead entry = new NotRead(where, unreadable.why());
            if (!notRead.contains(entry)) {
                notRead.add(entry);
            }
        }
    }
}
