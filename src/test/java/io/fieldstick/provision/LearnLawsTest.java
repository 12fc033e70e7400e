package io.fieldstick.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.setting.Answers;
import io.fieldstick.setting.LearnedProfile;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.SettingCatalogue;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of a profile that is learned from whatever machine: it can be read, and the machine keeps all of it. */
class LearnLawsTest {
    @TempDir
    Path folder;

    static Stream<Situation> situations() {
        return Situation.all();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatWasLearnedBeforeProvisioningIsKept(Situation situation) throws IOException {
        keeps(situation.windows());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatWasLearnedAfterProvisioningIsKept(Situation situation) throws IOException {
        InMemoryWindows windows = situation.windows();
        Journal.Header header = new Journal.Header("run", "machine", "computer");
        try (WithAllUsers everybody = new WithAllUsers(windows);
                Journal journal = Journal.create(folder.resolve("journal.jsonl"), header)) {
            Engine.provision(situation.setting(), everybody, journal);
        }
        windows.restart();
        keeps(windows);
    }

    private void keeps(InMemoryWindows windows) throws IOException {
        WithUnloadedUsers everybody = new WithUnloadedUsers(windows);
        String yaml = LearnedProfile.of(everybody, "learned", Messages.in(Language.ENGLISH))
                .yaml();
        Path file = Files.writeString(folder.resolve("learned.yaml"), yaml);
        ProfileReading reading = new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), section -> false);
        assertThat(reading).as(yaml).isInstanceOf(ProfileReading.Accepted.class);
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings = SettingCatalogue.settings(
                ((ProfileReading.Accepted) reading).profile(), section -> true, Answers.none(), problems);
        assertThat(problems).as(yaml).isEmpty();
        assertThat(settings).isNotEmpty();
        for (Setting<?> setting : settings) {
            Outcome outcome = Engine.verify(setting, everybody);
            assertThat(outcome.status()).as(setting.name() + "\n" + yaml).isEqualTo(Status.AS_DESIRED);
            assertThat(outcome.refusals()).isEmpty();
        }
    }
}
