package io.fieldstick.userdata;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the programs that rules describe: by service, by installed program, and where their files may be. */
final class SpecialPrograms {
    /** MS docs: "HKLM\SYSTEM\CurrentControlSet\Services Registry Tree". */
    private static final RegistryKey SERVICES = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services");

    private static final String EVERY_DRIVE = "*:\\";
    private static final String MACHINE = "HKLM\\";
    private static final String PROGRAMS = "%ProgramFiles%";
    private static final String PROGRAMS_32 = "%ProgramFiles(x86)%";

    private final MachineHome machine;
    private final List<String> services;
    private final List<InstalledProgram> programs;
    private final List<NotRead> notRead = new ArrayList<>();

    SpecialPrograms(MachineHome machine) {
        this.machine = machine;
        Reading<List<String>> names = machine.registry().subkeys(SERVICES);
        if (names instanceof Reading.Unreadable<List<String>> unreadable) {
            notRead.add(new NotRead(SERVICES.toString(), unreadable.why()));
        }
        this.services = names.orElse(List.of());
        InstalledPrograms installed = InstalledPrograms.in(machine.registry());
        installed.refused().forEach(why -> notRead.add(new NotRead("Uninstall", why)));
        this.programs = installed.programs();
    }

    /** What could not be read, so that a program may be there all the same. */
    List<NotRead> notRead() {
        return List.copyOf(notRead);
    }

    /** What says that {@code program} is on this computer; empty where only its files may tell. */
    List<Evidence> evidence(SpecialProgram program) {
        Stream<Evidence> byService = services.stream()
                .filter(name -> fitsAny(program.services(), name))
                .map(name ->
                        new Evidence(SERVICES + "\\" + name + "!ImagePath", text(SERVICES.child(name), "ImagePath")));
        Stream<Evidence> byProgram = programs.stream()
                .filter(installed -> fitsAny(program.programs(), installed.name()))
                .map(InstalledProgram::evidence);
        return Stream.concat(byService, byProgram).toList();
    }

    /** The places that the rule of {@code program} names on this computer. */
    List<Place> places(SpecialProgram program) {
        return program.files().stream()
                .flatMap(file -> file.startsWith(EVERY_DRIVE)
                        ? machine.drives().stream().map(drive -> drive + file.substring(EVERY_DRIVE.length()))
                        : Stream.of(file))
                .flatMap(this::withRegistry)
                .map(path -> WindowsPath.normal(machine.environment().expand(path)))
                .map(this::onThisWindows)
                .filter(WindowsPath::isAbsolute)
                .distinct()
                .map(path -> Place.of("special-program", Optional.empty(), path, Origin.KNOWN_PLACE)
                        .advising(Optional.of(program.advice())))
                .toList();
    }

    /** A Windows for 32-bit processors has one folder of programs, which is the one for 32-bit programs. */
    private String onThisWindows(String path) {
        return path.regionMatches(true, 0, PROGRAMS_32, 0, PROGRAMS_32.length())
                ? machine.environment().expand(PROGRAMS + path.substring(PROGRAMS_32.length()))
                : path;
    }

    /** The path with the text of the registry value in brackets at its beginning, of either view; none where there is none. */
    private Stream<String> withRegistry(String path) {
        int end = path.indexOf(']');
        int bang = path.lastIndexOf('!', Math.max(end, 0));
        if (!path.startsWith("[" + MACHINE) || end < 0 || bang < 0) {
            return Stream.of(path);
        }
        String key = path.substring(1 + MACHINE.length(), bang);
        String name = path.substring(bang + 1, end);
        return Stream.of(RegistryKey.View.values())
                .filter(view -> isKey(key))
                .map(view -> text(new RegistryKey(RegistryKey.Root.MACHINE, key, view), name))
                .filter(folder -> !folder.isBlank() && new NamePattern(folder).isLiteral())
                .map(folder -> WindowsPath.normal(ProgramFolders.program(folder)) + path.substring(end + 1));
    }

    private static boolean isKey(String path) {
        return !path.isEmpty() && !path.startsWith("\\") && !path.endsWith("\\") && !path.contains("\\\\");
    }

    private String text(RegistryKey key, String name) {
        return machine.noted(key + "!" + name, machine.registry().value(key, name))
                .map(RegistryValue::text)
                .orElse("");
    }

    private static boolean fitsAny(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> new NamePattern(pattern).fits(name));
    }
}
