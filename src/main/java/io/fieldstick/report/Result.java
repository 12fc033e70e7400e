package io.fieldstick.report;

import io.fieldstick.audit.Confirmation;
import io.fieldstick.audit.Finding;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.RegisteredService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one run came to.
 *
 * @param version of the program
 * @param command the command as it is typed: {@code backup-audit}, {@code verify} ...
 * @param run the name of the run and of its case; empty where there is no case
 * @param account the account that it ran as
 * @param profile the name of the profile that it was run with; empty for a command that has none
 * @param outcomes of the settings it was about
 * @param undone what became of the changes that undo was asked to take back
 * @param findings of the audit
 * @param userData what people would miss; empty where nobody looked
 * @param openWork what somebody may have open and not saved
 * @param backupTo whether it all fits where it is to be saved to; empty where nobody asked
 * @param confirmation whether the user has confirmed what must be saved; empty where nobody looked for that
 * @param programs the list of installed programs, for a later visit to be compared with; empty where nobody looked
 * @param services the services that are programs, as the registry describes them; empty where nobody looked
 * @param others those of them that are in no rule of the profile, where it asks for these to be looked at
 * @param notes what is good to know about the run itself, each a sentence
 * @param restartRequired whether something is in force only after a restart
 */
public record Result(
        String version,
        String command,
        String run,
        String computer,
        String account,
        Optional<String> profile,
        Instant started,
        Instant finished,
        List<Outcome> outcomes,
        List<UndoRun.Step> undone,
        List<Finding> findings,
        Optional<UserDataReport> userData,
        List<OpenWork> openWork,
        Optional<BackupFit> backupTo,
        Optional<Confirmation> confirmation,
        Optional<List<InstalledProgram>> programs,
        Optional<List<RegisteredService>> services,
        List<InstalledProgram> others,
        List<Message> notes,
        boolean restartRequired,
        int exit) {
    public Result {
        outcomes = List.copyOf(outcomes);
        undone = List.copyOf(undone);
        findings = List.copyOf(findings);
        openWork = List.copyOf(openWork);
        programs = programs.map(List::copyOf);
        services = services.map(List::copyOf);
        others = List.copyOf(others);
        notes = List.copyOf(notes);
    }

    /** The services that did not come with Windows; none where nobody looked. */
    public List<RegisteredService> addedServices() {
        return services.orElse(List.of()).stream()
                .filter(service -> !service.ofWindows())
                .toList();
    }
}
