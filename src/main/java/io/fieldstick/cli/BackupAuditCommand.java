package io.fieldstick.cli;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.AutoPlay;
import io.fieldstick.stick.Case;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.userdata.UserDataSearch;
import io.fieldstick.windows.Windows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup-audit}: AutoPlay off, then what must be saved, and whether the disk can be trusted. */
@Command(name = "backup-audit")
final class BackupAuditCommand extends FieldstickCommand {
    @Option(names = "--read-only", descriptionKey = "cli.option.read-only")
    boolean readOnly;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "cli.option.threads", defaultValue = "2")
    int threads = 2;

    @Override
    int run(Session session) {
        Windows windows = session.windows();
        if (!readOnly) {
            OptionalInt elevated = asAdministrator(session, windows);
            if (elevated.isPresent()) {
                return elevated.getAsInt();
            }
        }
        Optional<Case> visit = session.openCase(windows);
        List<Outcome> autoPlay = autoPlay(session, windows, visit);
        List<Finding> findings = List.of();
        UserDataReport userData = userData(session, windows);
        ResultBuilder result = session.result("backup-audit", session.computer(windows))
                .outcomes(autoPlay)
                .findings(findings)
                .userData(userData);
        if (!userData.isComplete()) {
            result.exit(ExitCode.INCOMPLETE);
        }
        findings.forEach(finding -> result.exit(exit(finding)));
        autoPlay.forEach(outcome -> result.exit(exit(outcome)));
        return session.finish(result);
    }

    /** Walks the disks, showing how far it is, until the end or Ctrl-C. */
    private UserDataReport userData(Session session, Windows windows) {
        session.say(Message.of("cli.looking-for-data"));
        Terminal terminal = session.surroundings().terminal();
        ProgressLine line = new ProgressLine(
                terminal, session.messages(), session.surroundings().clock());
        boolean shown = terminal.interactive() && !session.options().quiet;
        UserDataReport report = UserDataSearch.of(windows, threads, progress -> {
            if (shown) {
                line.show(progress);
            }
            return !session.interrupted();
        });
        if (shown) {
            line.end();
        }
        return report;
    }

    private List<Outcome> autoPlay(Session session, Windows windows, Optional<Case> visit) {
        if (readOnly || visit.isEmpty()) {
            return List.of(Engine.verify(new AutoPlay(), windows));
        }
        session.say(Message.of("cli.working-on", new AutoPlay().title()));
        Journal.Header header = ProvisionCommand.header(visit.get(), windows, session.computer(windows));
        try (Journal journal = Journal.create(visit.get().journal(), header)) {
            return List.of(Engine.provision(new AutoPlay(), windows, journal));
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
