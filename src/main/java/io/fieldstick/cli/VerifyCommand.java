package io.fieldstick.cli;

import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.Severity;
import io.fieldstick.windows.Windows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify}: is the workstation what the profile says? Changes nothing. */
@Command(name = "verify")
final class VerifyCommand extends FieldstickCommand {
    @Mixin
    ProfileOptions profile = new ProfileOptions();

    @Override
    int run(Session session) {
        LoadedProfile loaded = LoadedProfile.read(session, profile);
        Windows windows = session.windows();
        session.openCase(windows);
        List<Outcome> outcomes = loaded.settings().stream()
                .map(setting -> loaded.weigh(Engine.verify(setting, windows), session.today()))
                .toList();
        ResultBuilder result =
                session.result("verify", session.computer(windows)).outcomes(outcomes);
        outcomes.forEach(outcome -> result.exit(exit(outcome)));
        return session.finish(result);
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
