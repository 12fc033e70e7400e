package io.fieldstick.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A service as its key in the registry describes it: of a Windows that is not running too, where nobody can say what runs.
 *
 * @param name the short name: {@code MSSQLSERVER}
 * @param title DisplayName; the name where it has none, or only points into a library
 * @param program ImagePath as it is written, a command line
 * @param start when it is started
 * @param ofWindows whether its program lies in the folder of Windows
 */
public record RegisteredService(String name, String title, String program, Service.Start start, boolean ofWindows) {
    private static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");

    /** SERVICE_WIN32_OWN_PROCESS and _SHARE_PROCESS (winnt.h); anything else is a driver. */
    private static final int PROGRAM_TYPES = 0x30;

    private static final List<String> WINDOWS_FOLDERS =
            List.of("%systemroot%\\", "%windir%\\", "\\systemroot\\", "system32\\");

    /** The services in {@code registry} that are programs, by name; those whose key cannot be read are left out. */
    public static List<RegisteredService> in(RegistryView registry) {
        String windows = EnvironmentVariables.ofMachine(registry).expand("%SystemRoot%");
        List<RegisteredService> services = new ArrayList<>();
        for (String name : registry.subkeys(SERVICES).orElse(List.of())) {
            of(registry, name, windows).ifPresent(services::add);
        }
        services.sort(Comparator.comparing(RegisteredService::name, String.CASE_INSENSITIVE_ORDER));
        return List.copyOf(services);
    }

    private static Optional<RegisteredService> of(RegistryView registry, String name, String windows) {
        RegistryKey key = SERVICES.child(name);
        boolean program = (Math.max(0, number(registry, key, "Type")) & PROGRAM_TYPES) != 0;
        Optional<Service.Start> start = start(registry, key);
        if (!program || start.isEmpty()) {
            return Optional.empty();
        }
        String title = text(registry, key, "DisplayName");
        String path = text(registry, key, "ImagePath");
        return Optional.of(new RegisteredService(
                name,
                title.isBlank() || title.startsWith("@") ? name : title,
                path,
                start.get(),
                isOfWindows(path, windows)));
    }

    private static Optional<Service.Start> start(RegistryView registry, RegistryKey key) {
        int code = number(registry, key, "Start");
        boolean delayed = number(registry, key, "DelayedAutostart") == 1;
        for (Service.Start start : Service.Start.values()) {
            if (start.code() == code && (start == Service.Start.AUTOMATIC_DELAYED) == (code == 2 && delayed)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    private static boolean isOfWindows(String path, String windows) {
        String bare = WindowsPath.folded(path.startsWith("\"") ? path.substring(1) : path);
        return WINDOWS_FOLDERS.stream().anyMatch(bare::startsWith)
                || (!windows.isEmpty() && bare.startsWith(WindowsPath.folded(windows) + "\\"));
    }

    private static int number(RegistryView registry, RegistryKey key, String value) {
        return registry.value(key, value)
                .map(found -> found.number().orElse(-1))
                .orElse(-1);
    }

    private static String text(RegistryView registry, RegistryKey key, String value) {
        return registry.value(key, value)
                .map(found -> found.isText() ? found.text() : "")
                .orElse("");
    }
}
