package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Shape;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;

/**
 * The computer's clock goes by the time zone of the place.
 *
 * @param key the zone's name below {@code Time Zones} in the registry, which is the same in every language
 */
public record TimeZoneOfPlace(String key) implements Setting<TimeZoneOfPlace.State> {
    private static final String SECTION = "time-zone";

    /** MS docs: TIME_ZONE_INFORMATION, "Remarks". */
    private static final RegistryKey ZONES =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones");

    /** A key's name in DYNAMIC_TIME_ZONE_INFORMATION has 127 characters at most. */
    private static final String NAME = "[^\\\\]{1,127}";

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.text().matching(NAME, Message.of("time-zone.shape")).example("China Standard Time"),
            Message.of("time-zone.section"),
            (section, answers, problems) -> List.of(new TimeZoneOfPlace(section.asText())));

    /** The zone that is in force, and the zones that this Windows knows. */
    public record State(Reading<TimeZone> actual, Reading<List<String>> known) {}

    @Override
    public String name() {
        return SECTION;
    }

    @Override
    public Message title() {
        return Message.of("time-zone.title");
    }

    @Override
    public Message desired() {
        return Message.of("time-zone.is", key);
    }

    @Override
    public State read(WindowsView windows) {
        return new State(windows.machine().timeZone(), windows.registry().subkeys(ZONES));
    }

    @Override
    public Judgement judge(State actual) {
        if (!(actual.actual() instanceof Reading.Present<TimeZone> zone)) {
            return Judgements.unknown(actual.actual());
        }
        List<WindowsError> unreadable = new ArrayList<>();
        if (actual.known() instanceof Reading.Unreadable<List<String>> refused) {
            unreadable.add(refused.why());
        }
        return new Judgement(
                Message.of("time-zone.is", zone.value().key()),
                List.of(new Evidence("GetDynamicTimeZoneInformation", shown(zone.value()))),
                verdict(zone.value(), actual.known()),
                unreadable);
    }

    private static String shown(TimeZone zone) {
        return zone.daylightTimeOff() ? zone.key() + ", DynamicDaylightTimeDisabled" : zone.key();
    }

    private Verdict verdict(TimeZone zone, Reading<List<String>> known) {
        if (zone.key().equalsIgnoreCase(key)) {
            return new Verdict.AsDesired();
        }
        boolean missing = known.map(zones -> zones.stream().noneMatch(key::equalsIgnoreCase))
                .orElse(false);
        return missing
                ? new Verdict.ByHand(Message.of("time-zone.missing", key, ZONES.toString()))
                : new Verdict.Differs(List.of(new SetTimeZone(new TimeZone(key, false))));
    }
}
