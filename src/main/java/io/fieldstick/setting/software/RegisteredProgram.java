package io.fieldstick.setting.software;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program as it is registered for opening files with one extension.
 *
 * @param progId what it calls such files: the name of their class
 * @param registeredAs its name among the "Default apps"; empty where it is known by its class alone
 */
public record RegisteredProgram(String progId, Optional<String> registeredAs) {

    /** MS docs: "Registering an Application for Use with Default Programs". */
    private static final List<RegistryKey> ROOTS = List.of(
            RegistryKey.machine("SOFTWARE\\RegisteredApplications"),
            RegistryKey.machine32("SOFTWARE\\RegisteredApplications"));

    private static final RegistryKey CLASSES = RegistryKey.machine("SOFTWARE\\Classes");

    /** The first program whose registered name matches {@code program} and that opens {@code extension}; absent where none does. */
    public static Reading<RegisteredProgram> called(String program, String extension, WindowsView windows) {
        NamePattern wanted = NamePattern.of(program);
        for (RegistryKey root : ROOTS) {
            Reading<List<String>> names = windows.registry().valueNames(root);
            if (names instanceof Reading.Unreadable<List<String>> refused) {
                return Reading.unreadable(refused.why());
            }
            for (String name : names.orElse(List.of())) {
                Reading<RegisteredProgram> found = wanted.matches(name) == NamePattern.Answer.YES
                        ? registered(root, name, extension, windows)
                        : Reading.absent();
                if (!found.isAbsent()) {
                    return found;
                }
            }
        }
        return Reading.absent();
    }

    /** The names of all registered programs, in the order in which they are looked through. */
    public static Reading<List<String>> names(RegistryView registry) {
        List<String> names = new ArrayList<>();
        for (RegistryKey root : ROOTS) {
            Reading<List<String>> some = registry.valueNames(root);
            if (some.isUnreadable()) {
                return some;
            }
            names.addAll(some.orElse(List.of()));
        }
        return Reading.of(names);
    }

    private static Reading<RegisteredProgram> registered(
            RegistryKey root, String name, String extension, WindowsView windows) {
        return text(windows, root, name)
                .flatMap(path -> text(
                        windows, new RegistryKey(root.root(), path + "\\FileAssociations", root.view()), extension))
                .map(progId -> new RegisteredProgram(progId, Optional.of(name)));
    }

    /** The program that opens files of the class {@code progId}; absent where no such class says how. */
    public static Reading<RegisteredProgram> ofClass(String progId, WindowsView windows) {
        return text(windows, commandOf(progId), "").map(command -> new RegisteredProgram(progId, Optional.empty()));
    }

    /** How it is started with a file; absent where its class does not say so. */
    public Reading<String> command(WindowsView windows) {
        return text(windows, commandOf(progId), "");
    }

    private static RegistryKey commandOf(String progId) {
        return CLASSES.child(progId + "\\shell\\open\\command");
    }

    private static Reading<String> text(WindowsView windows, RegistryKey key, String name) {
        return windows.registry().value(key, name).map(RegistryValue::text);
    }
}
