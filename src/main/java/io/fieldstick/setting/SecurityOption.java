package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A security option has this value; Windows keeps each as a registry value, whose name is the option's name here.
 *
 * <p>Switching User Account Control off is not among them: nothing the house asks for needs it.
 */
public record SecurityOption(String option, RegistryValue value) implements Setting<SecurityOption.State> {
    private static final RegistryKey SYSTEM =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System");
    private static final RegistryKey LSA = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Lsa");
    private static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");
    private static final RegistryKey SERVER = SERVICES.child("LanmanServer\\Parameters");
    private static final RegistryKey WORKSTATION = SERVICES.child("LanmanWorkstation\\Parameters");
    private static final RegistryKey WINLOGON =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon");

    private static final int TEXT = -1;
    private static final int NUMBER_AS_TEXT = 50;
    private static final int LONGEST_WAIT = 599_940;

    /** The value, and whether a domain may set it again. */
    public record State(RegistryState values, Reading<Machine.Membership> membership) {}

    /** Where an option is kept, the greatest number that it takes, and when it is in force. */
    private record Place(RegistryKey key, String name, int most, InForce inForce) {}

    /** MS docs: "Security Options", and the registry values that each page names. */
    private static final Map<String, Place> PLACES = new TreeMap<>(Map.ofEntries(
            place("DontDisplayLastUserName", SYSTEM, 1, InForce.AFTER_SIGN_IN),
            place("DisableCAD", SYSTEM, 1, InForce.AFTER_SIGN_IN),
            place("LegalNoticeCaption", SYSTEM, TEXT, InForce.AFTER_SIGN_IN),
            place("LegalNoticeText", SYSTEM, TEXT, InForce.AFTER_SIGN_IN),
            place("InactivityTimeoutSecs", SYSTEM, LONGEST_WAIT, InForce.AFTER_SIGN_IN),
            place("LimitBlankPasswordUse", LSA, 1, InForce.NOW),
            place("RestrictAnonymous", LSA, 1, InForce.AFTER_RESTART),
            place("RestrictAnonymousSAM", LSA, 1, InForce.AFTER_RESTART),
            place("EveryoneIncludesAnonymous", LSA, 1, InForce.AFTER_RESTART),
            place("LmCompatibilityLevel", LSA, 5, InForce.NOW),
            place("ForceGuest", LSA, 1, InForce.AFTER_RESTART),
            place("SCENoApplyLegacyAuditPolicy", LSA, 1, InForce.NOW),
            Map.entry(
                    "LanmanServer.RequireSecuritySignature",
                    new Place(SERVER, "RequireSecuritySignature", 1, InForce.AFTER_RESTART)),
            Map.entry(
                    "LanmanWorkstation.RequireSecuritySignature",
                    new Place(WORKSTATION, "RequireSecuritySignature", 1, InForce.AFTER_RESTART)),
            place("AllowInsecureGuestAuth", WORKSTATION, 1, InForce.AFTER_RESTART),
            place("CachedLogonsCount", WINLOGON, NUMBER_AS_TEXT, InForce.AFTER_RESTART)));

    private static Map.Entry<String, Place> place(String name, RegistryKey key, int most, InForce inForce) {
        return Map.entry(name, new Place(key, name, most, inForce));
    }

    static List<String> names() {
        return List.copyOf(PLACES.keySet());
    }

    static boolean isKnown(String option) {
        return PLACES.containsKey(option);
    }

    /** The greatest number that a known option takes; negative where it takes a text. */
    static int most(String option) {
        return at(option).most();
    }

    /** The setting; empty where {@code text} is no number that this known option takes. */
    static Optional<SecurityOption> of(String option, String text) {
        Place place = at(option);
        if (place.most() == TEXT) {
            return Optional.of(new SecurityOption(option, RegistryValue.sz(text)));
        }
        boolean fits = text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= place.most();
        return fits ? Optional.of(new SecurityOption(option, value(place, text))) : Optional.empty();
    }

    /** What this known option has in {@code registry}. */
    static Reading<RegistryValue> on(RegistryView registry, String option) {
        Place place = at(option);
        return registry.value(place.key(), place.name());
    }

    /** How a profile writes {@code actual} for this known option; empty where it cannot. */
    static Optional<String> written(String option, RegistryValue actual) {
        boolean number = actual.type() == RegistryValue.DWORD && actual.number().isPresent();
        String text = number ? Integer.toUnsignedString(actual.number().orElse(0)) : actual.text();
        return Optional.of(text)
                .filter(ProfileDraft::canSay)
                .filter(sayable -> of(option, sayable)
                        .filter(wanted -> wanted.value().equals(actual))
                        .isPresent());
    }

    /** Winlogon keeps its number as a text. */
    private static RegistryValue value(Place place, String number) {
        return place.key().equals(WINLOGON)
                ? RegistryValue.sz(Integer.toString(Integer.parseInt(number)))
                : RegistryValue.dword(Integer.parseInt(number));
    }

    private static Place at(String option) {
        return Optional.ofNullable(PLACES.get(option)).orElseThrow();
    }

    @Override
    public String name() {
        return SecurityPolicy.SECTION + "/options/" + option;
    }

    @Override
    public Message title() {
        return Message.of("security-policy.option", option);
    }

    @Override
    public Message desired() {
        return Message.of("security-policy.option.is", value);
    }

    @Override
    public State read(WindowsView windows) {
        Place place = at(option);
        Change desired = new SetRegistryValue(
                place.key(), place.name(), value, ValueSameness.BYTES, place.inForce(), Set.of(Announcement.POLICY));
        return new State(
                RegistryState.read(windows, List.of(desired)), windows.machine().membership());
    }

    @Override
    public Judgement judge(State actual) {
        return PolicyState.ofDomain(
                Judgements.ofRegistry(
                        Reading.of(List.of()),
                        actual.values(),
                        desired(),
                        Message.of("security-policy.option.other"),
                        List.of()),
                actual.membership());
    }
}
