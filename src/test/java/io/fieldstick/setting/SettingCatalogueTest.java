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
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(problems(section)).containsExactly("setting.problem.twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry: [{name: a, key: 'HKLM\\X', value-name: v, type: number, value: 1}, {name: b, key: 'HKLM\\x', value-name: V, type: number, value: 2}] | registry.problem.same-value",
                "registry: [{name: a, key: 'HKLM\\X', value-name: DefaultPassword, type: text, value: x}] | registry.problem.secret",
                "registry: [{name: a, key: 'HKLM\\X', value-name: v, type: text, value: 'http://zhang:geheim@p.test:80'}] | registry.problem.secret",
                "registry: [{name: a, key: 'HKLM\\X', type: number, value: 0x100000000}] | registry.no-number",
                "registry: [{name: a, key: 'HKLM\\X', type: number}] | registry.no-number",
                "registry: [{name: a, key: 'HKLM\\X', type: large-number, value: '-1'}] | registry.no-number",
                "registry: [{name: a, key: 'HKLM\\X', type: binary, value: 00 F}] | registry.no-bytes",
                "registry: [{name: a, key: 'HKLM\\X', type: list, value: x}] | registry.misplaced",
                "registry: [{name: a, key: 'HKLM\\X', type: none, value: x}] | registry.misplaced",
                "registry: [{name: a, key: 'HKLM\\X', type: text, values: [x]}] | registry.misplaced",
                "registry: [{name: a, key: 'HKLM\\X', value-name: Password, type: list, values: [x]}] | registry.problem.secret",
                "security-policy: {passwords: {maximum-age-days: 30, minimum-age-days: 30}} | security-policy.problem.ages",
                "security-policy: {lockout: {threshold: 5, duration-minutes: 10, window-minutes: 20}} | security-policy.problem.window"
            })
    void whatWindowsCannotHoldOrMustNotBeWrittenDownIsAProblem(String section, String problem) throws IOException {
        assertThat(problems(section)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry: [{name: a, key: 'HKLM\\X', type: number, value: 1}, {name: b, key: 'HKCU\\X', type: number, value: 2}]",
                "registry: [{name: a, key: 'HKLM\\X', type: number, value: 1}, {name: b, key: 'HKLM\\X', view: 32, type: number, value: 2}]",
                "registry: [{name: a, key: 'HKLM\\X', value-name: NoPassword, type: number, value: 1}]",
                "registry: [{name: a, key: 'HKLM\\X', value-name: DefaultPassword, type: none}]",
                "security-policy: {passwords: {maximum-age-days: 0, minimum-age-days: 30}}"
            })
    void whatOnlyLooksLikeItIsNone(String section) throws IOException {
        assertThat(problems(section)).isEmpty();
    }

    /** Without its hash a file would be registered that somebody swapped. */
    @ParameterizedTest
    @CsvSource({
        "'file: oa.ocx', activex.problem.half-pinned",
        "'sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"', activex.problem.half-pinned",
        "'signer: House', activex.problem.half-pinned",
        "'file: oa\\..\\..\\x.ocx, sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"',"
                + " activex.problem.outside",
    })
    void aControlIsPinnedAsAWholeOrNotAtAll(String fields, String problem) throws IOException {
        String entry = "activex: [{name: OA, clsid: \"{01234567-89AB-CDEF-0123-456789ABCDEF}\", " + fields + "}]";
        assertThat(problems(entry)).containsExactly(problem);
        assertThat(problems(entry.replace(", " + fields, ""))).isEmpty();
    }

    private List<String> problems(String section) throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), "name: n\n" + section + "\n");
        ProfileReading reading = new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), each -> true);
        List<Problem> problems = new ArrayList<>();
        SettingCatalogue.settings(
                ((ProfileReading.Accepted) reading).profile(), each -> true, Answers.none(), problems);
        return problems.stream().map(problem -> problem.what().key()).toList();
    }
}
