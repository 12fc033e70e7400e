package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledProgram.Listing;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules of the house's profiles against entries of real machines. */
class RealProgramsTest {
    private static final String NO_RULE = "-";

    /** A profile, and a table of what its rules make of real programs. */
    private record Table(String profile, List<ProgramRule> rules, List<String> rows) {
        static Table of(String profile, String table) {
            return new Table(profile, rulesOf(Path.of("profiles", profile)), rowsOf(table));
        }
    }

    private static final List<Table> TABLES =
            List.of(Table.of("bcia.yaml", "real-programs.txt"), Table.of("modern.yaml", "real-programs-modern.txt"));

    static Stream<Arguments> rows() {
        return TABLES.stream()
                .flatMap(table -> table.rows().stream().map(row -> Arguments.of(table.profile(), row, table.rules())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void aRealProgramBelongsToTheRightRuleOrToNone(String profile, String row, List<ProgramRule> rules) {
        String[] cells = row.split("\\|", -1);
        InstalledProgram program = new InstalledProgram(
                cells[0].strip(),
                cells[1].strip(),
                cells[2].strip(),
                Reading.absent(),
                Reading.absent(),
                Listing.PROGRAM,
                List.of(RegistryKey.machine("SOFTWARE\\X")));
        assertThat(verdict(program, rules)).isEqualTo(cells[3].strip());
    }

    @Test
    void theTablesHaveEveryRuleOfTheirProfileThatLeavesAnEntry() {
        for (Table table : TABLES) {
            String text = String.join("\n", table.rows());
            assertThat(table.rules())
                    .as(table.profile())
                    .extracting(ProgramRule::name)
                    .filteredOn(name -> !name.equals("AASN"))
                    .allMatch(text::contains);
            assertThat(table.rows()).hasSizeGreaterThan(60);
        }
    }

    private static String verdict(InstalledProgram program, List<ProgramRule> rules) {
        List<String> verdicts = new ArrayList<>();
        for (ProgramRule rule : rules) {
            Answer answer = rule.answerFor(program);
            if (answer != Answer.NO) {
                verdicts.add(rule.name() + words(answer));
            }
        }
        return verdicts.isEmpty() ? NO_RULE : String.join(" and ", verdicts);
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case YES -> "";
            case OTHER_VERSION -> ", other version";
            case VERSION_NOT_STATED -> ", version not stated";
            case TOO_SLOW, NO -> ", " + answer;
        };
    }

    private static List<String> rowsOf(String name) {
        try (InputStream in = RealProgramsTest.class.getResourceAsStream(name)) {
            String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProgramRule> rulesOf(Path profile) {
        ProfileReading read = new ProfileReader(SettingCatalogue.sections())
                .read(profile, Map.of(), key -> key.equals(Software.SECTION));
        if (!(read instanceof ProfileReading.Accepted accepted)) {
            throw new AssertionError(read.toString());
        }
        List<Problem> problems = new ArrayList<>();
        List<Setting<?>> settings = SettingCatalogue.settings(
                accepted.profile(), key -> key.equals(Software.SECTION), Answers.none(), problems);
        assertThat(problems).isEmpty();
        return settings.stream()
                .filter(ProgramSetting.class::isInstance)
                .map(setting -> ((ProgramSetting) setting).rule())
                .toList();
    }
}
