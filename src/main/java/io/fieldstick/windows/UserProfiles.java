package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The people's profiles of a Windows: those in its list of profiles and those whose registry is loaded.
 *
 * <p>Accounts of services (S-1-5-18, -19, -20, S-1-5-80-* ...) are nobody's and are left out.
 *
 * @param all the profiles, in the order of the list
 * @param unread what Windows refused to say, so that there may be more profiles, or more to know of these
 */
public record UserProfiles(List<UserProfile> all, List<WindowsError> unread) {
    /** The list of profiles (MS docs: "User profiles"; the key is shared by both registry views). */
    static final RegistryKey LIST = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList");

    private static final String PATH_VALUE = "ProfileImagePath";

    /** Accounts of a computer or a domain (MS docs: "Well-known SIDs": SECURITY_NT_NON_UNIQUE, 21). */
    private static final String LOCAL_OR_DOMAIN = "S-1-5-21-";

    /** Accounts of Microsoft Entra ID (MS docs: "Security identifiers": S-1-12-1). */
    private static final String ENTRA = "S-1-12-1-";

    private static final String CLASSES_ENDING = "_CLASSES";

    public UserProfiles {
        all = List.copyOf(all);
        unread = List.copyOf(unread);
    }

    /** The profiles of the Windows whose registry this is. */
    public static UserProfiles of(RegistryView registry) {
        List<WindowsError> unread = new ArrayList<>();
        List<String> listed = people(known(registry.subkeys(LIST), unread));
        List<String> loaded = people(known(registry.users(), unread));
        EnvironmentVariables environment = EnvironmentVariables.ofMachine(registry);
        List<UserProfile> all = new ArrayList<>();
        for (String name : listed) {
            all.add(profile(name, listed, loaded, path(name, registry, environment)));
        }
        for (String sid : loaded) {
            if (!contains(listed, sid)) {
                all.add(profile(sid, listed, loaded, path(sid, registry, environment)));
            }
        }
        for (UserProfile profile : all) {
            if (profile.path() instanceof Reading.Unreadable<String> unreadable) {
                unread.add(unreadable.why());
            }
        }
        return new UserProfiles(all, unread);
    }

    /** Those whose registry is loaded now: what is set for "every user" at once is set for these. */
    public List<UserProfile> loaded() {
        return all.stream().filter(UserProfile::loaded).toList();
    }

    /** The folder that new profiles are made in, as {@code C:\Users}; absent where the list does not name it. */
    public static Reading<String> folder(RegistryView registry) {
        return path(LIST, "ProfilesDirectory", registry, EnvironmentVariables.ofMachine(registry));
    }

    /** Whether {@code sid} is an account that a person works with. */
    public static boolean isPerson(String sid) {
        String upper = sid.toUpperCase(Locale.ROOT);
        return (upper.startsWith(LOCAL_OR_DOMAIN) || upper.startsWith(ENTRA)) && !upper.endsWith(CLASSES_ENDING);
    }

    /** Those of {@code names} that are SIDs of people. */
    static List<String> people(List<String> names) {
        return names.stream().filter(UserProfiles::isPerson).toList();
    }

    private static List<String> known(Reading<List<String>> names, List<WindowsError> unread) {
        if (names instanceof Reading.Unreadable<List<String>> unreadable) {
            unread.add(unreadable.why());
        }
        return names.orElse(List.of());
    }

    private static UserProfile profile(String name, List<String> listed, List<String> loaded, Reading<String> path) {
        boolean setAside = isSetAside(name);
        String sid = setAside ? name.substring(0, name.length() - UserProfile.SET_ASIDE_ENDING.length()) : name;
        UserProfile.Standing standing = setAside
                ? UserProfile.Standing.SET_ASIDE
                : contains(listed, sid + UserProfile.SET_ASIDE_ENDING)
                        ? UserProfile.Standing.TEMPORARY
                        : UserProfile.Standing.IN_USE;
        return new UserProfile(
                sid, path.map(WindowsPath::name).orElse(sid), path, !setAside && contains(loaded, sid), standing);
    }

    private static boolean isSetAside(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(UserProfile.SET_ASIDE_ENDING);
    }

    private static Reading<String> path(String name, RegistryView registry, EnvironmentVariables environment) {
        return path(LIST.child(name), PATH_VALUE, registry, environment);
    }

    private static Reading<String> path(
            RegistryKey key, String value, RegistryView registry, EnvironmentVariables environment) {
        return registry.value(key, value)
                .flatMap(found -> found.isText() && !found.text().isBlank()
                        ? environment.path(found.text())
                        : Reading.unreadable(new WindowsError(
                                Message.of("windows.tried.read-value", key.toString(), value),
                                WindowsError.INVALID_DATA,
                                "")));
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
