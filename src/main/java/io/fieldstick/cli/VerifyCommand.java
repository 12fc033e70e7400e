package io.fieldstick.cli;

import io.fieldstick.profile.Profile;
import io.fieldstick.provision.Drift;
import io.fieldstick.provision.EarlierResult;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.Severity;
import io.fieldstick.setting.Software;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: is the workstation what the profile says? Changes nothing. */
@Command(name = "verify")
final class VerifyCommand extends FieldstickCommand {
    @Mixin
    ProfileOptions profile = new ProfileOptions();

    @Option(names = "--against", paramLabel = "CASE", descriptionKey = "cli.option.against")
    @Nullable
    String against;

    @Override
    int run(Session session) {
        Profile read = LoadedProfile.profile(session, profile);
        Windows windows = session.windows();
        Naming.of(session, Optional.of(windows), read, profile).ifPresent(Naming::recall);
        LoadedProfile loaded = LoadedProfile.of(session, read, profile);
        Optional<EarlierVisit> earlier =
                Optional.ofNullable(against).map(named -> EarlierVisit.find(session, windows, named));
        session.openCase(windows);
        WithUnloadedUsers everybody = new WithUnloadedUsers(windows);
        List<Outcome> outcomes = loaded.settings().stream()
                .map(setting -> loaded.weigh(Engine.verify(setting, everybody), session.today()))
                .toList();
        ResultBuilder result = session.result("verify", session.computer(windows))
                .outcomes(outcomes)
                .registryOf(everybody);
        outcomes.forEach(outcome -> result.exit(exit(outcome)));
        List<InstalledProgram> programs = Software.installed(loaded.settings(), everybody).programs().stream()
                .filter(program -> program.listing() == InstalledProgram.Listing.PROGRAM)
                .toList();
        result.programs(programs).others(Software.others(loaded.settings()));
        earlier.ifPresent(visit -> {
            Drift drift = Drift.since(visit.result(), outcomes, listed(programs));
            result.findings(EarlierVisit.findings(drift));
            visit.notes(session.computer(windows), drift).forEach(result::note);
        });
        return session.finish(result);
    }

    private static List<EarlierResult.Program> listed(List<InstalledProgram> programs) {
        return programs.stream()
                .map(program -> new EarlierResult.Program(program.name(), program.version()))
                .toList();
    }

    private static int exit(Outcome outcome) {
        return switch (outcome.status()) {
            case DIFFERS, BY_HAND, FAILED ->
                outcome.severity() == Severity.ERROR ? ExitCode.DIFFERS : incomplete(outcome);
            case UNKNOWN -> ExitCode.INCOMPLETE;
            default -> incomplete(outcome);
        };
    }

    private static int incomplete(Outcome outcome) {
        return outcome.refusals().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
