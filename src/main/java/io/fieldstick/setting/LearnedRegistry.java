package io.fieldstick.setting;

import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A registry value by which a house decides how its computers are used, as it is on a machine.
 *
 * @param setting which the machine keeps
 */
record LearnedRegistry(RegistryValues setting) {
    private static final String SYSTEM = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";
    private static final String LSA = "SYSTEM\\CurrentControlSet\\Control\\Lsa";

    /** What {@code regedit} and a profile show on one line. */
    private static final int LONGEST = 200;

    private record Place(String path, String value) {}

    /** MS docs: "Security policy settings reference", the values of the registry behind the security options. */
    private static final List<Place> PLACES = List.of(
            new Place(SYSTEM, "DontDisplayLastUserName"),
            new Place(SYSTEM, "DisableCAD"),
            new Place(SYSTEM, "InactivityTimeoutSecs"),
            new Place(SYSTEM, "LegalNoticeCaption"),
            new Place(SYSTEM, "EnableLUA"),
            new Place(LSA, "LimitBlankPasswordUse"),
            new Place(LSA, "RestrictAnonymous"),
            new Place(LSA, "RestrictAnonymousSAM"),
            new Place(LSA, "LmCompatibilityLevel"),
            new Place("SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters", "RequireSecuritySignature"),
            new Place(
                    "SYSTEM\\CurrentControlSet\\Services\\LanmanWorkstation\\Parameters", "RequireSecuritySignature"));

    /** Those that {@code windows} has and a profile can say. */
    static List<LearnedRegistry> on(WindowsView windows) {
        List<LearnedRegistry> learned = new ArrayList<>();
        for (Place place : PLACES) {
            Reading<RegistryValue> value = windows.registry().value(RegistryKey.machine(place.path()), place.value());
            if (value instanceof Reading.Present<RegistryValue> present) {
                of(place, present.value()).ifPresent(learned::add);
            }
        }
        return learned;
    }

    private static Optional<LearnedRegistry> of(Place place, RegistryValue actual) {
        return expressible(actual)
                .map(value -> new LearnedRegistry(new RegistryValues(
                        name(place),
                        RegistryKey.Root.MACHINE,
                        place.path(),
                        RegistryKey.View.BITS_64,
                        place.value(),
                        value,
                        InForce.NOW)));
    }

    /** The names of some values say too little, so the key's service stands before them. */
    private static String name(Place place) {
        RegistryKey key = RegistryKey.machine(place.path());
        String service = key.name().equals("Parameters")
                ? key.parent().map(RegistryKey::name).orElse("") + " "
                : "";
        return service + place.value();
    }

    /** A number, or a text that is no placeholder. */
    private static Optional<RegistryValue> expressible(RegistryValue actual) {
        Optional<RegistryValue> same =
                actual.type() == RegistryValue.DWORD && actual.number().isPresent()
                        ? Optional.of(RegistryValue.dword(actual.number().getAsInt()))
                        : actual.type() == RegistryValue.SZ
                                        && actual.text().matches("[^{}\\p{Cntrl}\\p{Cs}]{0," + LONGEST + "}")
                                ? Optional.of(RegistryValue.sz(actual.text()))
                                : Optional.empty();
        return same.filter(actual::equals);
    }

    /** The value as lines of YAML in the list of registry values. */
    List<String> lines() {
        boolean number = setting.value().type() == RegistryValue.DWORD;
        String value = number
                ? Integer.toUnsignedString(setting.value().number().orElse(0))
                : setting.value().text();
        return List.of(
                "  - name: " + YamlText.quoted(setting.label()),
                "    key: " + YamlText.quoted("HKLM\\" + setting.path()),
                "    value-name: " + YamlText.quoted(setting.valueName()),
                "    type: " + (number ? "number" : "text"),
                "    value: " + YamlText.quoted(value));
    }
}
