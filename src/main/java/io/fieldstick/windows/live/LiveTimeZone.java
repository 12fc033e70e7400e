package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;

/** The time zone of the computer (MS docs: timezoneapi.h). */
final class LiveTimeZone {
    private static final RegistryKey ZONES =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones");
    private static final String PRIVILEGE = "SeTimeZonePrivilege";
    /** TIME_ZONE_ID_INVALID. */
    private static final int INVALID = -1;

    private LiveTimeZone() {}

    static Reading<TimeZone> read() {
        byte[] zone = new byte[TimeZoneRecord.BYTES];
        return Kernel32.GetDynamicTimeZoneInformation(zone) == INVALID
                ? Reading.unreadable(Refusal.of(Tried.askTimeZone(), Refusal.lastCode()))
                : Reading.of(new TimeZone(TimeZoneRecord.key(zone), TimeZoneRecord.daylightTimeOff(zone)));
    }

    /** Windows takes the zone as it describes it itself in the registry. */
    static void set(TimeZone zone, RegistryView registry) {
        Message tried = Tried.setTimeZone(zone.key());
        RegistryKey key = ZONES.child(zone.key());
        Reading<RegistryValue> tzi = registry.value(key, "TZI");
        if (tzi instanceof Reading.Unreadable<RegistryValue> refused) {
            throw new WindowsException(refused.why());
        }
        byte[] record = TimeZoneRecord.of(
                        zone.key(),
                        zone.daylightTimeOff(),
                        tzi.map(RegistryValue::bytes).orElse(new byte[0]),
                        text(registry, key, "Std"),
                        text(registry, key, "Dlt"))
                .orElseThrow(() -> new WindowsException(Refusal.of(tried, WindowsError.INVALID_PARAMETER)));
        Privileges.enable(tried, PRIVILEGE);
        int answer = new OptionalFunction("kernel32", "SetDynamicTimeZoneInformation").call(record);
        Refusal.check(tried, answer == OptionalFunction.NOT_FOUND ? answer : answer == 0 ? Refusal.lastCode() : 0);
    }

    private static String text(RegistryView registry, RegistryKey key, String name) {
        return registry.value(key, name).map(RegistryValue::text).orElse("");
    }
}
