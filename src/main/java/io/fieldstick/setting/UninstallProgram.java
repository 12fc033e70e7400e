package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.InstallerExit;
import io.fieldstick.setting.software.ProgramWays;
import io.fieldstick.setting.software.SilentRun;
import io.fieldstick.setting.software.UninstallCommand;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A program is uninstalled, by what its entries in the list of programs say when it comes to that.
 *
 * @param name what people call the program
 * @param kind what its installer was made with, where that is known: then its uninstaller is silent too
 * @param ways its entries in the list of programs
 * @param silent the arguments that make its UninstallString silent, where it has no other way
 */
public record UninstallProgram(String name, Installer.Kind kind, ProgramWays ways, Optional<String> silent)
        implements Change {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** ERROR_NOT_SUPPORTED: there is no silent way. */
    private static final int NO_WAY = WindowsError.NOT_SUPPORTED;

    @Override
    public Message title() {
        return Message.of("software.change.uninstall", name);
    }

    @Override
    public void makeOn(Windows windows) {
        make(windows);
    }

    @Override
    public InForce make(Windows windows) {
        Reading<List<InstalledProgram>> entries =
                ways.entriesIn(windows.registry()).orThrow();
        InForce when = InForce.NOW;
        for (InstalledProgram entry : entries.orElse(List.of())) {
            when = when.and(uninstall(entry, windows));
        }
        return when;
    }

    private InForce uninstall(InstalledProgram entry, Windows windows) {
        ProgramRuns runs = windows.programRuns();
        Optional<String> log = runs.log(name + " uninstall");
        UninstallCommand command = UninstallCommand.of(entry, kind, silent, windows, msiexec(runs), log)
                .orElseThrow(() -> new WindowsException(
                        new WindowsError(title(), NO_WAY, ""), Message.of("software.remove", entry.name())));
        ProgramRuns.Start start = new ProgramRuns.Start(
                command.program(),
                command.arguments(),
                runs.systemFolder(),
                LIMIT,
                Optional.of(name + " uninstall output"));
        SilentRun run = new SilentRun(title(), kind);
        InstallerExit exit = run.of(runs, start, () -> !isThere(entry, windows).orElse(true));
        if (!exit.isDone() && !exit.isNotInstalled()) {
            throw run.refusal(exit);
        }
        Reading<Boolean> there = isThere(entry, windows).orThrow();
        if (there.orElse(false)) {
            throw run.refusal(exit, Message.of("software.still-there", entry.name(), exit.code()));
        }
        return exit.needsRestart() ? InForce.AFTER_RESTART : InForce.NOW;
    }

    private Reading<Boolean> isThere(InstalledProgram entry, WindowsView windows) {
        return ways.entriesIn(windows.registry())
                .map(entries -> entries.stream().anyMatch(other -> other.keys().equals(entry.keys())));
    }

    /** Windows Installer's own program. */
    static String msiexec(ProgramRuns runs) {
        return WindowsPath.child(runs.systemFolder(), "msiexec.exe");
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return new Undo.ByHand(Message.of("software.undo.install-again", name));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return ways.entriesIn(windows.registry()).map(List::isEmpty);
    }
}
