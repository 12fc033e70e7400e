package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables that this Windows gives its programs, taken from its registry.
 *
 * <p>Never the variables of this process: those are the administrator's, and in WinPE another Windows's altogether.
 */
public final class EnvironmentVariables {
    /** ERROR_ENVVAR_NOT_FOUND (MS docs: system error codes 0-499). */
    private static final int NOT_FOUND = 203;

    /** Where Windows keeps its own folder (MS docs: "CurrentVersion", value SystemRoot). */
    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");

    /** Where Windows keeps the folders of programs (MS docs: "Shared registry keys", ProgramFilesDir). */
    private static final RegistryKey PROGRAMS = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion");

    /** The system's variables (MS docs: "Environment variables", system environment block). */
    private static final RegistryKey SYSTEM =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");

    private final Map<String, String> byFoldedName;
    private final List<WindowsError> unread = new ArrayList<>();

    private EnvironmentVariables(Map<String, String> byFoldedName) {
        this.byFoldedName = byFoldedName;
    }

    /** The variables every program of this Windows has; one that could not be read is as one that is not set. */
    public static EnvironmentVariables ofMachine(RegistryView registry) {
        EnvironmentVariables variables = new EnvironmentVariables(new HashMap<>());
        String root = variables.text(registry, CURRENT_VERSION, "SystemRoot");
        variables.put("SystemRoot", root);
        variables.put("windir", root);
        variables.put("SystemDrive", root.length() > 2 ? root.substring(0, 2) : "");
        variables.put("ProgramFiles", variables.text(registry, PROGRAMS, "ProgramFilesDir"));
        variables.put("ProgramW6432", variables.text(registry, PROGRAMS, "ProgramFilesDir"));
        variables.put("ProgramFiles(x86)", variables.text(registry, PROGRAMS, "ProgramFilesDir (x86)"));
        variables.put("CommonProgramFiles", variables.text(registry, PROGRAMS, "CommonFilesDir"));
        variables.put("CommonProgramW6432", variables.text(registry, PROGRAMS, "CommonFilesDir"));
        variables.put("CommonProgramFiles(x86)", variables.text(registry, PROGRAMS, "CommonFilesDir (x86)"));
        variables.put("ProgramData", variables.text(registry, UserProfiles.LIST, "ProgramData"));
        variables.put("ALLUSERSPROFILE", everybody(variables, registry));
        variables.put("PUBLIC", variables.text(registry, UserProfiles.LIST, "Public"));
        variables.putAll(registry, SYSTEM);
        return variables;
    }

    /** ProgramData; up to XP the profile of everybody, which the list of profiles names by its folder alone. */
    private static String everybody(EnvironmentVariables variables, RegistryView registry) {
        String data = variables.text(registry, UserProfiles.LIST, "ProgramData");
        String profiles = variables.text(registry, UserProfiles.LIST, "ProfilesDirectory");
        String name = variables.text(registry, UserProfiles.LIST, "AllUsersProfile");
        return !data.isEmpty() || profiles.isEmpty() || name.isEmpty() ? data : WindowsPath.child(profiles, name);
    }

    /** These, and those that the programs of {@code user} have on top of them. */
    public EnvironmentVariables of(UserProfile user, RegistryView registry) {
        EnvironmentVariables variables = new EnvironmentVariables(new HashMap<>(byFoldedName));
        if (user.path() instanceof Reading.Present<String> path) {
            variables.put("USERPROFILE", path.value());
            variables.put("HOMEDRIVE", path.value().substring(0, 2));
            variables.put("HOMEPATH", path.value().substring(2));
            variables.put("APPDATA", WindowsPath.child(path.value(), "AppData\\Roaming"));
            variables.put("LOCALAPPDATA", WindowsPath.child(path.value(), "AppData\\Local"));
        }
        variables.put("USERNAME", user.name());
        variables.putAll(registry, user.key("Environment"));
        variables.putAll(registry, user.key("Volatile Environment"));
        return variables;
    }

    /** Why variables could not be read: they are as those that are not set. */
    public List<WindowsError> unread() {
        return List.copyOf(unread);
    }

    /** {@code text} with each {@code %name%} replaced once, as ExpandEnvironmentStrings does; unknown ones stay. */
    public String expand(String text) {
        StringBuilder expanded = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('%'); open >= 0; open = text.indexOf('%', from)) {
            int close = text.indexOf('%', open + 1);
            String value = close < 0 ? "" : byFoldedName.getOrDefault(fold(text.substring(open + 1, close)), "");
            int next = value.isEmpty() ? open + 1 : close + 1;
            expanded.append(text, from, value.isEmpty() ? next : open).append(value);
            from = next;
        }
        return expanded.append(text, from, text.length()).toString();
    }

    /**
     * The absolute path that {@code text} means, in {@link WindowsPath#normal}'s form; unreadable with 203 where a
     * variable in it is not known here.
     */
    public Reading<String> path(String text) {
        String path = WindowsPath.normal(expand(text.strip()));
        Message tried = Message.of("windows.tried.resolve-path", DisplayText.clean(text));
        return WindowsPath.isAbsolute(path)
                ? Reading.of(path)
                : Reading.unreadable(new WindowsError(tried, NOT_FOUND, ""));
    }

    private void putAll(RegistryView registry, RegistryKey key) {
        Reading<List<String>> names = registry.valueNames(key);
        note(names);
        for (String name : names.orElse(List.of())) {
            put(name, text(registry, key, name));
        }
    }

    private void note(Reading<?> reading) {
        if (reading instanceof Reading.Unreadable<?> refused) {
            unread.add(refused.why());
        }
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            byFoldedName.put(fold(name), value);
        }
    }

    private String text(RegistryView registry, RegistryKey key, String name) {
        Reading<RegistryValue> read = registry.value(key, name);
        note(read);
        return read.map(value -> value.isText() ? expand(value.text()) : "").orElse("");
    }

    private static String fold(String name) {
        return WindowsPath.folded(name);
    }
}
