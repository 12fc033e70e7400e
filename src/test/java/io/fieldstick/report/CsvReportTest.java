package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReportTest {
    private static final String CSV = new CsvReport(Results.rendering(Language.CHINESE)).of(Results.settings());

    static Stream<Result> results() {
        return Stream.of(Results.settings(), Results.undone(), Results.audit());
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyLineHasAsManyCellsAsTheFirst(Result result) {
        List<List<String>> lines = lines(new CsvReport(Results.rendering(Language.CHINESE)).of(result));

        assertThat(lines)
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)));
    }

    @ParameterizedTest
    @MethodSource("results")
    void noCellIsAFormula(Result result) {
        for (List<String> line : lines(new CsvReport(Results.rendering(Language.ENGLISH)).of(result))) {
            assertThat(line).noneMatch(cell -> cell.matches("(?s)\\s*[=+@＝＋－＠-].*"));
        }
    }

    @Test
    void aCellThatWouldBeAFormulaGetsAnApostropheInFront() {
        assertThat(lines(CSV)).anySatisfy(line -> assertThat(line).contains("'=cmd|' /C calc'!A0"));
        assertThat(lines(CSV)).anySatisfy(line -> assertThat(line).contains("'+7, \"quoted\"; 1"));
        assertThat(lines(CSV)).anySatisfy(line -> assertThat(line).contains("'@SUM(1)"));
    }

    @Test
    void aMailStoreThatIsOnlyInTheCloudIsNotCountedAsOnTheDisk() {
        List<List<String>> lines = lines(new CsvReport(Results.rendering(Language.ENGLISH)).of(Results.audit()));
        List<String> names = lines.get(0);

        assertThat(lines)
                .filteredOn(line -> line.contains("C:\\Users\\li\\OneDrive\\云端.pst"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get(names.indexOf("status"))).isEqualTo("only-in-cloud");
                    assertThat(line.get(names.indexOf("files"))).isEqualTo("0");
                    assertThat(line.get(names.indexOf("bytes"))).isEqualTo("0");
                });
    }

    @Test
    void excelIsToldThatItIsUnicodeAndNobodyElseIs() {
        assertThat(CSV).startsWith("\uFEFFcomputer,run,");
        Rendering gbk = new Rendering(Messages.in(Language.CHINESE), 80, false, Charset.forName("GBK"), ZoneOffset.UTC);
        assertThat(new CsvReport(gbk).of(Results.settings())).startsWith("computer,");
    }

    /** As RFC 4180 says how to read it. */
    private static List<List<String>> lines(String csv) {
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = csv.startsWith("\uFEFF") ? 1 : 0; at < csv.length(); at++) {
            char c = csv.charAt(at);
            if (c == '"' && quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                cell.append(csv.charAt(++at));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                lines.get(lines.size() - 1).add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++at)).isEqualTo('\n');
                    lines.add(new ArrayList<>());
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(lines.remove(lines.size() - 1)).isEmpty();
        return lines;
    }
}
