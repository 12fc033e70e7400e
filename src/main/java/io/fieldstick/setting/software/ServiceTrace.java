package io.fieldstick.setting.software;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;

/** A service of this name is installed, running or not. */
public record ServiceTrace(String service) implements Trace {
    /** MS docs: "HKLM\SYSTEM\CurrentControlSet\Services Registry Tree". */
    private static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");

    /** SERVICE_KERNEL_DRIVER and SERVICE_FILE_SYSTEM_DRIVER (winnt.h) are drivers, not services. */
    private static final int DRIVERS = 0x3;

    @Override
    public Sighting.Look in(ProgramPlaces places) {
        RegistryView registry = places.windows().registry();
        RegistryKey key = SERVICES.child(service);
        Reading<Integer> type =
                registry.value(key, "Type").map(value -> value.number().orElse(0));
        if (type instanceof Reading.Unreadable<Integer> refused) {
            return Sighting.Look.refused(refused.why());
        }
        if (type.isAbsent() || (type.orElse(0) & DRIVERS) != 0) {
            return Sighting.Look.NOTHING;
        }
        String program =
                registry.value(key, "ImagePath").map(RegistryValue::text).orElse("");
        Evidence evidence = new Evidence(key + "!ImagePath", program).since(registry.lastWritten(key));
        return Sighting.Look.at(new Sighting(ProgramMatch.Answer.YES, service, evidence));
    }
}
