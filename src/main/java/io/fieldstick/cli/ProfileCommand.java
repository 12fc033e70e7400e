package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.profile.SchemaWriter;
import io.fieldstick.setting.Answers;
import io.fieldstick.setting.LearnedProfile;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.SettingCatalogue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code profile}: looks after profiles themselves; touches no workstation. */
@Command(
        name = "profile",
        subcommands = {ProfileCommand.Check.class, ProfileCommand.Schema.class, ProfileCommand.Learn.class})
final class ProfileCommand extends FieldstickCommand implements HasSurroundings {

    @Override
    public Surroundings surroundings() {
        return parent.surroundings();
    }

    @Override
    int run(Session session) {
        throw new CommandFailure(
                ExitCode.USAGE, Message.of("cli.profile-needs-verb"), Message.of("cli.see-help", "fieldstick profile"));
    }

    /** {@code profile check}: tells everything that is wrong with a profile. */
    @Command(name = "check")
    static final class Check extends FieldstickCommand {
        @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.profile")
        @SuppressWarnings("NullAway.Init") // picocli requires it
        Path file;

        @Override
        int run(Session session) {
            requireNoReport();
            ProfileReading reading = new ProfileReader(SettingCatalogue.sections())
                    .read(session.resolve(file), Map.of(), section -> false);
            if (reading instanceof ProfileReading.Refused refused) {
                throw new ProfileProblems(refused.problems());
            }
            ProfileReading.Accepted accepted = (ProfileReading.Accepted) reading;
            List<Problem> problems = new ArrayList<>();
            Profile profile = accepted.profile();
            List<Setting<?>> settings = SettingCatalogue.settings(profile, section -> true, Answers.none(), problems);
            LoadedProfile.weights(profile, settings, section -> true, problems);
            long sections = SettingCatalogue.kinds().stream()
                    .filter(kind -> profile.section(kind.section()).isPresent())
                    .count();
            session.surroundings().terminal().out(session.messages().text("cli.profile-good", file, sections) + "\n");
            return ExitCode.DONE;
        }
    }

    /** {@code profile schema}: prints the JSON schema of profiles, for editors. */
    @Command(name = "schema")
    static final class Schema extends FieldstickCommand {
        @Override
        int run(Session session) {
            requireNoReport();
            session.surroundings().terminal().out(SchemaWriter.schema(SettingCatalogue.sections()));
            return ExitCode.DONE;
        }
    }

    /** {@code profile learn}: prints a profile that asks for what this workstation is. */
    @Command(name = "learn")
    static final class Learn extends FieldstickCommand {
        @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.name")
        @Nullable
        String name;

        @Override
        int run(Session session) {
            requireNoReport();
            Windows windows = session.windows();
            String called = name == null ? session.computer(windows) : name;
            LearnedProfile learned = LearnedProfile.of(new WithUnloadedUsers(windows), called, session.messages());
            session.surroundings().terminal().out(learned.yaml());
            learned.notRead().forEach(session::say);
            if (learned.notRead().isEmpty()) {
                return ExitCode.DONE;
            }
            session.say(Message.of("cli.learned-in-part"));
            return ExitCode.INCOMPLETE;
        }
    }
}
