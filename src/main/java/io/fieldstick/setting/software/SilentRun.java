package io.fieldstick.setting.software;

import io.fieldstick.message.Message;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * One run of an installer or uninstaller that nobody watches.
 *
 * @param tried what it is for
 * @param kind what its exit codes mean
 */
public record SilentRun(Message tried, Installer.Kind kind) {
    /** Windows Installer does one thing at a time; Windows Update may be at it for some minutes. */
    private static final int MOST_TRIES = 20;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(15);

    /**
     * Runs it, again where another installation was in the way, and returns what its exit code says.
     *
     * @throws WindowsException where it could not be started, or was ended because the time was up
     */
    public InstallerExit of(ProgramRuns runs, ProgramRuns.Start start, BooleanSupplier enough) {
        InstallerExit exit = once(runs, start, enough);
        for (int tries = 1; exit.isBusy() && tries < MOST_TRIES; tries++) {
            runs.pause(BETWEEN_TRIES);
            exit = once(runs, start, enough);
        }
        return exit;
    }

    private InstallerExit once(ProgramRuns runs, ProgramRuns.Start start, BooleanSupplier enough) {
        OptionalInt code = runs.run(start, enough);
        if (code.isEmpty()) {
            throw new WindowsException(
                    new WindowsError(tried, WindowsError.TIMEOUT, ""),
                    Message.of("software.late", start.limit().toMinutes()),
                    Message.of("software.may-be-left"));
        }
        return new InstallerExit(kind, code.getAsInt());
    }

    /** The refusal that {@code exit} is, which ends the change. */
    public WindowsException refusal(InstallerExit exit) {
        return refused(exit, exit.words(), Message.of("software.may-be-left"));
    }

    /** The refusal where the exit code is good and Windows shows that it is not, or not before a restart. */
    public WindowsException refusal(InstallerExit exit, Message butWindowsShows) {
        return exit.needsRestart()
                ? refused(exit, butWindowsShows, Message.of("software.perhaps-after-restart"))
                : refused(exit, butWindowsShows);
    }

    private WindowsException refused(InstallerExit exit, Message... help) {
        WindowsError error = WindowsError.exit(tried, exit.code());
        return exit.waitsForRestart() ? WindowsException.untilRestart(error, help) : new WindowsException(error, help);
    }
}
