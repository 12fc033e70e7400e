package io.fieldstick.cli;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.report.Result;
import io.fieldstick.setting.ComputerName;
import io.fieldstick.stick.Case;
import io.fieldstick.stick.RunLog;
import io.fieldstick.userdata.Watch;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One run of one command: its words, its Windows, its case, and what it shows at the end. */
final class Session implements AutoCloseable {
    /** How a time is told to people on this computer. */
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final Messages messages;
    private final Instant started;
    private final List<ReportFile> reports;
    private final List<Message> notes = new ArrayList<>();
    private final Interruption interruption;
    private volatile boolean cutShort;
    private final Telling telling;
    private final Showing showing;
    private Optional<String> profile = Optional.empty();
    private Optional<Case> visit = Optional.empty();
    private Optional<OwnTurn> turn = Optional.empty();

    /**
     * A run that has not begun.
     *
     * @throws CommandFailure where its result could not be shown or written as the options ask
     */
    Session(Surroundings surroundings, GlobalOptions options, Interruption interruption) {
        this.interruption = interruption;
        this.surroundings = surroundings;
        this.options = options;
        this.messages = Messages.in(language(options.language, surroundings));
        this.started = surroundings.clock().instant();
        this.telling =
                Telling.in(requireProgress(options.progress), surroundings.terminal(), messages, surroundings.clock());
        interruption.whenSlow(() -> say(Message.of("cli.interrupted-waits")));
        this.showing = new Showing(surroundings, options, messages, telling);
        ReportFile.requireFormat(options.format);
        this.reports = options.reports.stream()
                .map(report -> ReportFile.of(report, surroundings.workingFolder()))
                .toList();
    }

    private static String requireProgress(String name) {
        if (!name.equals(Telling.JSON) && !name.equals("text")) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.no-progress", name), Message.of("cli.no-progress.help"));
        }
        return name;
    }

    static Language language(@Nullable String option, Surroundings surroundings) {
        if (option == null) {
            return Language.of(surroundings.locale());
        }
        return option.startsWith(Language.CHINESE.code()) ? Language.CHINESE : Language.ENGLISH;
    }

    /** When this run began. */
    Instant started() {
        return started;
    }

    /** The day on which this run began, where the clock stands. */
    LocalDate today() {
        return LocalDate.ofInstant(started, surroundings.clock().getZone());
    }

    /** Whether the person wants the command to end with what it has: whoever is told so leaves out what is left. */
    boolean interrupted() {
        boolean pressed = interruption.requested();
        if (pressed) {
            cutShort = true;
        }
        return pressed;
    }

    Messages messages() {
        return messages;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    GlobalOptions options() {
        return options;
    }

    /** Whether a question may be asked: not where a program reads what would be asked. */
    boolean mayAsk() {
        return !options.noInput
                && !options.progress.equals(Telling.JSON)
                && surroundings.terminal().interactive();
    }

    /** Asks {@code question}; empty at the end of input. */
    Optional<String> ask(Message question) {
        interruption.personIsAsked();
        return surroundings.terminal().ask(messages.text(question) + " ").map(String::strip);
    }

    /** Asks for what must not be shown; it goes into no log. */
    Optional<char[]> askSecret(Message question) {
        interruption.personIsAsked();
        return surroundings.terminal().askSecret(messages.text(question) + " ");
    }

    /** Asks a question of yes or no; anything but yes is no. */
    boolean confirms(Message question) {
        String answer = ask(question).orElse("").toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes") || answer.equals("是");
    }

    /** Says on standard error what is going on; nothing with {@code --quiet}. */
    void say(Message what) {
        LoggerFactory.getLogger(Session.class).info("{}", messages.text(what));
        if (!options.quiet) {
            telling.step(messages.text(what));
        }
    }

    /** Tells how far the walk of the disk is; nothing with {@code --quiet}. */
    void walk(Watch.Progress progress) {
        if (!options.quiet) {
            telling.walk(progress);
        }
    }

    /** The walk of the disk is over. */
    void walked() {
        if (!options.quiet) {
            telling.walked();
        }
    }

    /** Adds a note to the result. */
    void note(Message note) {
        notes.add(note);
    }

    /** Names the profile that this run goes by. */
    void goesBy(String name) {
        profile = Optional.of(name);
    }

    /**
     * Takes the turn to change this computer for this run.
     *
     * @throws CommandFailure where another run has it
     */
    void takeTurn(Windows windows, String command) {
        if (turnOf(windows, command) instanceof Turns.Busy busy) {
            throw TurnNotice.failure(busy);
        }
    }

    /** Takes the turn to change this computer for this run, where no other has it, and says who has it now. */
    Turns.Turn turnOf(Windows windows, String command) {
        String since = SINCE.format(started.atZone(surroundings.clock().getZone()));
        TurnNotice notice =
                new TurnNotice(command, since, windows.machine().processUser().orElse("?"), "");
        Turns.Turn asked = OwnTurn.ask(windows);
        if (asked instanceof Turns.Taken taken) {
            turn = Optional.of(new OwnTurn(taken, notice));
        }
        return asked;
    }

    /** Others may change this computer again. */
    @Override
    public void close() {
        turn.ifPresent(OwnTurn::close);
        turn = Optional.empty();
    }

    /** The running Windows. */
    Windows windows() {
        return surroundings
                .windows()
                .get()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, Message.of("cli.no-windows"), Message.of("cli.no-windows.help")));
    }

    /** {@code path} of the command line as an absolute path. */
    Path resolve(Path path) {
        return surroundings.resolve(path);
    }

    /** The name that the computer goes by now. */
    String computer(WindowsView windows) {
        return ComputerName.of(windows).active().orElse("unknown");
    }

    /** Where cases are made and looked for. */
    CasePlaces cases() {
        return new CasePlaces(surroundings, options, started);
    }

    /**
     * Makes the case of this run and opens its log: on the stick, or, where the stick is read-only, on this computer, and
     * then says so.
     *
     * @return empty where neither can be written to
     */
    Optional<Case> openCase(Windows windows) {
        Optional<Case> opened = open(cases().create(computer(windows), windows, this::note));
        opened.ifPresent(made -> windows.programRuns().keepLogsIn(made.folder().toString()));
        return opened;
    }

    /**
     * Makes the case of a run that looks at something else than this computer, called {@code subject}; it is never kept on
     * this computer.
     */
    void openCase(String subject) {
        if (open(cases().create(subject)).isEmpty()) {
            note(cases().unwritable());
        }
    }

    private Optional<Case> open(Optional<Case> made) {
        visit = made;
        made.ifPresent(opened -> RunLog.openIn(opened, options.verbose));
        made.ifPresent(opened -> turn.ifPresent(own -> own.hasRun(opened.run())));
        return made;
    }

    /** The result of this run, to be filled by the command; {@code exit} is its exit code before a restart counts. */
    ResultBuilder result(String command, String computer) {
        String run = visit.map(Case::run).orElse("");
        return new ResultBuilder(command, run, computer, surroundings.account(), profile, started);
    }

    /** Shows the result, keeps it in the case, and returns the exit code. */
    int finish(ResultBuilder builder) {
        notes.forEach(builder::note);
        if (interruption.requested()) {
            builder.exit(ExitCode.INTERRUPTED);
            builder.note(Message.of(cutShort ? "cli.interrupted" : "cli.interrupted-late"));
        }
        visit.ifPresent(opened -> builder.note(Message.of("cli.case", opened.folder())));
        Result result = builder.build(surroundings.clock().instant(), options.restartExit);
        boolean written = visit.map(opened -> showing.keep(opened, result)).orElse(true);
        showing.show(result);
        for (ReportFile report : reports) {
            written &= showing.write(report, result);
        }
        boolean well = result.exit() == ExitCode.DONE || result.exit() == options.restartExit;
        return well && !written ? ExitCode.INCOMPLETE : result.exit();
    }
}
