package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import java.util.List;
import java.util.Optional;

/** What a person sees who double-clicked the stick: what can be done, by number, until they leave. */
final class Menu {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("backup-audit"),
            List.of("provision", "--dry-run"),
            List.of("provision"),
            List.of("verify"),
            List.of("undo"));

    private final Terminal terminal;
    private final Messages messages;

    Menu(Surroundings surroundings, Messages messages) {
        this.terminal = surroundings.terminal();
        this.messages = messages;
    }

    /** Runs what is chosen, again and again, and returns the exit code of the last one. */
    int run(FieldstickCommandLine commandLine) {
        int exit = ExitCode.DONE;
        while (true) {
            terminal.err(messages.text("cli.menu") + "\n");
            Optional<String> choice = terminal.ask(messages.text("cli.menu.choose") + " ");
            if (choice.isEmpty() || choice.get().strip().equals("0")) {
                return exit;
            }
            Optional<List<String>> command = command(choice.get().strip());
            if (command.isPresent()) {
                exit = commandLine.execute(command.get().toArray(String[]::new));
                terminal.err(messages.text(Message.of("cli.menu.ended", exit)) + "\n");
            }
        }
    }

    private static Optional<List<String>> command(String choice) {
        boolean known = choice.matches("[1-" + COMMANDS.size() + "]");
        return known ? Optional.of(COMMANDS.get(Integer.parseInt(choice) - 1)) : Optional.empty();
    }
}
