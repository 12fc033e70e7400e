package io.fieldstick.userdata;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.WindowsPath;
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

    private final UserProfile profile;
    private final RegistryView registry;
    private final EnvironmentVariables environment;
    private final boolean registryRead;
    private final List<NotRead> notRead = new ArrayList<>();

    UserHome(UserProfile profile, RegistryView registry, EnvironmentVariables machine) {
        this.profile = profile;
        this.registry = registry;
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
        Reading<String> path = environment.path(text);
        note(text, path);
        return path instanceof Reading.Present<String> present ? Optional.of(present.value()) : Optional.empty();
    }

    /** Where {@code folder} is for this user; empty where not even its profile's folder is known. */
    public Optional<String> folder(KnownFolder folder) {
        Optional<String> moved = text(SHELL_FOLDERS, folder.valueName()).flatMap(this::path);
        return moved.isPresent() ? moved : defaultOf(folder);
    }

    /** {@code path} below {@code folder}, as a fixed place of data of {@code kind}; empty where the folder is unknown. */
    public List<Place> in(KnownFolder folder, String path, String kind) {
        return folder(folder)
                .map(at -> Place.of(kind, Optional.of(profile), at + "\\" + path, Origin.KNOWN_PLACE))
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * Where {@code folder} is, and why it is thought to be there; and its default place too where it was moved, because
     * moving it does not move what was in it.
     */
    List<Place> places(KnownFolder folder, String kind) {
        List<Place> places = new ArrayList<>();
        Optional<String> usual = defaultOf(folder);
        Optional<String> moved = text(SHELL_FOLDERS, folder.valueName()).flatMap(this::path);
        moved.ifPresent(path -> places.add(
                Place.of(kind, Optional.of(profile), path, Origin.REGISTRY).because(evidence(folder))));
        usual.filter(path -> moved.isEmpty() || !path.equalsIgnoreCase(moved.get()))
                .ifPresent(path -> places.add(Place.of(kind, Optional.of(profile), path, why(moved.isPresent()))));
        return places;
    }

    private Origin why(boolean moved) {
        return moved ? Origin.LEFT_BEHIND : registryRead ? Origin.DEFAULT : Origin.ASSUMED;
    }

    private Evidence evidence(KnownFolder folder) {
        RegistryKey key = profile.key(SHELL_FOLDERS);
        String raw = registry.value(key, folder.valueName())
                .map(RegistryValue::toString)
                .orElse("");
        return new Evidence(key + "!" + folder.valueName(), raw);
    }

    private Optional<String> defaultOf(KnownFolder folder) {
        return profile.path() instanceof Reading.Present<String> home
                ? Optional.of(WindowsPath.child(home.value(), folder.path(isXp(home.value()))))
                : Optional.empty();
    }

    private static boolean isXp(String home) {
        return home.regionMatches(true, 2, XP_PROFILES, 0, XP_PROFILES.length());
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
