package io.fieldstick.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The services of a Windows as its registry describes them.
 *
 * @param programs those that are programs, by name
 * @param unread the keys of services of which something could not be read, so that they are not among the others
 */
public record RegisteredServices(List<RegisteredService> programs, List<Unread> unread) {

    /** A key that could not be read, and why. */
    public record Unread(RegistryKey key, WindowsError why) {}

    public RegisteredServices {
        programs = List.copyOf(programs);
        unread = List.copyOf(unread);
    }

    /** Reads them all from {@code registry}. */
    public static RegisteredServices in(RegistryView registry) {
        String windows = EnvironmentVariables.ofMachine(registry).expand("%SystemRoot%");
        List<RegisteredService> programs = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        Reading<List<String>> names = registry.subkeys(RegisteredService.SERVICES);
        note(RegisteredService.SERVICES, names, unread);
        for (String name : names.orElse(List.of())) {
            RegistryKey key = RegisteredService.SERVICES.child(name);
            Reading<RegisteredService> service = RegisteredService.of(registry, name, windows);
            note(key, service, unread);
            service.map(programs::add);
        }
        programs.sort(Comparator.comparing(RegisteredService::name, String.CASE_INSENSITIVE_ORDER));
        return new RegisteredServices(programs, unread);
    }

    private static void note(RegistryKey key, Reading<?> reading, List<Unread> unread) {
        if (reading instanceof Reading.Unreadable<?> unreadable) {
            unread.add(new Unread(key, unreadable.why()));
        }
    }
}
