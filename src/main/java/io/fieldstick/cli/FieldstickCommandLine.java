package io.fieldstick.cli;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.ProblemRenderer;
import io.fieldstick.provision.JournalException;
import io.fieldstick.provision.JournalUnwritableException;
import io.fieldstick.windows.WindowsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: parses the arguments, runs the command, and tells every trouble in the same form. */
public final class FieldstickCommandLine {
    /** In the order in which the usage page lists them. */
    private static final List<String> COMMANDS =
            List.of("backup-audit", "provision", "verify", "undo", "host-name", "profile");

    private final Surroundings surroundings;

    public FieldstickCommandLine(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(name = "fieldstick", versionProvider = ProgramVersion.class)
    private static final class Root implements HasSurroundings, Runnable {
        private final Surroundings surroundings;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before run()
        CommandSpec spec;

        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private RootOptions options = new RootOptions();

        Root(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Surroundings surroundings() {
            return surroundings;
        }

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "no command");
        }
    }

    /** Runs the command that {@code arguments} name, or the menu where there are none and a person is there. */
    public int run(String... arguments) {
        if (arguments.length == 0 && surroundings.terminal().interactive()) {
            return new Menu(surroundings, messages(arguments)).run(this);
        }
        return execute(arguments);
    }

    /** Runs the command that {@code arguments} name and returns its exit code. */
    int execute(String... arguments) {
        Messages messages = messages(arguments);
        try {
            encoding(arguments);
            int exit = parser(telling(messages, arguments), messages, commands(arguments))
                    .execute(arguments);
            hold(messages, arguments);
            return exit;
        } catch (CommandFailure failure) {
            return fail(telling(messages, arguments), messages, failure);
        }
    }

    /* As for the language, what is wrong with the options must be told as they ask for it. */
    private Telling telling(Messages messages, String... arguments) {
        String progress = option("--progress", arguments);
        return Telling.in(progress == null ? "" : progress, surroundings.terminal(), messages, surroundings.clock());
    }

    /** Waits until the person has read the window of an elevated start, which closes with the program. */
    private void hold(Messages messages, String... arguments) {
        List<String> given = List.of(arguments);
        if (given.contains(GlobalOptions.HOLD)
                && !given.contains(GlobalOptions.NO_INPUT)
                && surroundings.terminal().interactive()) {
            surroundings.terminal().ask(messages.text("cli.hold"));
        }
    }

    /** What reads the command line, with all commands and their options. */
    CommandLine parser(Messages messages) {
        return parser(telling(messages), messages, COMMANDS);
    }

    private CommandLine parser(Telling telling, Messages messages, List<String> commands) {
        CommandLine parser = new CommandLine(new Root(surroundings));
        commands.forEach(name -> parser.addSubcommand(name, command(name)));
        describe(parser, messages);
        parser.setUsageHelpAutoWidth(false);
        parser.setUsageHelpWidth(
                Math.max(60, Math.min(100, surroundings.terminal().columns())));
        parser.setOut(new PrintWriter(new TerminalWriter(surroundings.terminal()::out), true));
        parser.setErr(new PrintWriter(new TerminalWriter(surroundings.terminal()::err), true));
        parser.setCaseInsensitiveEnumValuesAllowed(true);
        parser.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        parser.setParameterExceptionHandler((exception, args) -> misused(telling, messages, exception));
        parser.setExecutionExceptionHandler((exception, command, parsed) -> failed(telling, messages, exception));
        return parser;
    }

    /**
     * Those that {@code arguments} name; all where they name none, for the usage page and for suggestions. To describe a
     * command to picocli takes longer than to run it, so the others are left alone.
     */
    private static List<String> commands(String... arguments) {
        List<String> named =
                COMMANDS.stream().filter(List.of(arguments)::contains).toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static Object command(String name) {
        return switch (name) {
            case "backup-audit" -> new BackupAuditCommand();
            case "provision" -> new ProvisionCommand();
            case "verify" -> new VerifyCommand();
            case "undo" -> new UndoCommand();
            case "host-name" -> new HostNameCommand();
            case "profile" -> new ProfileCommand();
            default -> throw new IllegalArgumentException("no command: " + name);
        };
    }

    private static void describe(CommandLine command, Messages messages) {
        command.setResourceBundle(UsageWords.in(messages.language()));
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage()
                .description(messages.text("cli.usage." + spec.name()))
                .synopsisHeading(messages.text("cli.usage-heading"))
                .synopsisSubcommandLabel(messages.text("cli.usage-command"))
                .commandListHeading(messages.text("cli.usage-commands") + "%n");
        command.getSubcommands().values().forEach(below -> describe(below, messages));
    }

    private Messages messages(String... arguments) {
        return Messages.in(Session.language(option("--lang", arguments), surroundings));
    }

    private void encoding(String... arguments) {
        String name = option("--encoding", arguments);
        if (name == null) {
            return;
        }
        surroundings
                .terminal()
                .encoding(charset(name)
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.USAGE,
                                Message.of("cli.no-charset", name),
                                Message.of("cli.no-charset.help"))));
    }

    /** The encoding of that name; empty where Java knows none, or can only read it. */
    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name)).filter(Charset::canEncode);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /* Needed before picocli parses, since even its complaints must be in the right language and encoding. */
    private static @Nullable String option(String name, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(name + "=")) {
                return arguments[i].substring(name.length() + 1);
            }
            if (arguments[i].equals(name) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }

    private int misused(Telling telling, Messages messages, ParameterException exception) {
        List<Message> help = new ArrayList<>();
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                help.add(Message.of("cli.did-you-mean", String.join(", ", suggestions)));
            }
        }
        String command = exception.getCommandLine().getCommandSpec().qualifiedName();
        help.add(Message.of("cli.see-help", command));
        Message what = exception instanceof UnmatchedArgumentException unmatched
                ? Message.of("cli.unknown-argument", String.join(" ", unmatched.getUnmatched()))
                : Message.of("cli.misused", String.valueOf(exception.getMessage()));
        return fail(telling, messages, new CommandFailure(ExitCode.USAGE, what, help.toArray(Message[]::new)));
    }

    private int failed(Telling telling, Messages messages, Exception exception) {
        if (exception instanceof CommandFailure failure) {
            return fail(telling, messages, failure);
        }
        if (exception instanceof ProfileProblems problems) {
            telling.trouble(new ProblemRenderer(messages).errors(problems.problems())
                    + messages.text("cli.nothing-changed") + "\n");
            return ExitCode.USAGE;
        }
        if (exception instanceof WindowsException refused) {
            return fail(
                    telling,
                    messages,
                    new CommandFailure(
                            ExitCode.INCOMPLETE,
                            Message.of(
                                    "cli.refused",
                                    refused.error().tried(),
                                    refused.error().said())));
        }
        if (exception instanceof JournalException damaged) {
            return fail(
                    telling,
                    messages,
                    new CommandFailure(
                            ExitCode.UNDO_PARTIAL,
                            Message.of("cli.journal-damaged", damaged.file(), damaged.line()),
                            Message.of("cli.journal-damaged.help")));
        }
        if (exception instanceof JournalUnwritableException full) {
            boolean untouched = full.changes() == 0;
            return fail(
                    telling,
                    messages,
                    new CommandFailure(
                            untouched ? ExitCode.REFUSED : ExitCode.INCOMPLETE,
                            Message.of("cli.journal-unwritable", full.reason()),
                            untouched
                                    ? Message.of("cli.no-journal.help")
                                    : Message.of("cli.journal-unwritable.help", full.changes())));
        }
        if (exception instanceof UncheckedIOException io) {
            return fail(
                    telling,
                    messages,
                    new CommandFailure(ExitCode.INCOMPLETE, Message.of("cli.io", FileTrouble.of(io))));
        }
        return bug(telling, messages, exception);
    }

    private static int fail(Telling telling, Messages messages, CommandFailure failure) {
        LoggerFactory.getLogger(FieldstickCommandLine.class).error("{}", messages.text(failure.what()));
        telling.error(
                messages.text(failure.what()),
                failure.help().stream().map(messages::text).toList());
        return failure.exit();
    }

    private static int bug(Telling telling, Messages messages, Exception exception) {
        LoggerFactory.getLogger(FieldstickCommandLine.class).error("bug", exception);
        StringWriter stack = new StringWriter();
        exception.printStackTrace(new PrintWriter(stack));
        String first = stack.toString()
                .lines()
                .limit(2)
                .map(String::strip)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        telling.trouble(messages.text("cli.bug", first) + "\n");
        return ExitCode.BUG;
    }
}
