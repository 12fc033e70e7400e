package io.fieldstick.cli;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.JournalUnwritableException;
import io.fieldstick.report.Colors;
import io.fieldstick.report.Format;
import io.fieldstick.report.Rendering;
import io.fieldstick.report.Result;
import io.fieldstick.setting.ComputerName;
import io.fieldstick.stick.Case;
import io.fieldstick.stick.RunLog;
import io.fieldstick.userdata.Watch;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    /** The registry key that is there in WinPE only (MS docs: "Detect WinPE"). */
    private static final RegistryKey WINPE = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\MiniNT");

    /** How a time is told to people on this computer. */
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Below a folder that only administrators write to by default; anybody may make a folder in {@code %ProgramData%}. */
    private static final String CASES_ON_COMPUTER = "%ProgramFiles%\\Fieldstick\\cases";

    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final Messages messages;
    private final Instant started;
    private final List<ReportFile> reports;
    private final List<Message> notes = new ArrayList<>();
    private final Interruption interruption;
    private final Telling telling;
    private Optional<String> profile = Optional.empty();
    private @Nullable Case visit;
    private Turns.@Nullable Taken turn;
    private @Nullable TurnNotice notice;

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

    /** Whether the person wants the command to end with what it has. */
    boolean interrupted() {
        return interruption.requested();
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
        return surroundings.terminal().ask(messages.text(question) + " ").map(String::strip);
    }

    /** Asks for what must not be shown; it goes into no log. */
    Optional<char[]> askSecret(Message question) {
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
        Turns.Turn asked = ask(windows);
        if (asked instanceof Turns.Taken taken) {
            turn = taken;
            notice = new TurnNotice(
                    command,
                    SINCE.format(started.atZone(surroundings.clock().getZone())),
                    windows.machine().processUser().orElse("?"),
                    "");
            taken.leave(notice.text());
        }
        return asked;
    }

    private static Turns.Turn ask(Windows windows) {
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

    /** Others may change this computer again. */
    @Override
    public void close() {
        if (turn != null) {
            turn.close();
            turn = null;
        }
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
        return surroundings.workingFolder().resolve(path).normalize();
    }

    /** The name that the computer goes by now. */
    String computer(WindowsView windows) {
        return ComputerName.of(windows).active().orElse("unknown");
    }

    /**
     * Makes the case of this run and opens its log: on the stick, or, where the stick is read-only, on this computer, and
     * then says so.
     *
     * @return empty where neither can be written to
     */
    Optional<Case> openCase(Windows windows) {
        Optional<Case> opened =
                open(newCase(computer(windows)).or(() -> ownPlace() ? Optional.empty() : onThisComputer(windows)));
        opened.ifPresent(made -> windows.programRuns().keepLogsIn(made.folder().toString()));
        return opened;
    }

    /**
     * Makes the case of a run that looks at something else than this computer, called {@code subject}; it is never kept on
     * this computer.
     */
    void openCase(String subject) {
        if (open(newCase(subject)).isEmpty()) {
            note(Message.of("cli.no-case"));
        }
    }

    private Optional<Case> open(Optional<Case> made) {
        visit = made.orElse(null);
        made.ifPresent(opened -> RunLog.openIn(opened, options.verbose));
        if (turn != null && notice != null && visit != null) {
            turn.leave(new TurnNotice(notice.command(), notice.since(), notice.account(), visit.run()).text());
        }
        return made;
    }

    private boolean ownPlace() {
        return options.caseFolder != null;
    }

    private Optional<Case> newCase(String subject) {
        return Case.create(place(), subject, started);
    }

    /** Where the case of this run goes; beside the case that {@code --case} names where it names one. */
    private Path place() {
        if (options.caseFolder == null) {
            return surroundings.home().cases();
        }
        Path named = resolve(options.caseFolder);
        Path parent = named.getParent();
        return parent != null && new Case(named).isThere() ? parent : named;
    }

    private Optional<Case> onThisComputer(Windows windows) {
        if (windows.registry().exists(WINPE).orElse(false)) {
            note(Message.of("cli.no-case.winpe"));
            return Optional.empty();
        }
        Optional<Case> made = casesOnComputer(windows)
                .map(folder -> Case.create(folder, computer(windows), started))
                .orElse(Optional.empty());
        note(made.map(opened -> Message.of("cli.case-on-computer", opened.folder()))
                .orElse(Message.of("cli.no-case")));
        return made;
    }

    /** Where the cases of this computer may lie, the likeliest place first. */
    List<Path> caseFolders(Windows windows) {
        List<Path> folders = new ArrayList<>();
        if (options.caseFolder != null) {
            folders.add(resolve(options.caseFolder));
        }
        folders.add(surroundings.home().cases());
        casesOnComputer(windows).map(folders::add);
        return folders;
    }

    /** Where cases lie that cannot lie on the stick: whoever could write there could make an administrator undo anything. */
    static Reading<Path> casesOnComputer(Windows windows) {
        return EnvironmentVariables.ofMachine(windows.registry())
                .path(CASES_ON_COMPUTER)
                .map(Path::of);
    }

    /** The result of this run, to be filled by the command; {@code exit} is its exit code before a restart counts. */
    ResultBuilder result(String command, String computer) {
        String run = visit == null ? "" : visit.run();
        return new ResultBuilder(command, run, computer, surroundings.account(), profile, started);
    }

    /** Shows the result, keeps it in the case, and returns the exit code. */
    int finish(ResultBuilder builder) {
        notes.forEach(builder::note);
        if (interrupted()) {
            builder.exit(ExitCode.INTERRUPTED);
        }
        if (visit != null) {
            builder.note(Message.of("cli.case", visit.folder()));
        }
        Result result = builder.build(surroundings.clock().instant(), options.restartExit);
        boolean written = visit == null || keep(visit, result);
        String shown = rendered(options.format, result, encoding());
        surroundings.terminal().out(wantsColors() ? new Colors(messages).of(shown) : shown);
        for (ReportFile report : reports) {
            written &= write(report, result);
        }
        boolean well = result.exit() == ExitCode.DONE || result.exit() == options.restartExit;
        return well && !written ? ExitCode.INCOMPLETE : result.exit();
    }

    /** Writes what belongs into every case, and tells whether it could be; a run that changed nothing has a journal that says so by having no changes. */
    private boolean keep(Case opened, Result result) {
        try {
            write(opened.result(), rendered("json", result, StandardCharsets.UTF_8));
            if (!Files.exists(opened.journal())) {
                Journal.create(opened.journal(), new Journal.Header(opened.run(), "", result.computer()))
                        .close();
            }
            return true;
        } catch (UncheckedIOException | JournalUnwritableException e) {
            Message what = Message.of("cli.case-unwritable", opened.folder(), String.valueOf(e.getMessage()));
            surroundings.terminal().err(messages.text("cli.error", what) + "\n");
            return false;
        }
    }

    private boolean wantsColors() {
        boolean wanted = options.color == GlobalOptions.ColorWhen.ALWAYS
                || (options.color == GlobalOptions.ColorWhen.AUTO
                        && surroundings.terminal().colors());
        return wanted && options.format.equals("text");
    }

    private String rendered(String format, Result result, Charset charset) {
        Rendering rendering = new Rendering(
                messages,
                surroundings.terminal().columns(),
                options.verbose,
                charset,
                surroundings.clock().getZone());
        return Format.named(format, rendering).of(result);
    }

    /** The encoding of standard output where that is redirected. */
    private Charset encoding() {
        return options.encoding == null ? StandardCharsets.UTF_8 : Charset.forName(options.encoding);
    }

    /** Whether it was written; if not, that is told, and the other reports are written all the same. */
    private boolean write(ReportFile report, Result result) {
        try {
            write(report.path(), rendered(report.format(), result, StandardCharsets.UTF_8));
            return true;
        } catch (UncheckedIOException e) {
            Message what = Message.of("cli.report-unwritable", report.path(), String.valueOf(e.getMessage()));
            telling.error(messages.text(what), List.of());
            return false;
        }
    }

    /* Encoded here because Files.writeString gives up at the first character that the charset lacks. */
    private static void write(Path file, String text) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // A stick is pulled out as soon as the page is read.
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
