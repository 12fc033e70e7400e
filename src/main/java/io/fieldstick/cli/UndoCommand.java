package io.fieldstick.cli;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.JournalException;
import io.fieldstick.provision.JournalUnwritableException;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.setting.SettingCatalogue;
import io.fieldstick.stick.Case;
import io.fieldstick.windows.MachineGuid;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: takes back what the last run, or a named one, changed on this computer. */
@Command(name = "undo")
final class UndoCommand extends FieldstickCommand {
    @Parameters(arity = "0..1", paramLabel = "RUN", descriptionKey = "cli.option.run")
    @Nullable
    String run;

    @Option(names = "--only", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.only")
    List<String> only = List.of();

    @Option(
            names = {"--dry-run", "--what-if", "--noop"},
            descriptionKey = "cli.option.dry-run")
    boolean dryRun;

    @Option(names = "--force", descriptionKey = "cli.option.force")
    boolean force;

    @Override
    int run(Session session) {
        Windows windows = session.windows();
        if (!dryRun) {
            OptionalInt elevated = asAdministrator(session, windows);
            if (elevated.isPresent()) {
                return elevated.getAsInt();
            }
            session.takeTurn(windows, spec.name());
        }
        Case undoing = find(session, windows);
        Journal.Contents journal = Journal.read(undoing.journal());
        if (journal.canBeUndone(this::isWanted)) {
            requireThisMachine(windows, journal.header());
        }
        requireChanged(session, journal);
        if (!dryRun && UndoRun.needsDomainAccount(journal, this::isWanted)) {
            DomainSignIn.ask(session, windows);
        }
        session.openCase(windows);
        session.say(Message.of("cli.undoing", undoing.run()));
        ResultBuilder result = session.result("undo", session.computer(windows));
        List<UndoRun.Step> steps = steps(windows, undoing, journal, result);
        result.undone(steps);
        if (steps.isEmpty()) {
            result.note(Message.of("cli.nothing-to-undo", undoing.run()));
        }
        if (!steps.stream().allMatch(UndoRun.Step::settled)) {
            result.exit(ExitCode.UNDO_PARTIAL);
        }
        return session.finish(result);
    }

    private List<UndoRun.Step> steps(Windows windows, Case undoing, Journal.Contents journal, ResultBuilder result) {
        if (dryRun) {
            WithUnloadedUsers everybody = new WithUnloadedUsers(windows);
            List<UndoRun.Step> steps = UndoRun.dryRun(journal, this::isWanted, everybody, force);
            result.registryOf(everybody);
            return steps;
        }
        WithAllUsers everybody = new WithAllUsers(windows);
        try (everybody;
                Journal notes = resumed(undoing)) {
            List<UndoRun.Step> steps = UndoRun.run(journal, this::isWanted, everybody, force);
            note(steps, notes, result);
            return steps;
        } finally {
            result.registryOf(everybody);
        }
    }

    /** What was taken back is told though the stick was pulled: the next undo asks Windows, and finds it so. */
    private static void note(List<UndoRun.Step> steps, Journal notes, ResultBuilder result) {
        try {
            UndoRun.note(steps, notes);
        } catch (JournalUnwritableException gone) {
            result.note(Message.of("cli.undone-not-noted", gone.reason()));
        }
    }

    /** The journal, to note in it what is taken back; where that cannot be noted nothing is. */
    private static Journal resumed(Case undoing) {
        try {
            return Journal.resume(undoing.journal());
        } catch (UncheckedIOException unwritable) {
            throw new CommandFailure(
                    ExitCode.UNDO_PARTIAL,
                    Message.of("cli.journal-unwritable", FileTrouble.why(unwritable)),
                    Message.of("cli.undo-not-noted.help"));
        }
    }

    private boolean isWanted(String setting) {
        return only.isEmpty() || only.stream().anyMatch(name -> isOf(name, setting));
    }

    private static boolean isOf(String name, String setting) {
        return setting.equals(name) || setting.startsWith(name + "/");
    }

    private Case find(Session session, Windows windows) {
        return session.cases().all(windows).stream()
                .filter(visit -> run == null
                        ? canBeUndone(session, visit, windows)
                        : visit.run().equalsIgnoreCase(run))
                .findFirst()
                .orElseThrow(
                        () -> new CommandFailure(ExitCode.UNDO_PARTIAL, notFound(), Message.of("cli.no-run.help")));
    }

    private Message notFound() {
        if (run != null) {
            return Message.of("cli.no-such-run", run);
        }
        return only.isEmpty() ? Message.of("cli.no-run") : Message.of("cli.no-run.of-setting", String.join(", ", only));
    }

    /** A name that was mistyped must not look like a setting that is taken back; one that is none of this run's is told. */
    private void requireChanged(Session session, Journal.Contents journal) {
        List<String> changed = journal.entries().stream()
                .map(Journal.Entry::setting)
                .distinct()
                .toList();
        for (String name : only) {
            if (changed.stream().noneMatch(setting -> isOf(name, setting))) {
                Message unchanged =
                        Message.of("cli.not-in-run", journal.header().run(), name);
                if (!isSection(name)) {
                    throw new CommandFailure(
                            ExitCode.USAGE, unchanged, Message.of("cli.not-in-run.help", String.join(", ", changed)));
                }
                session.note(unchanged);
            }
        }
    }

    private static boolean isSection(String name) {
        return SettingCatalogue.kinds().stream().anyMatch(kind -> kind.section().equals(name));
    }

    /** A journal that cannot be read is passed over, and that is said: it may be the run that is looked for. */
    private boolean canBeUndone(Session session, Case visit, Windows windows) {
        try {
            Journal.Contents journal = Journal.read(visit.journal());
            return journal.canBeUndone(this::isWanted) && isOfThisMachine(windows, journal.header());
        } catch (JournalException damaged) {
            session.note(Message.of("cli.journal-damaged", damaged.file(), damaged.line()));
            return false;
        }
    }

    private static boolean isOfThisMachine(Windows windows, Journal.Header header) {
        return header.isOf(
                MachineGuid.of(windows.registry()).orElse(""),
                windows.machine().serialNumber().orElse(""));
    }

    private void requireThisMachine(Windows windows, Journal.Header header) {
        if (!force && !isOfThisMachine(windows, header)) {
            throw new CommandFailure(
                    ExitCode.UNDO_PARTIAL,
                    Message.of("cli.other-machine", header.run(), header.computer()),
                    Message.of("cli.other-machine.help"));
        }
    }
}
