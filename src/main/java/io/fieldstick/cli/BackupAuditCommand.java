package io.fieldstick.cli;

import io.fieldstick.audit.Confirmation;
import io.fieldstick.audit.Finding;
import io.fieldstick.audit.MachineCertificates;
import io.fieldstick.audit.UnreadServices;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.audit.backup.BackupTarget;
import io.fieldstick.audit.disk.DiskAudit;
import io.fieldstick.audit.disk.DiskTarget;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.AutoPlay;
import io.fieldstick.stick.Case;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegisteredServices;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import io.fieldstick.windows.offline.ImageSectors;
import io.fieldstick.windows.offline.OfflineWindows;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup-audit}: AutoPlay off, whether the disk can be trusted, and what must be saved. */
@Command(name = "backup-audit")
final class BackupAuditCommand extends FieldstickCommand {
    /** More only wait for the disk. */
    private static final int MOST_THREADS = 64;

    @Option(names = "--read-only", descriptionKey = "cli.option.read-only")
    boolean readOnly;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "cli.option.threads", defaultValue = "2")
    int threads = 2;

    @Option(names = "--backup-to", paramLabel = "PLACE", descriptionKey = "cli.option.backup-to")
    @Nullable
    String backupTo;

    @Option(names = "--confirmed-by", paramLabel = "NAME", descriptionKey = "cli.option.confirmed-by")
    @Nullable
    String confirmedBy;

    @Option(names = "--left", paramLabel = "WHAT", descriptionKey = "cli.option.left")
    List<String> left = List.of();

    @ArgGroup
    @Nullable
    Target target;

    /** What to look at instead of the whole computer; one of them at most. */
    static final class Target {
        @Option(names = "--disk", paramLabel = "DEVICE", descriptionKey = "cli.option.disk", required = true)
        @Nullable
        String disk;

        @Option(names = "--volume", paramLabel = "X:", descriptionKey = "cli.option.volume", required = true)
        @Nullable
        String volume;

        @Option(names = "--image", paramLabel = "FILE", descriptionKey = "cli.option.image", required = true)
        @Nullable
        Path image;

        @Option(names = "--windows", paramLabel = "PLACE", descriptionKey = "cli.option.windows", required = true)
        @Nullable
        String windows;
    }

    @Override
    int run(Session session) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Message.of("cli.no-threads", threads),
                    Message.of("cli.no-threads.help", MOST_THREADS));
        }
        if (confirmedBy == null && !left.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, Message.of("cli.left-alone"), Message.of("cli.left-alone.help"));
        }
        if (target == null) {
            return computer(session);
        }
        if (target.windows == null && (backupTo != null || confirmedBy != null)) {
            throw new CommandFailure(ExitCode.USAGE, Message.of("cli.no-list"), Message.of("cli.no-list.help"));
        }
        if (target.image != null) {
            return image(session, target.image);
        }
        if (target.windows != null) {
            return offline(session, target.windows);
        }
        return disks(session, target.disk == null ? volume(String.valueOf(target.volume)) : disk(target.disk));
    }

    /** The computer that this runs on, whole. */
    private int computer(Session session) {
        Windows windows = session.windows();
        if (!readOnly) {
            OptionalInt elevated = asAdministrator(session, windows);
            if (elevated.isPresent()) {
                return elevated.getAsInt();
            }
        }
        Optional<BackupTarget> wanted = Optional.ofNullable(backupTo)
                .map(to -> BackupTo.onDrive(session, windows, to, BackupTo.systemLetter(windows)));
        Optional<Case> visit = session.openCase(windows);
        List<OpenWork> open = OpenWorkNotice.told(session, windows);
        List<Outcome> autoPlay = autoPlay(session, windows, visit);
        session.say(Message.of("cli.looking-at-disks"));
        List<Finding> findings =
                new ArrayList<>(DiskAudit.judge(windows, new DiskTarget.Everything(), () -> !session.interrupted()));
        WithUnloadedUsers everybody = new WithUnloadedUsers(windows);
        UserDataReport userData = DataSearch.of(session, everybody, BackupTo.drive(windows, wanted), threads);
        RegisteredServices services = RegisteredServices.in(windows.registry());
        findings.addAll(ofMachine(windows, services));
        findings.addAll(HiveFindings.of(everybody.reports()));
        open.addAll(userData.openDocuments());
        ResultBuilder result = session.result("backup-audit", session.computer(windows))
                .outcomes(autoPlay)
                .openWork(open)
                .programs(InstalledPrograms.in(everybody.registry()).programs())
                .services(services.programs());
        autoPlay.forEach(outcome -> result.exit(exit(outcome)));
        return finish(session, result, findings, userData, wanted);
    }

    private int image(Session session, Path file) {
        Reading<Sectors> opened = ImageSectors.open(session.resolve(file));
        if (!(opened instanceof Reading.Present<Sectors> present)) {
            throw cannotOpen(file.toString(), opened);
        }
        try (Sectors image = present.value()) {
            String name = String.valueOf(file.getFileName());
            session.openCase(name);
            List<Finding> findings = DiskAudit.judgeImage(image);
            return finish(session, session.result("backup-audit", name), findings);
        }
    }

    private int disks(Session session, DiskTarget wanted) {
        Windows windows = session.windows();
        session.openCase(windows);
        List<Finding> findings = DiskAudit.judge(windows, wanted, () -> !session.interrupted());
        return finish(session, session.result("backup-audit", session.computer(windows)), findings);
    }

    private static DiskTarget disk(String device) {
        String name = device.matches("\\d{1,3}") ? "PhysicalDrive" + device : device;
        return new DiskTarget.Disk(name.startsWith("\\\\.\\") ? name : "\\\\.\\" + name);
    }

    private static DiskTarget volume(String written) {
        if (!written.matches("[A-Za-z]:?\\\\?")) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.no-volume", written), Message.of("cli.no-volume.help"));
        }
        return new DiskTarget.Volume(written.charAt(0));
    }

    /** A Windows that is not running: on another drive of this Windows, or in a folder of another system. */
    private int offline(Session session, String place) {
        Optional<Windows> host = session.surroundings().windows().get();
        Reading<OfflineWindows> opened = host.isPresent()
                ? OfflineWindows.at(place.endsWith("\\") ? place : place + "\\", host.get())
                : OfflineWindows.at(folder(session, place));
        if (!(opened instanceof Reading.Present<OfflineWindows> present)) {
            throw cannotOpen(place, opened);
        }
        OfflineWindows windows = present.value();
        Optional<BackupTarget> wanted = Optional.ofNullable(backupTo)
                .map(to -> host.isPresent()
                        ? BackupTo.onDrive(session, host.get(), to, place.charAt(0))
                        : BackupTo.inFolder(session, to, folder(session, place)));
        session.openCase(session.computer(windows));
        session.note(Message.of("cli.offline"));
        List<Finding> findings = new ArrayList<>();
        if (host.isPresent() && place.matches("[A-Za-z]:.*")) {
            findings.addAll(
                    DiskAudit.judge(host.get(), new DiskTarget.Volume(place.charAt(0)), () -> !session.interrupted()));
        }
        List<String> backupDrive = host.isPresent() ? BackupTo.drive(windows.letters(), wanted) : List.of();
        UserDataReport userData = DataSearch.of(session, windows, backupDrive, threads);
        RegisteredServices services = RegisteredServices.in(windows.registry());
        findings.addAll(ofMachine(windows, services));
        findings.addAll(HiveFindings.of(windows.reports()));
        ResultBuilder result = session.result("backup-audit", session.computer(windows))
                .openWork(userData.openDocuments())
                .programs(InstalledPrograms.in(windows.registry()).programs())
                .services(services.programs());
        return finish(session, result, findings, userData, wanted);
    }

    /** What is found beside files: in the registry of the computer itself. */
    private static List<Finding> ofMachine(WindowsView windows, RegisteredServices services) {
        List<Finding> findings = new ArrayList<>(MachineCertificates.in(windows.registry()));
        findings.addAll(UnreadServices.of(services));
        return findings;
    }

    /** The folder that was named on a computer without Windows. */
    static Path folder(Session session, String named) {
        try {
            return session.resolve(Path.of(named));
        } catch (InvalidPathException noPath) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.nothing-there", named), Message.of("cli.nothing-there.help"));
        }
    }

    private static CommandFailure cannotOpen(String what, Reading<?> reading) {
        return reading instanceof Reading.Unreadable<?> refused
                ? new CommandFailure(
                        ExitCode.INCOMPLETE,
                        Message.of(
                                "cli.refused",
                                refused.why().tried(),
                                refused.why().said()))
                : new CommandFailure(
                        ExitCode.USAGE, Message.of("cli.nothing-there", what), Message.of("cli.nothing-there.help"));
    }

    private static int finish(Session session, ResultBuilder result, List<Finding> findings) {
        findings.forEach(finding -> result.exit(exit(finding)));
        return session.finish(result.findings(findings));
    }

    private int finish(
            Session session,
            ResultBuilder result,
            List<Finding> findings,
            UserDataReport userData,
            Optional<BackupTarget> wanted) {
        Optional<BackupFit> fit = wanted.map(target -> BackupFit.of(target, userData));
        fit.ifPresent(answer -> {
            result.backupTo(answer);
            answer.findings().forEach(finding -> result.exit(exit(finding)));
        });
        result.userData(userData).confirmation(confirmation(session, userData));
        return finish(session, userData.isComplete() ? result : result.exit(ExitCode.INCOMPLETE), findings);
    }

    /** By the options, or by the user at the console; of a list that is not whole nobody is asked. */
    private Confirmation confirmation(Session session, UserDataReport userData) {
        Instant now = session.surroundings().clock().instant();
        if (confirmedBy != null) {
            return new Confirmation(Optional.of(confirmedBy), now, left, List.of());
        }
        boolean asked = session.mayAsk() && !session.interrupted() && session.confirms(Message.of("cli.walk"));
        return asked ? WalkThrough.of(session, userData) : Confirmation.none(now);
    }

    private List<Outcome> autoPlay(Session session, Windows windows, Optional<Case> visit) {
        if (readOnly || visit.isEmpty()) {
            return List.of(Engine.verify(new AutoPlay(), windows));
        }
        if (session.turnOf(windows, spec.name()) instanceof Turns.Busy busy) {
            session.note(TurnNotice.what(busy));
            session.note(Message.of("cli.turn.auto-play"));
            return List.of(Engine.verify(new AutoPlay(), windows));
        }
        session.say(Message.of("cli.working-on", new AutoPlay().title()));
        Journal.Header header = ProvisionCommand.header(visit.get(), windows, session.computer(windows));
        try (Journal journal = Journal.create(visit.get().journal(), header)) {
            return List.of(Engine.provision(new AutoPlay(), windows, journal));
        } finally {
            session.close();
        }
    }

    private int exit(Outcome outcome) {
        boolean asWanted = outcome.status() == Outcome.Status.AS_DESIRED
                || outcome.status() == Outcome.Status.CHANGED
                || (readOnly && outcome.status() == Outcome.Status.DIFFERS);
        return asWanted && outcome.refusals().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private static int exit(Finding finding) {
        return switch (finding.severity()) {
            case INFO, WARNING -> ExitCode.DONE;
            case INCOMPLETE -> ExitCode.INCOMPLETE;
            case STOP -> ExitCode.REFUSED;
        };
    }
}
