package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each section writes, where, as which type, when it is in force and who is told: literally, since the laws hold of
 * whatever is written. {@code -Dtranscripts=write} writes it anew.
 */
class WrittenValuesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/fieldstick/setting/written");
    private static final String SID = "S-1-5-21-1-2-3-1001";

    /** Some policies count on members of a domain only, where the time is the domain's. */
    private static InMemoryWindows windows(boolean member) {
        InMemoryWindows windows = new InMemoryWindows();
        return (member ? windows.membership(true, "house.test") : windows)
                .user(SID, "C:\\Users\\zhangsan", true)
                .put(RegistryKey.machine("SOFTWARE\\House"), "Gone", RegistryValue.dword(1))
                .opens("ACDSee Free", "C:\\Program Files\\ACD Systems\\ACDSee.exe", ".tif", "ACDSee.tif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preference", "policy"})
    void everySectionWritesExactlyThis(String profile) throws IOException {
        Path golden = FOLDER.resolve(profile + ".txt");
        String written = written(FOLDER.resolve(profile + ".yaml"), windows(profile.equals("policy")));
        if (System.getProperty("transcripts", "").equals("write")) {
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    private static String written(Path profile, WindowsView windows) {
        ProfileReading reading = new ProfileReader(SettingCatalogue.sections()).read(profile, Map.of(), each -> true);
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings = SettingCatalogue.settings(
                ((ProfileReading.Accepted) reading).profile(), each -> true, Answers.none(), problems);
        assertThat(problems).isEmpty();
        StringBuilder written = new StringBuilder();
        for (Setting<?> setting : settings) {
            written.append(setting.name()).append('\n');
            if (setting.judgeOn(windows).verdict() instanceof Verdict.Differs differs) {
                differs.changes().forEach(change -> written.append(line(change)));
            }
        }
        return written.toString();
    }

    private static String line(Change change) {
        String when = change.inForce() == InForce.NOW ? "" : ", " + change.inForce();
        String told = change.announcements().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        String line = "  " + what(change) + when + (told.isEmpty() ? "" : ", tells " + told);
        return line + "\n";
    }

    private static String what(Change change) {
        if (change instanceof SetRegistryValue set) {
            String sameness = set.sameness() == ValueSameness.BYTES ? "" : ", " + set.sameness();
            return set.key() + "!" + RegistryValue.shownName(set.name()) + " = " + type(set.value()) + " " + set.value()
                    + sameness;
        }
        String title = Messages.in(Language.ENGLISH).text(change.title());
        return change instanceof SetAudit audit ? audit.subcategory() + ", " + title : title;
    }

    private static String type(RegistryValue value) {
        return switch (value.type()) {
            case RegistryValue.SZ -> "SZ";
            case RegistryValue.EXPAND_SZ -> "EXPAND_SZ";
            case RegistryValue.DWORD -> "DWORD";
            case RegistryValue.BINARY -> "BINARY";
            default -> "type " + value.type();
        };
    }
}
