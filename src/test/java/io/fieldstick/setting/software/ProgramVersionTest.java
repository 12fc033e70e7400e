package io.fieldstick.setting.software;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.setting.software.NamePattern.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramVersionTest {
    @ParameterizedTest
    @CsvSource({
        "3.80, 3.90",
        "3.8, 3.80",
        "3.9, 3.80",
        "9.3, 10.1.0",
        "11.0.8173.0, 12.0.4518.1014",
        "12.0.4518.1014, 12.0.6612.1000",
        "2007, 2007 SP1",
        "2007 SP2, 2007 SP3",
        "2007 SP3, 2007 SP10",
        "2007 SP3, 2010",
        "2003, 2003 R2",
        "3.80 beta 5, 3.80",
        "3.80 alpha, 3.80 beta 1",
        "3.80 beta 5, 3.80 RC1",
        "3.80 RC1, 3.80",
        "6.0测试版, 6.0正式版",
        "1.0, 1.0a",
        "1.0a, 1.0b",
        "1.0b, 1.0.1",
        "20090312, 2009-3-13",
        "2009年3月12日, 20100101",
        "r2, r10",
        "5.0, V5.1",
        "'', 0.0.1",
        "20.1, 20090312",
        "1, 99999999999999999999"
    })
    void theFirstIsBeforeTheSecond(String first, String second) {
        assertThat(ProgramVersion.of(first)).isLessThan(ProgramVersion.of(second));
        assertThat(ProgramVersion.of(second)).isGreaterThan(ProgramVersion.of(first));
    }

    @ParameterizedTest
    @CsvSource({
        "3.80, 3.80.0",
        "3.80, 3.80.0.0",
        "03.080, 3.80",
        "v3.80, 3.80",
        "V 3.80, 3.80",
        "3.80 正式版, 3.80",
        "6.0正式版, 6",
        "20090312, 2009-03-12",
        "2009/3/12, 2009年3月12日",
        "2007 SP3, 2007 Service Pack 3",
        "2007SP3, 2007 sp 3",
        "３．８０, 3.80",
        "'3,80', 3.80",
        "5.0.0.1 (build 123), 5.0.0.1.123",
        "'', 0",
        "'', 正式版"
    })
    void theTwoAreTheSameVersion(String first, String second) {
        assertThat(ProgramVersion.of(first)).isEqualByComparingTo(ProgramVersion.of(second));
        assertThat(ProgramVersion.of(first)).isEqualTo(ProgramVersion.of(second));
        assertThat(ProgramVersion.of(first).hashCode())
                .isEqualTo(ProgramVersion.of(second).hashCode());
    }

    @Test
    void anEightDigitNumberThatIsNoDateIsANumber() {
        assertThat(ProgramVersion.of("20091345")).isEqualTo(ProgramVersion.of("20091345.0"));
        assertThat(ProgramVersion.of("20091345")).isNotEqualTo(ProgramVersion.of("2009-13-45"));
    }

    @Test
    void whateverIsWrittenTheOrderObeysItsLaws() {
        for (int seed = 0; seed < 20; seed++) {
            List<ProgramVersion> versions = versions(new Random(seed), 40);
            for (ProgramVersion a : versions) {
                for (ProgramVersion b : versions) {
                    assertAntisymmetricAndConsistent(a, b);
                    versions.forEach(c -> assertTransitive(a, b, c));
                }
            }
            versions.sort(Comparator.naturalOrder());
        }
    }

    private static void assertAntisymmetricAndConsistent(ProgramVersion a, ProgramVersion b) {
        int order = Integer.signum(a.compareTo(b));
        boolean lawful = order == -Integer.signum(b.compareTo(a)) && (order == 0) == a.equals(b);
        assertThat(lawful).as("'%s' and '%s'", a, b).isTrue();
    }

    private static void assertTransitive(ProgramVersion a, ProgramVersion b, ProgramVersion c) {
        boolean chain = a.compareTo(b) <= 0 && b.compareTo(c) <= 0;
        if (chain && a.compareTo(c) > 0) {
            throw new AssertionError("'" + a + "' <= '" + b + "' <= '" + c + "', but not the first and the last");
        }
    }

    private static List<ProgramVersion> versions(Random random, int count) {
        List<String> pieces = List.of(
                "0",
                "1",
                "00",
                "3",
                "80",
                "08",
                ".",
                ".",
                ".",
                " ",
                "-",
                "SP",
                "sp",
                "r",
                "a",
                "b",
                "beta",
                "rc",
                "alpha",
                "v",
                "版",
                "正式版",
                "测试版",
                "2007",
                "20090312",
                "build",
                "99999999999999999999999",
                "é",
                "");
        List<ProgramVersion> versions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(7); k >= 0; k--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            versions.add(ProgramVersion.of(text.toString()));
        }
        return versions;
    }

    @ParameterizedTest
    @CsvSource({
        ">=3.80 <4, 3.80, true", ">=3.80 <4, 3.93.0, true", ">=3.80 <4, 4.0, false", ">=3.80 <4, 3.71, false",
        ">=3.80 <4, '4.0 beta 1', true", "'>= 3.80, < 4', 3.80, true", "3.80, 3.80.0, true", "=3.80, 3.81, false",
        "!=4.01, 4.01, false", ">2007 SP2 <=2010, 2007 SP3, true", ">2007 SP2 <=2010, 2007 SP2, false", "<12, '', true"
    })
    void aRangeAdmitsWhatLiesInAllItsBounds(String range, String version, boolean admitted) {
        assertThat(VersionRange.of(range).admits(ProgramVersion.of(version))).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">=1 and <2",
                "1 || 2",
                ">1 OR <0.5",
                "",
                " ",
                ">=",
                "<4 >",
                ">=3 <",
                "abc",
                "3.8*",
                "=>3",
                ">=<3",
                ">=3 ,, <4",
                "=="
            })
    void whatIsNoRangeIsAProblem(String text) {
        assertThat(VersionRange.problemOf(text)).isPresent();
    }

    @Test
    void aHugeRangeIsAProblemAtOnce() {
        assertThat(VersionRange.problemOf(">=1 ".repeat(100_000))).isPresent();
        assertThat(VersionRange.problemOf(" ".repeat(100_000))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "WinRAR 3.8*, WinRAR 3.80 简体中文版, YES",
        "WinRAR 3.8*, WinRAR 4.20, NO",
        "winrar archiver, WinRAR  archiver, YES",
        "WinRAR, WinRAR 5, NO",
        "*Player*, Adobe Flash Player 32, YES",
        "搜狗?音*, 搜狗拼音输入法, YES",
        "*, '', YES",
        "'**a**', bab, YES",
        "ＷｉｎＲＡＲ*, WinRAR 3, YES",
        "/^Adobe (Acrobat )?Reader/, adobe reader X, YES",
        "/^Adobe/, Not Adobe, NO",
        "/暴风影音/, 暴风影音5, YES",
        "/x/, x, YES",
        "//, //, YES",
        "a?c, abbc, NO"
    })
    void aPatternMeansTheNamesItDescribes(String pattern, String name, Answer answer) {
        assertThat(NamePattern.problemOf(pattern)).isEmpty();
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a+)+$/", "/(a|aa)+$/", "/(.*)*x/", "/^(a?){30}a{30}$/", "/(.*a){12}x/"})
    void anExpressionThatWouldRunForYearsGivesUp(String pattern) {
        Answer answer = NamePattern.of(pattern).matches("a".repeat(400) + "!");
        assertThat(answer).isIn(Answer.TOO_SLOW, Answer.NO);
    }

    @Test
    void theClassicCatastropheIsSaidToBeTooSlow() {
        assertThat(NamePattern.of("/(.*a){12}x/").matches("a".repeat(60))).isEqualTo(Answer.TOO_SLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(/", "/[/", "/a{2000}/", "/(((){300}){300}){300}/", "/(?<x/", " ", "/*a/"})
    void aPatternThatCannotBeUsedIsAProblem(String pattern) {
        assertThat(NamePattern.problemOf(pattern)).isPresent();
    }

    @Test
    void aLongPatternIsAProblem() {
        assertThat(NamePattern.problemOf("*a".repeat(1000))).isPresent();
    }

    @Test
    void wildcardsEndSoonOnTheWorstNames() {
        String worst = "*a".repeat(149) + "*b";
        assertThat(NamePattern.of(worst).matches("a".repeat(1 << 20))).isEqualTo(Answer.NO);
    }
}
