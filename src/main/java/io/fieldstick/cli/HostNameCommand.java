package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Profile;
import io.fieldstick.setting.Answers;
import io.fieldstick.setting.HostName;
import io.fieldstick.setting.hostname.HostNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code host-name}: shows the name that a department and a person give, those of this computer by the roster unless said otherwise, and how it comes about; touches no workstation. */
@Command(name = "host-name")
final class HostNameCommand extends FieldstickCommand {
    @Mixin
    ProfileOptions profile = new ProfileOptions();

    @Option(names = "--dept", paramLabel = "DEPARTMENT", descriptionKey = "cli.option.dept")
    @Nullable
    String department;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "cli.option.user")
    @Nullable
    String user;

    @Option(names = "--surname", paramLabel = "READING", descriptionKey = "cli.option.surname")
    @Nullable
    String surname;

    @Override
    int run(Session session) {
        requireNoReport();
        profile.only = List.of(HostName.KIND.section());
        Profile read = LoadedProfile.profile(session, profile);
        profile.set = answers();
        Naming naming = Naming.of(session, session.surroundings().windows().get(), read, profile)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, Message.of("cli.no-host-name"), Message.of("cli.no-host-name.help")));
        HostNames.Result result = naming.find();
        result.steps().forEach(session::say);
        result.doubts().forEach(session::say);
        if (!result.others().isEmpty()) {
            session.say(Message.of("cli.other-names", String.join(", ", result.others())));
        }
        if (!result.isUsable()) {
            throw new CommandFailure(
                    ExitCode.USAGE, all(result.problems()), result.help().toArray(Message[]::new));
        }
        session.surroundings().terminal().out(naming.foretold(result) + "\n");
        return ExitCode.DONE;
    }

    /** All of them as one sentence. */
    private static Message all(List<Message> problems) {
        return problems.stream()
                .reduce((one, next) -> Message.of("setting.and", one, next))
                .orElseThrow();
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>(profile.set);
        Optional.ofNullable(department).ifPresent(dept -> answers.put(Answers.DEPARTMENT, dept));
        Optional.ofNullable(user).ifPresent(person -> answers.put(Answers.USER, person));
        Optional.ofNullable(surname).ifPresent(reading -> answers.put(Answers.SURNAME, reading));
        return answers;
    }
}
