package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProblemRenderer;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.profile.SchemaWriter;
import io.fieldstick.profile.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedProfilesTest {
    private static final Path FOLDER = Path.of("profiles");
    private static final Path SCHEMA = FOLDER.resolve("profile.schema.json");
    private static final Map<String, String> REAL = Map.of(
            "proxy-server",
            "10.1.1.1:8080",
            "proxy-bypass",
            "10.*;<local>",
            "trusted-sites",
            "https://oa.bcia.cn;10.1.2.*");

    static Stream<Path> profiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("site.yaml") && !file.endsWith("special-programs.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aShippedProfileBecomesSettingsWithoutAProblemOnceTheHouseGaveItsAddresses(Path file) {
        Profile profile = accepted(new ProfileReader(SettingCatalogue.sections()).read(file, REAL, section -> true));
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings = SettingCatalogue.settings(
                profile, section -> true, new Answers(Map.of("dept", "IT", "user", "zhangsm")), problems);
        assertThat(shown(problems)).isEmpty();
        assertThat(settings).hasSizeGreaterThan(4);
        assertThat(profile.notes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aShippedProfileIsRefusedWhileItsAddressesAreExamples(Path file) {
        ProfileReader reader = new ProfileReader(SettingCatalogue.sections());
        ProfileReading reading = reader.read(file, Map.of(), section -> true);
        assertThat(shown(((ProfileReading.Refused) reading).problems()))
                .contains("site.yaml:11:15", "--set proxy-bypass=", "--skip trusted-sites");
        assertThat(reader.read(file, Map.of(), section -> section.equals("software")))
                .isInstanceOf(ProfileReading.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void anEditorFindsTheSchemaAndAcceptsAShippedProfile(Path file) throws IOException {
        assertThat(Files.readAllLines(file).get(0)).isEqualTo("# yaml-language-server: $schema=profile.schema.json");
        Validator.Result result = validated(Files.readString(file));
        assertThat(result.getErrors())
                .extracting(error -> error.getInstanceLocation() + error.getError())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto-play: disabled",
                "{name: x, auto-play: enabled}",
                "{name: x, proxy: {sever: a}}",
                "{name: x, proxy: {server: nowhere}}",
                "{name: x, trusted-sites: {sites: oa}}",
                "{name: x, software: {required: [{name: a}]}}"
            })
    void theSchemaRefusesWhatTheReaderRefuses(String profile) throws IOException {
        assertThat(validated(profile).isValid()).isFalse();
        Path file = Files.createTempFile("profile", ".yaml");
        try {
            Files.writeString(file, profile);
            assertThat(new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), section -> true))
                    .isInstanceOf(ProfileReading.Refused.class);
        } finally {
            Files.delete(file);
        }
    }

    /** {@code fieldstick profile schema > profiles/profile.schema.json}, or this test with -Dtranscripts=write. */
    @Test
    void theSchemaIsWhatTheCatalogueSays() throws IOException {
        String schema = SchemaWriter.schema(SettingCatalogue.sections());
        if (System.getProperty("transcripts", "").equals("write")) {
            Files.writeString(SCHEMA, schema);
        }
        assertThat(Files.readString(SCHEMA)).isEqualTo(schema);
    }

    /** The house asked for these and for nothing else. */
    @Test
    void theHouseRulesAreInItsProfile() {
        Profile profile = accepted(
                new ProfileReader(SettingCatalogue.sections()).read(FOLDER.resolve("bcia.yaml"), REAL, s -> true));
        Value.RecordValue hostName = profile.section("host-name").orElseThrow().asRecord();
        assertThat(hostName.text("pattern")).isEqualTo("BCIA-{dept}-{user}");
        Value.RecordValue software = profile.section("software").orElseThrow().asRecord();
        assertThat(names(software, "required"))
                .containsExactly(
                        "Office 2003 or 2007",
                        "WinRAR 3.8",
                        "ACDSee",
                        "Adobe Reader",
                        "暴风影音",
                        "Flash Player",
                        "搜狗拼音输入法",
                        "Symantec Endpoint Protection",
                        "Symantec AntiVirus",
                        "办公小助手");
        assertThat(names(software, "optional")).containsExactly("AASN", "飞秋");
        assertThat(software.records("optional"))
                .allMatch(rule -> rule.text("consent").equals("ask"));
        assertThat(software.text("others")).isEqualTo("only-if-free");
    }

    private static List<String> names(Value.RecordValue software, String demand) {
        return software.records(demand).stream().map(rule -> rule.text("name")).toList();
    }

    private static Validator.Result validated(String profile) throws IOException {
        return new ValidatorFactory()
                .withJsonNodeFactory(new SnakeYamlNode.Factory())
                .validate(Files.readString(SCHEMA), profile);
    }

    private static Profile accepted(ProfileReading reading) {
        if (reading instanceof ProfileReading.Refused refused) {
            throw new AssertionError(shown(refused.problems()));
        }
        return ((ProfileReading.Accepted) reading).profile();
    }

    private static String shown(List<Problem> problems) {
        return new ProblemRenderer(Messages.in(Language.ENGLISH)).errors(problems);
    }
}
