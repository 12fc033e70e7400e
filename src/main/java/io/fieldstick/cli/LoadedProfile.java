package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.setting.Answers;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.SettingCatalogue;
import io.fieldstick.setting.SettingKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The profile that a command was given, as the settings that were selected of it. */
record LoadedProfile(Profile profile, List<Setting<?>> settings) {
    private static final String DEFAULT = "bcia.yaml";

    /**
     * Reads the profile and makes its settings, with the answers of {@code --set}.
     *
     * @throws ProfileProblems with everything that is wrong with it
     * @throws CommandFailure where {@code --only} or {@code --skip} name no section
     */
    static LoadedProfile read(Session session, ProfileOptions options) {
        return of(profile(session, options), options);
    }

    /** The settings that were selected of {@code profile}, with the answers of {@code --set}. */
    static LoadedProfile of(Profile profile, ProfileOptions options) {
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings =
                SettingCatalogue.settings(profile, options.selected(), new Answers(options.set), problems);
        if (!problems.isEmpty()) {
            throw new ProfileProblems(problems);
        }
        return new LoadedProfile(profile, settings);
    }

    /** Reads the profile without making settings of it. */
    static Profile profile(Session session, ProfileOptions options) {
        requireSections(options);
        ProfileReading reading = new ProfileReader(SettingCatalogue.sections())
                .read(file(session, options), siteValues(options), options.selected());
        if (reading instanceof ProfileReading.Refused refused) {
            throw new ProfileProblems(refused.problems());
        }
        Profile profile = ((ProfileReading.Accepted) reading).profile();
        profile.notes().forEach(session::note);
        return profile;
    }

    private static Path file(Session session, ProfileOptions options) {
        return options.profile == null
                ? session.surroundings().home().profiles().resolve(DEFAULT)
                : session.resolve(options.profile);
    }

    /** What {@code --set} says of the site; the answers about this workstation are not the reader's business. */
    private static Map<String, String> siteValues(ProfileOptions options) {
        Map<String, String> values = new HashMap<>(options.set);
        values.keySet().removeAll(List.of(Answers.DEPARTMENT, Answers.USER));
        return values;
    }

    private static void requireSections(ProfileOptions options) {
        List<String> known =
                SettingCatalogue.kinds().stream().map(SettingKind::section).toList();
        TreeSet<String> unknown = new TreeSet<>(options.only);
        unknown.addAll(options.skip);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Message.of("cli.no-section", String.join(", ", unknown)),
                    Message.of("cli.no-section.help", String.join(", ", known)));
        }
    }
}
