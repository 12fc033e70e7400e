package io.fieldstick.setting.software;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an installed program is uninstalled without a question.
 *
 * @param program the whole path of what is started
 * @param arguments the rest of its command line
 */
public record UninstallCommand(String program, String arguments) {
    private static final String EXE = ".exe";
    /** What Inno Setup writes into each entry that it makes. */
    private static final String MADE_BY_INNO = "Inno Setup: Setup Version";

    /** What the entry of a bundle of WiX has: its QuietUninstallString, /uninstall /quiet, restarts unasked (WiX: Burn). */
    private static final String MADE_BY_WIX = "BundleProviderKey";

    /**
     * The command of {@code installed}; empty where none is silent for sure. Only entries of the machine are asked: those of
     * users can be written by anybody, and what they name would be run by an administrator.
     *
     * @param kind what its installer was made with
     * @param own the arguments that make its UninstallString silent, where the profile says so
     * @param msiexec the path of Windows Installer's program
     */
    public static Optional<UninstallCommand> of(
            InstalledProgram installed,
            Installer.Kind kind,
            Optional<String> own,
            WindowsView windows,
            String msiexec,
            Optional<String> log) {
        List<RegistryKey> keys = installed.keys().stream()
                .filter(key -> key.root() == RegistryKey.Root.MACHINE)
                .toList();
        for (RegistryKey key : keys) {
            Optional<UninstallCommand> command = isMsi(windows.registry(), key)
                    ? Optional.of(new UninstallCommand(msiexec, Msi.uninstall(WindowsPath.name(key.path()), log)))
                    : ofKey(key, kind, own, windows);
            if (command.isPresent()) {
                return command;
            }
        }
        return Optional.empty();
    }

    /** MS docs: msi, "Uninstall Registry Key": the key of a product is named after its code. */
    private static boolean isMsi(RegistryView registry, RegistryKey key) {
        return MsiTrace.CODE.matcher(WindowsPath.name(key.path())).matches()
                && registry.value(key, "WindowsInstaller")
                        .map(value -> value.number().orElse(0) == 1)
                        .orElse(false);
    }

    private static Optional<UninstallCommand> ofKey(
            RegistryKey key, Installer.Kind kind, Optional<String> own, WindowsView windows) {
        Optional<UninstallCommand> loud = read(key, "UninstallString", windows);
        if (own.isPresent()) {
            return loud.map(command -> new UninstallCommand(command.program(), own.get()));
        }
        Optional<UninstallCommand> quiet = read(key, "QuietUninstallString", windows);
        if (kind == Installer.Kind.INNO || has(key, MADE_BY_INNO, windows)) {
            // Its QuietUninstallString has /SILENT alone, by which it may ask.
            return loud.or(() -> quiet).flatMap(command -> command.silenced(Installer.Kind.INNO));
        }
        if (has(key, MADE_BY_WIX, windows)) {
            return quiet.map(command -> command.with("/norestart"));
        }
        return quiet.isPresent() ? quiet : loud.flatMap(command -> command.silenced(kind));
    }

    private static boolean has(RegistryKey key, String name, WindowsView windows) {
        return windows.registry().value(key, name).isPresent();
    }

    private Optional<UninstallCommand> silenced(Installer.Kind kind) {
        return switch (kind) {
            case NSIS -> Optional.of(with("/S"));
            case INNO -> Optional.of(with("/VERYSILENT /SUPPRESSMSGBOXES /NORESTART"));
            case MSI, INSTALLSHIELD, EXE -> Optional.empty();
        };
    }

    private UninstallCommand with(String more) {
        return new UninstallCommand(program, arguments.isEmpty() ? more : arguments + " " + more);
    }

    private static Optional<UninstallCommand> read(RegistryKey key, String name, WindowsView windows) {
        Reading<String> text = windows.registry().value(key, name).map(RegistryValue::text);
        EnvironmentVariables variables = EnvironmentVariables.ofMachine(windows.registry());
        return parse(text.orElse(""))
                .flatMap(command -> variables
                        .path(command.program())
                        .map(path -> Optional.of(new UninstallCommand(path, command.arguments())))
                        .orElse(Optional.empty()))
                .filter(command -> windows.files()
                        .entry(command.program())
                        .map(entry -> !entry.isDirectory())
                        .orElse(false));
    }

    /** The program is in quotes, or reaches to the first {@code .exe} that ends a word, whatever blanks are in it. */
    static Optional<UninstallCommand> parse(String text) {
        String line = text.strip();
        if (line.startsWith("\"")) {
            int end = line.indexOf('"', 1);
            return end < 0 ? Optional.empty() : exe(line.substring(1, end), line.substring(end + 1));
        }
        String lower = line.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(EXE); at >= 0; at = lower.indexOf(EXE, at + 1)) {
            int end = at + EXE.length();
            if (end == line.length() || line.charAt(end) == ' ') {
                return exe(line.substring(0, end), line.substring(end));
            }
        }
        return Optional.empty();
    }

    private static Optional<UninstallCommand> exe(String program, String arguments) {
        boolean whole = program.toLowerCase(Locale.ROOT).endsWith(EXE)
                && (program.startsWith("%") || (WindowsPath.isAbsolute(program) && !WindowsPath.isOnServer(program)));
        return whole ? Optional.of(new UninstallCommand(program, arguments.strip())) : Optional.empty();
    }
}
