package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Turns;
import java.util.List;
import java.util.Optional;

/**
 * What a run that changes this computer leaves for others that want to do so meanwhile: a line each.
 *
 * @param since when it began, by this computer's own clock
 * @param account who it runs as
 * @param run the name of its case; empty until it has one
 */
record TurnNotice(String command, String since, String account, String run) {

    String text() {
        return String.join("\n", command, since, account, run);
    }

    /** The end of a run that has found {@code busy}; it has changed nothing yet. */
    static CommandFailure failure(Turns.Busy busy) {
        return new CommandFailure(
                ExitCode.REFUSED,
                what(busy),
                Message.of(read(busy).isPresent() ? "cli.turn.help" : "cli.turn.unnamed.help"));
    }

    /** The sentence that says who has the turn. */
    static Message what(Turns.Busy busy) {
        Optional<TurnNotice> notice = read(busy);
        if (notice.isEmpty()) {
            return Message.of("cli.turn.unnamed");
        }
        TurnNotice left = notice.get();
        return left.run().isEmpty()
                ? Message.of("cli.turn", left.command(), left.since(), left.account())
                : Message.of("cli.turn.run", left.command(), left.since(), left.account(), left.run());
    }

    private static Optional<TurnNotice> read(Turns.Busy busy) {
        List<String> lines = List.of(busy.notice().orElse("").split("\n", -1));
        return lines.size() == 4
                ? Optional.of(new TurnNotice(lines.get(0), lines.get(1), lines.get(2), lines.get(3)))
                : Optional.empty();
    }
}
