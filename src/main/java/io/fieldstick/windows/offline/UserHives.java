package io.fieldstick.windows.offline;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfiles;
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
     * name {@code <sid>.bak}. An account for which no folder is named has none. The template of new users is one more.
     */
    static Reading<List<Mount>> of(RegistryView registry, Files files) {
        EnvironmentVariables environment = EnvironmentVariables.ofMachine(registry);
        return registry.subkeys(PROFILES).map(names -> {
            List<Mount> mounts = new ArrayList<>();
            for (String name : names) {
                Reading<String> folder = folder(registry, PROFILES.child(name), "ProfileImagePath", environment);
                if (!folder.isAbsent()) {
                    mounts.add(in(folder, name, files, List.of(USER)));
                    mounts.add(in(folder, name + "_Classes", files, CLASSES));
                }
            }
            mounts.add(in(template(registry, environment), RegistryKey.DEFAULT_USER, files, List.of(USER)));
            return mounts;
        });
    }

    /** The folder that new profiles are copied from (MS docs: FOLDERID_UserProfiles, "Default"). */
    private static Reading<String> template(RegistryView registry, EnvironmentVariables environment) {
        Reading<String> named = folder(registry, PROFILES, "Default", environment);
        return named.isAbsent()
                ? UserProfiles.folder(registry).map(profiles -> WindowsPath.child(profiles, "Default"))
                : named;
    }

    private static Reading<String> folder(
            RegistryView registry, RegistryKey key, String value, EnvironmentVariables environment) {
        return registry.value(key, value).flatMap(named -> environment.path(named.text()));
    }

    private static Mount in(Reading<String> folder, String name, Files files, List<String> places) {
        Reading<List<String>> paths = folder.map(found ->
                places.stream().map(file -> WindowsPath.child(found, file)).toList());
        return new Mount(RegistryKey.Root.USERS, name, files, paths);
    }
}
