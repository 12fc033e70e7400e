package io.fieldstick.cli;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.AutoPlay;
import io.fieldstick.stick.Case;
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
        ResultBuilder result = session.result("backup-audit", session.computer(windows))
                .outcomes(autoPlay)
                .findings(findings);
        findings.forEach(finding -> result.exit(exit(finding)));
        autoPlay.forEach(outcome -> result.exit(exit(outcome)));
        return session.finish(result);
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
