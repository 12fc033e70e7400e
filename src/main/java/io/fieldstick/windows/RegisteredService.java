package io.fieldstick.windows;

import java.util.List;

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
    /** MS docs: "HKLM\\SYSTEM\\CurrentControlSet\\Services Registry Tree". */
    static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");

    /** SERVICE_WIN32_OWN_PROCESS and _SHARE_PROCESS (winnt.h); anything else is a driver. */
    private static final int PROGRAM_TYPES = 0x30;

    /** SERVICE_USERSERVICE_INSTANCE (winnt.h): one user's copy of a service, under a name that is another at each sign-in. */
    private static final int ONE_USERS_COPY = 0x80;

    private static final List<String> WINDOWS_FOLDERS =
            List.of("%systemroot%\\", "%windir%\\", "\\systemroot\\", "system32\\");

    /** The service {@code name}; absent where it is a driver or one user's copy, unreadable where not all that says so could be read. */
    static Reading<RegisteredService> of(RegistryView registry, String name, String windows) {
        RegistryKey key = SERVICES.child(name);
        return number(registry, key, "Type")
                .flatMap(type -> isProgram(Math.max(0, type)) ? start(registry, key) : Reading.absent())
                .flatMap(start -> text(registry, key, "DisplayName")
                        .flatMap(title -> text(registry, key, "ImagePath")
                                .map(path -> new RegisteredService(
                                        name,
                                        title.isBlank() || title.startsWith("@") ? name : title,
                                        path,
                                        start,
                                        isOfWindows(path, windows)))));
    }

    private static boolean isProgram(int type) {
        return (type & PROGRAM_TYPES) != 0 && (type & ONE_USERS_COPY) == 0;
    }

    private static Reading<Service.Start> start(RegistryView registry, RegistryKey key) {
        return number(registry, key, "Start")
                .flatMap(code ->
                        number(registry, key, "DelayedAutostart").flatMap(delayed -> start(code, delayed == 1)));
    }

    private static Reading<Service.Start> start(int code, boolean delayed) {
        for (Service.Start start : Service.Start.values()) {
            if (start.code() == code && (start == Service.Start.AUTOMATIC_DELAYED) == (code == 2 && delayed)) {
                return Reading.of(start);
            }
        }
        return Reading.absent();
    }

    private static boolean isOfWindows(String path, String windows) {
        String bare = WindowsPath.folded(path.startsWith("\"") ? path.substring(1) : path);
        return WINDOWS_FOLDERS.stream().anyMatch(bare::startsWith)
                || (!windows.isEmpty() && bare.startsWith(WindowsPath.folded(windows) + "\\"));
    }

    /** The number in {@code value}; -1 where there is none. */
    private static Reading<Integer> number(RegistryView registry, RegistryKey key, String value) {
        Reading<RegistryValue> found = registry.value(key, value);
        return found.isAbsent()
                ? Reading.of(-1)
                : found.map(present -> present.number().orElse(-1));
    }

    /** The text in {@code value}; empty where there is none. */
    private static Reading<String> text(RegistryView registry, RegistryKey key, String value) {
        Reading<RegistryValue> found = registry.value(key, value);
        return found.isAbsent() ? Reading.of("") : found.map(present -> present.isText() ? present.text() : "");
    }
}
