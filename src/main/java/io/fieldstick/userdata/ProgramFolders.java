package io.fieldstick.userdata;

import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that installed programs say are theirs: their own setups put back what is in them. */
final class ProgramFolders {
    private ProgramFolders() {}

    /** MS docs: "Uninstall Registry Key" (InstallLocation, UninstallString, DisplayIcon). */
    static List<String> of(MachineHome machine) {
        return InstalledPrograms.in(machine.registry()).programs().stream()
                .flatMap(program -> program.keys().stream())
                .flatMap(key -> Stream.of(
                                path(machine, key, "InstallLocation"),
                                path(machine, key, "DisplayIcon").map(WindowsPath::parent),
                                path(machine, key, "UninstallString").map(WindowsPath::parent))
                        .flatMap(Optional::stream))
                .filter(folder -> isItsOwn(folder, machine))
                .distinct()
                .toList();
    }

    /** A folder two deep or more, so that no program claims the drive, Program Files or a whole profile. */
    private static boolean isItsOwn(String folder, MachineHome machine) {
        long depth = folder.chars().filter(c -> c == '\\').count();
        return depth >= 2
                && !WindowsPath.isAtOrBelow(folder, machine.windowsFolder())
                && !WindowsPath.isAtOrBelow(folder, machine.profilesFolder());
    }

    private static Optional<String> path(MachineHome machine, RegistryKey key, String name) {
        Reading<String> path = machine.registry()
                .value(key, name)
                .map(RegistryValue::text)
                .flatMap(text -> machine.environment().path(program(text)));
        return path instanceof Reading.Present<String> present && new NamePattern(present.value()).isLiteral()
                ? Optional.of(present.value())
                : Optional.empty();
    }

    /** The path at the beginning of a command line or of an icon's address: {@code "C:\x y\z.exe" /S}, {@code C:\z.exe,0}. */
    static String program(String text) {
        String bare = text.strip();
        if (bare.startsWith("\"")) {
            int end = bare.indexOf('"', 1);
            return end < 0 ? bare.substring(1) : bare.substring(1, end);
        }
        int exe = WindowsPath.folded(bare).indexOf(".exe");
        if (exe >= 0) {
            return bare.substring(0, exe + ".exe".length());
        }
        int comma = bare.lastIndexOf(',');
        return comma < 0 ? bare : bare.substring(0, comma);
    }
}
