package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;

/** The turn to change this computer while this run has it, with the notice that others read meanwhile. */
final class OwnTurn implements AutoCloseable {
    private final Turns.Taken taken;
    private final TurnNotice notice;

    OwnTurn(Turns.Taken taken, TurnNotice notice) {
        this.taken = taken;
        this.notice = notice;
        taken.leave(notice.text());
    }

    /**
     * Asks for the turn.
     *
     * @throws CommandFailure where Windows refuses to say who has it
     */
    static Turns.Turn ask(Windows windows) {
        try {
            return windows.turns().take();
        } catch (WindowsException refused) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    Message.of(
                            "cli.refused",
                            refused.error().tried(),
                            refused.error().said()),
                    Message.of("cli.turn.unnamed.help"));
        }
    }

    /** The notice names {@code run} from now on. */
    void hasRun(String run) {
        taken.leave(new TurnNotice(notice.command(), notice.since(), notice.account(), run).text());
    }

    /** Others may change this computer again. */
    @Override
    public void close() {
        taken.close();
    }
}
