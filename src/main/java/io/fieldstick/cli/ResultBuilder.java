package io.fieldstick.cli;

import io.fieldstick.audit.Confirmation;
import io.fieldstick.audit.Finding;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.report.Result;
import io.fieldstick.setting.InForce;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.RegisteredService;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result while its command is at work on it. */
final class ResultBuilder {
    private final String command;
    private final String run;
    private final String computer;
    private final String account;
    private final Optional<String> profile;
    private final Instant started;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<UndoRun.Step> undone = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private Optional<List<InstalledProgram>> programs = Optional.empty();
    private Optional<List<RegisteredService>> services = Optional.empty();
    private List<InstalledProgram> others = List.of();
    private Optional<UserDataReport> userData = Optional.empty();
    private List<OpenWork> openWork = List.of();
    private Optional<BackupFit> backupTo = Optional.empty();
    private Optional<Confirmation> confirmation = Optional.empty();
    private boolean restart;
    private int exit = ExitCode.DONE;

    ResultBuilder(
            String command, String run, String computer, String account, Optional<String> profile, Instant started) {
        this.command = command;
        this.run = run;
        this.computer = computer;
        this.account = account;
        this.profile = profile;
        this.started = started;
    }

    ResultBuilder outcomes(List<Outcome> more) {
        outcomes.addAll(more);
        restart |= needRestart(more);
        return this;
    }

    /** Whether anything of {@code outcomes} is in force only after a restart. */
    static boolean needRestart(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.inForce() == InForce.AFTER_RESTART && isDone(outcome));
    }

    /** Where something is left to do it may have been changed in part. */
    private static boolean isDone(Outcome outcome) {
        return switch (outcome.status()) {
            // What failed may have been changed in part, or wait for the restart.
            case CHANGED, AS_DESIRED, FAILED -> true;
            case BY_HAND, UNKNOWN, NOT_APPLICABLE -> !outcome.changes().isEmpty();
            case DIFFERS, WOULD_CHANGE, WAIVED -> false;
        };
    }

    ResultBuilder undone(List<UndoRun.Step> steps) {
        undone.addAll(steps);
        restart |= UndoRun.inForce(steps) == InForce.AFTER_RESTART;
        return this;
    }

    ResultBuilder findings(List<Finding> more) {
        findings.addAll(more);
        return this;
    }

    /** What is to be said of the registry files of users who are not signed in. */
    ResultBuilder registryOf(WithUnloadedUsers everybody) {
        List<Finding> unread = HiveFindings.of(everybody.reports());
        return findings(unread).exit(unread.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE);
    }

    /** The same, and which of these files Windows did not let go of. */
    ResultBuilder registryOf(WithAllUsers everybody) {
        for (WindowsError refused : everybody.stuck()) {
            note(Message.of("cli.hive-stuck", refused.tried(), refused.said())).exit(ExitCode.INCOMPLETE);
        }
        return registryOf((WithUnloadedUsers) everybody);
    }

    ResultBuilder userData(UserDataReport report) {
        userData = Optional.of(report);
        return this;
    }

    ResultBuilder openWork(List<OpenWork> work) {
        openWork = work;
        return this;
    }

    /** Whether it fits; what stands in the way is added to the findings. */
    ResultBuilder backupTo(BackupFit fit) {
        backupTo = Optional.of(fit);
        return findings(fit.findings());
    }

    ResultBuilder confirmation(Confirmation given) {
        confirmation = Optional.of(given);
        return this;
    }

    ResultBuilder services(List<RegisteredService> registered) {
        services = Optional.of(registered);
        return this;
    }

    ResultBuilder programs(List<InstalledProgram> installed) {
        programs = Optional.of(installed);
        return this;
    }

    /** The programs that are in no rule and should be looked at. */
    ResultBuilder others(List<InstalledProgram> inNoRule) {
        others = inNoRule;
        return this;
    }

    ResultBuilder note(Message note) {
        notes.add(note);
        return this;
    }

    /** The exit code, unless a higher one was set before: of two troubles the later one in {@link ExitCode} is told. */
    ResultBuilder exit(int code) {
        exit = Math.max(exit, code);
        return this;
    }

    /** The result; where all went well and a restart is needed, the exit code is {@code restartExit}. */
    Result build(Instant finished, int restartExit) {
        int code = exit == ExitCode.DONE && restart ? restartExit : exit;
        return new Result(
                ProgramVersion.text(),
                command,
                run,
                computer,
                account,
                profile,
                started,
                finished,
                outcomes,
                undone,
                findings,
                userData,
                openWork,
                backupTo,
                confirmation,
                programs,
                services,
                others,
                notes,
                restart,
                code);
    }
}
