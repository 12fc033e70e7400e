package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.Answers;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.SettingCatalogue;
import io.fieldstick.setting.SettingKind;
import io.fieldstick.setting.Weights;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The profile that a command was given, as the settings that were selected of it. */
record LoadedProfile(Profile profile, List<Setting<?>> settings, Weights weights) {
    private static final String DEFAULT = "bcia.yaml";

    /**
     * Reads the profile and makes its settings, with the answers of {@code --set}.
     *
     * @throws ProfileProblems with everything that is wrong with it
     * @throws CommandFailure where {@code --only} or {@code --skip} name no section
     */
    static LoadedProfile read(Session session, ProfileOptions options) {
        return of(session, profile(session, options), options);
    }

    /** The settings that were selected of {@code profile}, with the answers of {@code --set}. */
    static LoadedProfile of(Session session, Profile profile, ProfileOptions options) {
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings =
                SettingCatalogue.settings(profile, options.selected(), options.answers(session), problems);
        Weights weights = weights(profile, settings, options.selected(), problems);
        return new LoadedProfile(profile, settings, weights);
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
        // Or nothing that was looked at would read like all being well.
        options.only.stream()
                .filter(section -> profile.section(section).isEmpty())
                .forEach(section -> session.note(Message.of("cli.section-not-there", section)));
        session.goesBy(profile.name());
        return profile;
    }

    /**
     * How much the settings matter.
     *
     * @throws ProfileProblems with {@code problems} where there are any: a section in trouble lacks settings, so only a
     *     good one is asked what its names mean
     */
    static Weights weights(
            Profile profile, List<Setting<?>> settings, Predicate<String> selected, List<Problem> problems) {
        boolean good = problems.isEmpty();
        Weights weights = Weights.of(profile, settings, good ? selected : section -> false, problems);
        if (!problems.isEmpty()) {
            throw new ProfileProblems(problems);
        }
        return weights;
    }

    /** Whether the profile allows that {@code setting} differs on {@code today}: then nothing is changed for it. */
    boolean isWaived(Setting<?> setting, LocalDate today) {
        return weights.of(setting.name()).isWaivedOn(today);
    }

    /** {@code outcome} with the weight of its setting. */
    Outcome weigh(Outcome outcome, LocalDate today) {
        return outcome.weighing(weights.of(outcome.setting()), today);
    }

    /** The file of the profile: the one that was named, or the stick's own. */
    static Path file(Session session, ProfileOptions options) {
        return options.profile == null
                ? session.surroundings().home().profiles().resolve(DEFAULT)
                : session.resolve(options.profile);
    }

    /** What {@code --set} says of the site; the answers about this workstation are not the reader's business. */
    private static Map<String, String> siteValues(ProfileOptions options) {
        Map<String, String> values = new HashMap<>(options.set);
        values.keySet().removeAll(Answers.NAMES);
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
