package io.fieldstick.windows.offline;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryAddress;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes the disk of a Windows that is not running into a folder: hives and the folders that they name. */
public final class DeadWindows {
    public static final String SID = "S-1-5-21-1-2-3-1001";
    public static final String OTHER_SID = "S-1-5-21-1-2-3-1002";

    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");

    private final Path root;
    private final String windows;
    private final String profiles;
    private final Map<String, KeySpec> hives = new LinkedHashMap<>();
    private final Map<String, String> users = new TreeMap<>();

    private DeadWindows(Path root, String windows, String profiles) {
        this.root = root;
        this.windows = windows;
        this.profiles = profiles;
        set(CURRENT_VERSION, "SystemRoot", RegistryValue.sz("C:\\" + windows));
        KeySpec system = hive("SYSTEM");
        system.at("Select").with("Current", 2);
        system.at("ControlSet001\\Control\\ComputerName\\ComputerName").with("ComputerName", "WRONG");
        system.at("ControlSet002\\Control\\ComputerName\\ComputerName").with("ComputerName", "OLD-PC");
    }

    public static DeadWindows ten(Path root) {
        DeadWindows dead = new DeadWindows(root, "Windows", "Users");
        dead.set(CURRENT_VERSION, "CurrentMajorVersionNumber", RegistryValue.dword(10));
        dead.set(CURRENT_VERSION, "CurrentMinorVersionNumber", RegistryValue.dword(0));
        dead.set(CURRENT_VERSION, "CurrentVersion", RegistryValue.sz("6.3"));
        dead.set(CURRENT_VERSION, "CurrentBuildNumber", RegistryValue.sz("19045"));
        dead.hive("SOFTWARE").at("WOW6432Node");
        return dead;
    }

    public static DeadWindows xp(Path root) {
        DeadWindows dead = new DeadWindows(root, "WINDOWS", "Documents and Settings");
        dead.set(CURRENT_VERSION, "CurrentVersion", RegistryValue.sz("5.1"));
        dead.set(CURRENT_VERSION, "CurrentBuildNumber", RegistryValue.sz("2600"));
        return dead;
    }

    public DeadWindows user(String sid, String name) {
        users.put(sid, name);
        set(
                RegistryKey.machine(CURRENT_VERSION.path() + "\\ProfileList\\" + sid),
                "ProfileImagePath",
                RegistryValue.expandSz("%SystemDrive%\\" + profiles + "\\" + name));
        hive(sid);
        return this;
    }

    public DeadWindows set(RegistryKey key, String name, RegistryValue value) {
        String path =
                RegistryAddress.of(key).replaceFirst("(?i)^SYSTEM\\\\CurrentControlSet", "SYSTEM\\\\ControlSet002");
        int cut = path.indexOf('\\');
        KeySpec hive = hive(path.substring(0, cut));
        hive.at(path.substring(cut + 1)).with(name, value.type(), value.bytes());
        return this;
    }

    /** The root key of {@code HKLM\name}, or of the user whose SID it is. */
    public KeySpec hive(String name) {
        return hives.computeIfAbsent(name, ignored -> KeySpec.of("root"));
    }

    public Path write() {
        hives.forEach((name, tree) -> write(file(name), new HiveBuilder(tree).build()));
        return root;
    }

    /** Puts the hives on the drive {@code E:} of {@code host}. */
    public void mountedIn(InMemoryWindows host) {
        hives.forEach((name, tree) -> host.bytes(
                "E:\\" + root.relativize(file(name)).toString().replace('/', '\\'), new HiveBuilder(tree).build()));
    }

    /** Where the hive of that name lies, in another case than Windows would ask for. */
    public Path file(String name) {
        String user = users.get(name.endsWith("_Classes") ? name.substring(0, name.length() - 8) : name);
        if (user == null) {
            return root.resolve(windows).resolve("system32/config").resolve(name);
        }
        Path home = root.resolve(profiles).resolve(user);
        return name.endsWith("_Classes")
                ? home.resolve("AppData/Local/Microsoft/Windows/UsrClass.dat")
                : home.resolve("ntuser.dat");
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
