package io.fieldstick.setting.software;

import io.fieldstick.windows.DisplayText;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.UserProfiles;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Windows Installer has installed the product of this code, for the machine or for a user.
 *
 * @param product as {@code {90110804-6000-11D3-8CFE-0150048383C9}}
 */
public record MsiTrace(String product, VersionRange version) implements Trace {
    /** A product code, as it is written in a profile. */
    public static final Pattern CODE =
            Pattern.compile("\\{[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\\}");

    /** Where Windows Installer keeps the products of the machine and of one user (MS KB 2438651). */
    private static final RegistryKey OF_MACHINE = RegistryKey.machine("SOFTWARE\\Classes\\Installer\\Products");

    private static final String OF_USER = "Software\\Microsoft\\Installer\\Products";

    /** The lengths of the stretches of a code that are written backwards in the registry; the rest is in pairs. */
    private static final int[] BACKWARDS = {8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2};

    @Override
    public Sighting.Look in(ProgramPlaces places) {
        RegistryView registry = places.windows().registry();
        List<Sighting> seen = new ArrayList<>();
        List<WindowsError> refused = new ArrayList<>();
        look(registry, OF_MACHINE.child(packed(product)), seen, refused);
        UserProfiles people = UserProfiles.of(registry);
        refused.addAll(people.unread());
        for (UserProfile user : people.all()) {
            look(registry, user.key(OF_USER).child(packed(product)), seen, refused);
        }
        return new Sighting.Look(seen, refused);
    }

    private void look(RegistryView registry, RegistryKey key, List<Sighting> seen, List<WindowsError> refused) {
        Reading<Boolean> there = registry.exists(key);
        if (there instanceof Reading.Unreadable<Boolean> unreadable) {
            refused.add(unreadable.why());
        }
        if (there.orElse(false)) {
            String name = registry.value(key, "ProductName")
                    .map(value -> DisplayText.clean(value.text()))
                    .orElse(product);
            Reading<String> number = registry.value(key, "Version").map(MsiTrace::version);
            if (!version.admitsAll() && number instanceof Reading.Unreadable<String> unreadable) {
                refused.add(unreadable.why());
                return;
            }
            String stated = number.orElse("");
            String words = stated.isEmpty() ? name : name + " " + stated;
            seen.add(new Sighting(
                    ProgramMatch.byVersion(version, stated),
                    words,
                    new Evidence(key + "!ProductName", words).since(registry.lastWritten(key))));
        }
    }

    /** MS docs: msi, "ProductVersion": eight bits, eight bits, sixteen bits. */
    private static String version(RegistryValue value) {
        if (value.number().isEmpty()) {
            return "";
        }
        int packed = value.number().getAsInt();
        return (packed >>> 24) + "." + (packed >>> 16 & 0xFF) + "." + (packed & 0xFFFF);
    }

    /** The code as Windows Installer names its registry keys: each stretch of it backwards, without punctuation. */
    static String packed(String product) {
        String digits = product.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
        StringBuilder packed = new StringBuilder(digits.length());
        int from = 0;
        for (int length : BACKWARDS) {
            packed.append(new StringBuilder(digits.substring(from, from + length)).reverse());
            from += length;
        }
        return packed.toString();
    }
}
