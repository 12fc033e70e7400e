package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.InstallerExit;
import io.fieldstick.setting.software.Msi;
import io.fieldstick.setting.software.ProgramWays;
import io.fieldstick.setting.software.SilentRun;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;

/**
 * A program is installed by its installer; only where Windows shows it afterwards has that been done.
 *
 * @param name what people call the program
 * @param folder where the installers lie: on a stick that anybody may have written to
 * @param ways how Windows shows that it is there
 * @param uninstall the arguments that make its uninstaller silent, where it has no other way
 */
public record InstallProgram(
        String name, String folder, Installer installer, ProgramWays ways, Optional<String> uninstall)
        implements Change {

    @Override
    public Message title() {
        return Message.of("software.change.install", name, installer.file());
    }

    @Override
    public void makeOn(Windows windows) {
        make(windows);
    }

    /** Copies the installer to where only administrators write, looks at the copies, and runs them from there. */
    @Override
    public InForce make(Windows windows) {
        ProgramRuns runs = windows.programRuns();
        try (ProgramRuns.SafeFolder safe = runs.safeFolder()) {
            String setup = copied(safe);
            List<Message> faults = installer.faultsIn(safe.path(), windows);
            if (!faults.isEmpty()) {
                throw new WindowsException(
                        new WindowsError(title(), WindowsError.INVALID_DATA, ""), faults.toArray(Message[]::new));
            }
            return done(windows, start(runs, safe, setup));
        }
    }

    private String copied(ProgramRuns.SafeFolder safe) {
        installer.parts().forEach(part -> safe.copyIn(WindowsPath.child(folder, part.file()), part.file()));
        return WindowsPath.child(safe.path(), installer.file());
    }

    private ProgramRuns.Start start(ProgramRuns runs, ProgramRuns.SafeFolder safe, String setup) {
        boolean msi = installer.kind() == Installer.Kind.MSI;
        Optional<String> log = runs.log(name);
        return new ProgramRuns.Start(
                msi ? UninstallProgram.msiexec(runs) : setup,
                msi ? Msi.install(setup, installer.arguments(), log) : installer.commandLine(log),
                safe.path(),
                installer.limit(),
                Optional.of(name + " output"));
    }

    private InForce done(Windows windows, ProgramRuns.Start start) {
        SilentRun run = new SilentRun(title(), installer.kind());
        InstallerExit exit =
                run.of(windows.programRuns(), start, () -> ways.isIn(windows).orElse(false));
        if (!exit.isDone()) {
            throw run.refusal(exit);
        }
        Reading<Boolean> there = ways.isIn(windows);
        if (there instanceof Reading.Unreadable<Boolean> unreadable) {
            throw new WindowsException(unreadable.why(), Message.of("software.not-known-after", name, exit.code()));
        }
        if (!there.orElse(false)) {
            throw run.refusal(exit, Message.of("software.not-there-after", name, exit.code()));
        }
        return exit.needsRestart() ? InForce.AFTER_RESTART : InForce.NOW;
    }

    /** Whatever entry of it is there later has come since, for there is none now. */
    @Override
    public Undo undoFrom(WindowsView before) {
        boolean clear = ways.areInList()
                && ways.entriesIn(before.registry()).map(List::isEmpty).orElse(false);
        return clear
                ? new Undo.By(List.of(new UninstallProgram(name, installer.kind(), ways, uninstall)))
                : new Undo.ByHand(Message.of("software.undo.by-hand", name));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return ways.isIn(windows);
    }
}
