package io.fieldstick.setting.software;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A package of the Store of this name is installed for some user or for every new one.
 *
 * @param name the package's name, the first part of its full name: {@code Microsoft.WindowsCalculator}
 */
public record AppxTrace(NamePattern name, VersionRange version) implements Trace {
    /** MS docs: "Remove or uninstall preinstalled applications": packages by user, and those for every new user. */
    private static final RegistryKey STORE =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore");

    private static final String FOR_NEW_USERS = "Applications";

    @Override
    public Sighting.Look in(ProgramPlaces places) {
        RegistryView registry = places.windows().registry();
        List<Sighting> seen = new ArrayList<>();
        List<WindowsError> refused = new ArrayList<>();
        for (String store : known(registry.subkeys(STORE), refused)) {
            if (store.equalsIgnoreCase(FOR_NEW_USERS)
                    || store.toUpperCase(Locale.ROOT).startsWith("S-1-")) {
                for (String full : known(registry.subkeys(STORE.child(store)), refused)) {
                    look(registry, STORE.child(store), full, seen);
                }
            }
        }
        return new Sighting.Look(seen, refused);
    }

    /** A full name is {@code name_version_architecture_resource_publisher} (MS docs: "Package identity overview"). */
    private void look(RegistryView registry, RegistryKey store, String full, List<Sighting> seen) {
        String[] parts = full.split("_", -1);
        ProgramMatch.Answer named = ProgramMatch.byName(name, parts[0]);
        if (parts.length >= 2 && named != ProgramMatch.Answer.NO) {
            boolean aKey = !full.contains("\\");
            Reading<Instant> written = aKey ? registry.lastWritten(store.child(full)) : Reading.absent();
            seen.add(new Sighting(
                    named == ProgramMatch.Answer.YES ? ProgramMatch.byVersion(version, parts[1]) : named,
                    parts[0] + " " + parts[1],
                    new Evidence(store.toString(), full).since(written)));
        }
    }

    private static List<String> known(Reading<List<String>> names, List<WindowsError> refused) {
        if (names instanceof Reading.Unreadable<List<String>> unreadable) {
            refused.add(unreadable.why());
        }
        return names.orElse(List.of());
    }
}
