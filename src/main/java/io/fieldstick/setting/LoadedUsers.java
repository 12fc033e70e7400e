package io.fieldstick.setting;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryView;
import java.util.List;

/** The people whose registry hive is loaded now. */
final class LoadedUsers {
    private LoadedUsers() {}

    /**
     * Their SIDs: local and domain accounts (S-1-5-21-) and Entra ones (S-1-12-1-), without the services' accounts and
     * without the {@code _Classes} hives.
     */
    static Reading<List<String>> in(RegistryView registry) {
        return registry.users()
                .map(sids ->
                        sids.stream().filter(LoadedUsers::isPerson).sorted().toList());
    }

    private static boolean isPerson(String sid) {
        return (sid.startsWith("S-1-5-21-") || sid.startsWith("S-1-12-1-")) && !sid.endsWith("_Classes");
    }
}
