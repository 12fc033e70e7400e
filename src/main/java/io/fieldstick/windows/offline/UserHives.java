package io.fieldstick.windows.offline;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;

/** Where the registry files of the accounts in a Windows's list of profiles lie. */
final class UserHives {
    private static final RegistryKey PROFILES =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList");

    private static final String USER = "NTUSER.DAT";

    /** Where {@code Software\Classes} of a user is kept: from Vista on, and before. */
    private static final List<String> CLASSES = List.of(
            "AppData\\Local\\Microsoft\\Windows\\UsrClass.dat",
            "Local Settings\\Application Data\\Microsoft\\Windows\\UsrClass.dat");

    private UserHives() {}

    /**
     * Two mounts per account: {@code HKU\<sid>} and {@code HKU\<sid>_Classes}; a profile that was set aside keeps its
     * name {@code <sid>.bak}. An account whose folder is not known has none.
     */
    static Reading<List<Mount>> of(RegistryView registry, Files files) {
        EnvironmentVariables environment = EnvironmentVariables.ofMachine(registry);
        return registry.subkeys(PROFILES).map(names -> {
            List<Mount> mounts = new ArrayList<>();
            for (String name : names) {
                registry.value(PROFILES.child(name), "ProfileImagePath")
                        .flatMap(value -> environment.path(value.text()))
                        .map(folder -> mounts.addAll(in(folder, name, files)));
            }
            return mounts;
        });
    }

    private static List<Mount> in(String folder, String name, Files files) {
        List<String> classes =
                CLASSES.stream().map(file -> WindowsPath.child(folder, file)).toList();
        return List.of(
                new Mount(RegistryKey.Root.USERS, name, files, List.of(WindowsPath.child(folder, USER))),
                new Mount(RegistryKey.Root.USERS, name + "_Classes", files, classes));
    }
}
