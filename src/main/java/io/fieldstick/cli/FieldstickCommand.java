package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Windows;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command: picocli fills its options, and {@link #run(Session)} does its work. */
abstract class FieldstickCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    HasSurroundings parent;

    @Mixin
    GlobalOptions global = new GlobalOptions();

    /** Does the work and returns the exit code. */
    abstract int run(Session session);

    @Override
    public final Integer call() {
        try (Interruption interruption = Interruption.watched();
                Session session = new Session(parent.surroundings(), global, interruption)) {
            return run(session);
        }
    }

    /**
     * Makes sure that nobody waits for a result that this command does not have.
     *
     * @throws CommandFailure where a format or a report was asked for
     */
    void requireNoReport() {
        if (!global.format.equals(GlobalOptions.TEXT) || !global.reports.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Message.of("cli.no-report", spec.qualifiedName()),
                    Message.of("cli.no-report.help"));
        }
    }

    /**
     * Makes sure that this process is an administrator's: offers to start again as one where a person is there.
     *
     * @return the exit code of the elevated run; empty where this process may go on itself
     */
    OptionalInt asAdministrator(Session session, Windows windows) {
        if (windows.machine().elevated()) {
            return OptionalInt.empty();
        }
        if (session.mayAsk() && session.confirms(Message.of("cli.elevate"))) {
            List<String> arguments = spec.commandLine().getParseResult().originalArgs();
            OptionalInt exit = session.surroundings().elevation().runElevated(arguments);
            if (exit.isPresent()) {
                return exit;
            }
        }
        throw new CommandFailure(
                ExitCode.NEEDS_ADMINISTRATOR,
                Message.of("cli.needs-administrator", spec.name()),
                Message.of("cli.needs-administrator.help"));
    }
}
