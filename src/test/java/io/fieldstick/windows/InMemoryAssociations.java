package io.fieldstick.windows;

import java.util.Locale;

/** Which program opens a kind of file in {@link InMemoryWindows}: the user's choice, and else the computer's default. */
final class InMemoryAssociations implements Associations {
    private static final RegistryKey CLASSES = RegistryKey.machine("SOFTWARE\\Classes");
    private static final String CHOICES = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\";

    private final Registry registry;
    private final Machine machine;

    InMemoryAssociations(Registry registry, Machine machine) {
        this.registry = registry;
        this.machine = machine;
    }

    @Override
    public Reading<String> program(String extension) {
        Reading<RegistryValue> chosen = machine.processUser()
                .flatMap(sid -> registry.value(RegistryKey.user(sid, CHOICES + extension + "\\UserChoice"), "ProgId"));
        Reading<RegistryValue> progId = chosen.isAbsent() ? registry.value(CLASSES.child(extension), "") : chosen;
        return progId.map(RegistryValue::text)
                .flatMap(id -> registry.value(CLASSES.child(id + "\\shell\\open\\command"), ""))
                .map(command -> program(command.text(), ".exe"));
    }

    private static String program(String command, String ending) {
        int end = command.toLowerCase(Locale.ROOT).indexOf(ending) + ending.length();
        return command.substring(command.startsWith("\"") ? 1 : 0, end);
    }
}
