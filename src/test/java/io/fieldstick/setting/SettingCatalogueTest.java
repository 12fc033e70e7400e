package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingCatalogueTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [{name: Spooler, start: disabled}, {name: spooler, start: automatic}]",
                "registry: [{name: a, key: 'HKLM\\X', type: text, value: x}, {name: A, key: 'HKLM\\Y', type: text, value: y}]",
                "file-types: [{extensions: [.tif, .TIF], program: ACDSee}]"
            })
    void whatIsAskedForTwiceIsAProblem(String section) throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), "name: n\n" + section + "\n");
        ProfileReading reading = new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), each -> true);
        List<Problem> problems = new ArrayList<>();
        SettingCatalogue.settings(
                ((ProfileReading.Accepted) reading).profile(), each -> true, Answers.none(), problems);
        assertThat(problems).extracting(problem -> problem.what().key()).containsExactly("setting.problem.twice");
    }
}
