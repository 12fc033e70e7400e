package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.Value;
import io.fieldstick.setting.HostName;
import io.fieldstick.setting.hostname.HostNames;
import io.fieldstick.setting.hostname.Occupant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code host-name}: shows the name that a department and a person give, and how it comes about; touches no workstation. */
@Command(name = "host-name")
final class HostNameCommand extends FieldstickCommand {
    @Mixin
    ProfileOptions profile = new ProfileOptions();

    @Option(names = "--dept", paramLabel = "DEPARTMENT", required = true, descriptionKey = "cli.option.dept")
    @Nullable
    String department;

    @Option(names = "--user", paramLabel = "NAME", required = true, descriptionKey = "cli.option.user")
    @Nullable
    String user;

    @Option(names = "--surname", paramLabel = "READING", descriptionKey = "cli.option.surname")
    @Nullable
    String surname;

    @Override
    int run(Session session) {
        profile.only = List.of(HostName.KIND.section());
        Profile read = LoadedProfile.profile(session, profile);
        Value section = read.section(HostName.KIND.section())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, Message.of("cli.no-host-name"), Message.of("cli.no-host-name.help")));
        HostNames.Result result = new HostNames(HostName.rules(section.asRecord()))
                .of(new Occupant(String.valueOf(department), String.valueOf(user), Optional.ofNullable(surname)));
        result.steps().forEach(session::say);
        result.doubts().forEach(session::say);
        if (!result.others().isEmpty()) {
            session.say(Message.of("cli.other-names", String.join(", ", result.others())));
        }
        if (!result.isUsable()) {
            throw new CommandFailure(
                    ExitCode.USAGE, result.problems().get(0), result.help().toArray(Message[]::new));
        }
        session.surroundings().terminal().out(result.name() + "\n");
        return ExitCode.DONE;
    }
}
