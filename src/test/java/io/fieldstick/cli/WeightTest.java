package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Severities and waivers: what they do to the exit code, and that they are told. Visits begin on 2026-11-24. */
class WeightTest {
    private static final String PROFILE = """
            name: Test
            auto-play: disabled
            software:
              required:
                - name: WinRAR 3.8
                  any-of: [{display-name: "WinRAR*"}]
            """;
    private static final String WAIVER = """
            waivers:
              - {setting: "software/WinRAR 3.8", reason: licence is ordered, by: 王主任, until: %s}
            """;

    @TempDir
    private Path folder;

    private Visit visit;

    @BeforeEach
    void aStick() {
        visit = new Visit(folder, new InMemoryWindows());
    }

    @Test
    void aDifferenceWithoutMoreIsAnError() {
        assertThat(verify("")).isEqualTo(4);
    }

    @Test
    void aWarningIsShownAndDoesNotFail() {
        assertThat(verify("severities: {auto-play: warning, software: info}\n")).isEqualTo(0);
        assertThat(visit.output())
                .contains(
                        "different",
                        "the profile calls this a warning",
                        "by hand",
                        "the profile calls this information");
    }

    @Test
    void aRulesOwnSeverityBeatsThatOfItsSectionAndIsBeatenByItsName() {
        String rule =
                PROFILE.replace("[{display-name: \"WinRAR*\"}]", "[{display-name: \"WinRAR*\"}]\n      severity: info");
        visit.profile("bcia.yaml", rule + "severities: {software: error}\n");
        assertThat(visit.run("verify", "--only", "software")).isEqualTo(0);
        visit.profile("bcia.yaml", rule + "severities: {software/WinRAR 3.8: error}\n");
        assertThat(visit.run("verify", "--only", "software")).isEqualTo(4);
    }

    @Test
    void aWaivedDifferenceIsShownAsWaivedThroughItsLastDay() {
        assertThat(verify(WAIVER.formatted("2026-11-24"), "--skip", "auto-play"))
                .isEqualTo(0);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("waived WinRAR 3.8", "may differ until 2026-11-24", "licence is ordered");
        assertThat(verify(WAIVER.formatted("2026-11-24"), "--skip", "auto-play", "--format", "json"))
                .isEqualTo(0);
        assertThat(visit.output())
                .contains("\"status\" : \"waived\"", "\"by\" : \"王主任\"", "\"until\" : \"2026-11-24\"");
    }

    @Test
    void anEndedWaiverFailsAndSaysSo() {
        assertThat(verify(WAIVER.formatted("2026-11-23"), "--skip", "auto-play"))
                .isEqualTo(4);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("by hand WinRAR 3.8", "2026-11-23", "that time is over");
    }

    @Test
    void aWaiverForAnUnknownSettingIsAProblemWithASuggestion() {
        assertThat(verify(WAIVER.formatted("2026-12-31").replace("WinRAR 3.8", "WinRAR 3.9")))
                .isEqualTo(2);
        assertThat(visit.errors())
                .contains("no setting `software/WinRAR 3.9`", "bcia.yaml:8:", "did you mean `software/WinRAR 3.8`");
    }

    @Test
    void aSeverityForAnUnknownSettingIsAProblem() {
        assertThat(verify("severities: {proxy: info}\n")).isEqualTo(2);
        assertThat(visit.errors()).contains("no setting `proxy`");
    }

    @Test
    void aWaiverForASectionThatIsSkippedIsNoProblem() {
        assertThat(verify(WAIVER.formatted("2026-12-31"), "--only", "auto-play"))
                .isEqualTo(4);
    }

    @Test
    void aDayThatDoesNotExistIsAProblem() {
        assertThat(verify(WAIVER.formatted("2026-02-30"))).isEqualTo(2);
        assertThat(visit.errors()).contains("no day 2026-02-30");
    }

    @Test
    void provisionLeavesAWaivedSettingAsItIs() {
        visit.profile(
                "bcia.yaml", PROFILE + WAIVER.formatted("2026-12-31").replace("software/WinRAR 3.8", "auto-play"));
        assertThat(visit.run("provision", "--yes", "--only", "auto-play")).isEqualTo(0);
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(visit.output()).contains("waived");
    }

    private int verify(String more, String... options) {
        visit.profile("bcia.yaml", PROFILE + more);
        String[] arguments = new String[options.length + 1];
        arguments[0] = "verify";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return visit.run(arguments);
    }
}
