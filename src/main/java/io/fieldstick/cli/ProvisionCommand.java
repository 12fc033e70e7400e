package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Profile;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.JournalUnwritableException;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.ResumeNote;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.Severity;
import io.fieldstick.setting.Software;
import io.fieldstick.stick.Case;
import io.fieldstick.windows.MachineGuid;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code provision}: makes the workstation what the profile says, each change journalled before it is made. */
@Command(name = "provision")
final class ProvisionCommand extends FieldstickCommand {
    @Mixin
    ProfileOptions profile = new ProfileOptions();

    @Option(
            names = {"--dry-run", "--what-if", "--noop"},
            descriptionKey = "cli.option.dry-run")
    boolean dryRun;

    @Option(names = "--with", paramLabel = "PROGRAM", descriptionKey = "cli.option.with")
    List<String> with = List.of();

    @Option(names = "--consent", paramLabel = "PROGRAM", descriptionKey = "cli.option.consent")
    List<String> consent = List.of();

    @Option(names = "--resume", descriptionKey = "resume.option")
    boolean resume;

    /** Of the scheduled task only: this is a run that goes on after a restart. */
    @Option(names = "--resumed", hidden = true)
    boolean resumed;

    private Optional<ResumeNote> from = Optional.empty();

    @Override
    int run(Session session) {
        profile.with = Set.copyOf(with);
        profile.consent = Set.copyOf(consent);
        if (resumed) {
            from = Optional.of(Resumption.begin(session, profile));
        }
        Profile read = LoadedProfile.profile(session, profile);
        Windows windows = session.windows();
        if (!dryRun) {
            OptionalInt elevated = asAdministrator(session, windows);
            if (elevated.isPresent()) {
                return elevated.getAsInt();
            }
            session.takeTurn(windows, spec.name());
        }
        Naming.of(session, Optional.of(windows), read, profile).ifPresent(Naming::settle);
        LoadedProfile loaded = LoadedProfile.of(session, read, profile);
        requireAllowed(loaded);
        return dryRun ? dryRun(session, windows, loaded) : provision(session, windows, read, loaded);
    }

    /** A program that may not be installed is refused before anything else is done, with the reason. */
    private void requireAllowed(LoadedProfile loaded) {
        boolean asked = !profile.with.isEmpty() || !profile.consent.isEmpty();
        if (asked && !profile.selected().test(Software.KIND.section())) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.programs-left-out"), Message.of("cli.programs-left-out.help"));
        }
        List<Message> refusals = Software.refusals(loaded.settings(), profile.with, profile.consent);
        if (!refusals.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.REFUSED, Message.of("cli.program-refused"), refusals.toArray(Message[]::new));
        }
    }

    /** Asks the user for the programs that the profile says to ask about; with nobody there they are left out. */
    private LoadedProfile withConsent(Session session, WindowsView windows, Profile read, LoadedProfile loaded) {
        if (!session.mayAsk()) {
            return loaded;
        }
        Set<String> agreed = new HashSet<>(profile.consent);
        for (Setting<?> setting : inTurn(session, loaded, windows)) {
            setting.question(windows)
                    .filter(session::confirms)
                    .ifPresent(question -> agreed.add(Software.program(setting)));
        }
        profile.consent = agreed;
        return LoadedProfile.of(session, read, profile);
    }

    private static List<Message> obstacles(Session session, LoadedProfile loaded, WindowsView windows) {
        return inTurn(session, loaded, windows).stream()
                .filter(setting -> !loaded.isWaived(setting, session.today()))
                .flatMap(setting -> setting.obstacles(windows).stream())
                .toList();
    }

    /** The settings as the run finds each when its turn comes. */
    private static List<Setting<?>> inTurn(Session session, LoadedProfile loaded, WindowsView windows) {
        return Software.inTurn(loaded.settings(), setting -> loaded.isWaived(setting, session.today()), windows);
    }

    /** What the stick lacks is said before anything is changed. */
    private static void requireNoObstacles(Session session, LoadedProfile loaded, WindowsView windows) {
        List<Message> obstacles = new ArrayList<>(obstacles(session, loaded, windows));
        if (!obstacles.isEmpty()) {
            obstacles.add(Message.of("cli.installers-incomplete.help"));
            throw new CommandFailure(
                    ExitCode.STICK_DAMAGED, Message.of("cli.installers-incomplete"), obstacles.toArray(Message[]::new));
        }
    }

    private int dryRun(Session session, Windows windows, LoadedProfile loaded) {
        session.openCase(windows);
        WithUnloadedUsers everybody = new WithUnloadedUsers(windows);
        List<Outcome> outcomes = inTurn(session, loaded, everybody).stream()
                .map(setting -> loaded.weigh(Engine.dryRun(setting, everybody), session.today()))
                .toList();
        ResultBuilder result = session.result("provision", session.computer(windows))
                .outcomes(outcomes)
                .others(Software.others(loaded.settings()))
                .registryOf(everybody)
                .note(Message.of("cli.dry-run"));
        outcomes.forEach(outcome -> result.exit(exit(outcome)));
        obstacles(session, loaded, everybody)
                .forEach(obstacle -> result.note(obstacle).exit(ExitCode.STICK_DAMAGED));
        return session.finish(result);
    }

    private int provision(Session session, Windows windows, Profile read, LoadedProfile without) {
        WindowsView unloaded = new WithUnloadedUsers(windows);
        LoadedProfile loaded = withConsent(session, unloaded, read, without);
        requireNoObstacles(session, loaded, unloaded);
        DomainSignIn.forSettings(session, windows, loaded.settings());
        if (session.mayAsk() && !session.options().yes && !confirms(session, windows, loaded)) {
            throw new CommandFailure(ExitCode.REFUSED, Message.of("cli.not-confirmed"));
        }
        Case visit = session.openCase(windows).orElseThrow(() -> session.cases().noJournal());
        Leftovers.sweep(session, windows);
        String computer = session.computer(windows);
        List<Outcome> outcomes = new ArrayList<>();
        Optional<Outcome> goesOn = Optional.empty();
        Optional<JournalUnwritableException> full = Optional.empty();
        WithAllUsers everybody = new WithAllUsers(windows);
        try (everybody;
                Journal journal = Journal.create(visit.journal(), header(visit, windows, computer))) {
            for (Setting<?> setting : loaded.settings()) {
                session.say(Message.of("cli.working-on", setting.title()));
                outcomes.add(Engine.provision(
                        setting, loaded.weights().of(setting.name()), session.today(), everybody, journal));
            }
            if ((resume || resumed) && ResultBuilder.needRestart(outcomes)) {
                goesOn = Resumption.arrange(session, everybody, visit, profile, loaded, from, journal);
                goesOn.ifPresent(outcomes::add);
            }
        } catch (JournalUnwritableException gone) {
            if (gone.changes() == 0) {
                throw gone;
            }
            full = Optional.of(gone);
        }
        List<Outcome> told = full.isPresent() ? outcomes : new PagesOfWindows(session, windows, loaded).offer(outcomes);
        ResultBuilder result = session.result("provision", computer)
                .outcomes(told)
                .others(Software.others(loaded.settings()))
                .registryOf(everybody);
        told.forEach(outcome -> result.exit(exit(outcome)));
        full.ifPresent(gone -> result.note(Message.of("cli.journal-unwritable", gone.reason()))
                .note(Message.of("cli.journal-unwritable.help", gone.changes()))
                .exit(ExitCode.INCOMPLETE));
        if (resume && ResultBuilder.needRestart(outcomes) && goesOn.isEmpty()) {
            result.exit(ExitCode.INCOMPLETE);
        }
        return session.finish(result);
    }

    private static boolean confirms(Session session, Windows windows, LoadedProfile loaded) {
        WindowsView everybody = new WithUnloadedUsers(windows);
        for (Setting<?> setting : inTurn(session, loaded, everybody)) {
            Outcome outcome = loaded.weigh(Engine.dryRun(setting, everybody), session.today());
            if (outcome.status() == Outcome.Status.WOULD_CHANGE) {
                session.say(Message.of("cli.will-change", outcome.title(), outcome.before(), outcome.desired()));
            }
        }
        return session.confirms(Message.of("cli.confirm"));
    }

    static Journal.Header header(Case visit, Windows windows, String computer) {
        return new Journal.Header(
                visit.run(),
                MachineGuid.of(windows.registry()).orElse(""),
                computer,
                windows.machine().serialNumber().orElse(""));
    }

    private static int exit(Outcome outcome) {
        return switch (outcome.status()) {
            case FAILED, UNKNOWN -> ExitCode.INCOMPLETE;
            case BY_HAND, DIFFERS -> outcome.severity() == Severity.ERROR ? ExitCode.INCOMPLETE : refused(outcome);
            default -> refused(outcome);
        };
    }

    private static int refused(Outcome outcome) {
        return outcome.refusals().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
