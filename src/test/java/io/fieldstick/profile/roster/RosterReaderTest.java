package io.fieldstick.profile.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProblemRenderer;
import io.fieldstick.windows.MacAddress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterReaderTest {
    private static final String CHINESE = "序列号,MAC地址,部门,姓名,房间,信息点\r\nPF0ABC12,,信息技术部,张三明,305,A-12\r\n";

    @TempDir
    Path folder;

    private RosterReader.Reading read(byte[] bytes) {
        try {
            return RosterReader.read(Files.write(folder.resolve("roster.csv"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Roster accepted(String text) {
        return accepted(text.getBytes(StandardCharsets.UTF_8));
    }

    private Roster accepted(byte[] bytes) {
        RosterReader.Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(RosterReader.Reading.Accepted.class);
        return ((RosterReader.Reading.Accepted) reading).roster();
    }

    private List<String> refused(String text) {
        RosterReader.Reading reading = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(RosterReader.Reading.Refused.class);
        return ((RosterReader.Reading.Refused) reading)
                .problems().stream().map(RosterReaderTest::shown).toList();
    }

    private static String shown(Problem problem) {
        return problem.at().line() + ":" + problem.at().column() + "+"
                + problem.at().length() + " " + problem.what().key().replace("roster.", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void everyEncodingOfASpreadsheetIsRead(String charset) {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        Roster roster = accepted((mark + CHINESE).getBytes(Charset.forName(charset)));
        assertThat(roster.rows())
                .containsExactly(new RosterRow(
                        2, Optional.of("PF0ABC12"), List.of(), "信息技术部", "张三明", Optional.empty(), "305", "A-12"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        assertThat(accepted("\uFEFF" + CHINESE).rows()).hasSize(1);
    }

    @Test
    void tabsOfUnicodeTextAndSemicolonsAreSeparatorsToo() {
        assertThat(accepted(("\uFEFF" + CHINESE.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))
                        .rows())
                .hasSize(1);
        assertThat(accepted(CHINESE.replace(',', ';')).rows()).hasSize(1);
    }

    @Test
    void headingsAreKnownInEnglishInAnyOrderAndOthersAreNamed() {
        Roster roster = accepted("User Name,Asset,MAC-Address,Department\nLi,1,00:1a:2b:3c:4d:5e,IT\n");
        assertThat(roster.rows().get(0).user()).isEqualTo("Li");
        assertThat(roster.rows().get(0).addresses()).containsExactly(new MacAddress("00-1A-2B-3C-4D-5E"));
        assertThat(Messages.in(Language.ENGLISH).text(roster.notes().get(0)))
                .endsWith("roster.csv: these columns are not used: Asset");
    }

    @Test
    void commentsAndEmptyLinesAreNoRowsEvenAfterASpreadsheetHasSavedThem() {
        Roster roster = accepted("# a, \"b\n\"# c, d\",,\n,,,\nserial,dept,user\n\n# S1,IT,Li\nS2,IT,Li\n,,\n");
        assertThat(roster.rows()).extracting(RosterRow::line).containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource({
        "00-1A-2B-3C-4D-5E",
        "00:1a:2b:3c:4d:5e",
        "001a.2b3c.4d5e",
        "001A2B3C4D5E",
        "001A2B-3C4D5E",
        "00 1A 2B 3C 4D 5E"
    })
    void anAddressMayBeWrittenInAnyWay(String written) {
        assertThat(accepted("mac,dept,user\n" + written + ",IT,Li\n")
                        .rows()
                        .get(0)
                        .addresses())
                .containsExactly(new MacAddress("00-1A-2B-3C-4D-5E"));
    }

    @Test
    void aRowIsFoundByItsSerialNumberOrByOneOfItsAddresses() {
        Roster roster = accepted(
                "serial,mac,dept,user\nS1,,IT,Li\n,00-1A-2B-3C-4D-5E; 00-1A-2B-3C-4D-5F,IT,Wang\ns3,,IT,Zhao\n");
        assertThat(lines(roster, "S3")).containsExactly(4);
        assertThat(lines(roster, "S9", "00-1A-2B-3C-4D-5F")).containsExactly(3);
        assertThat(lines(roster, "S1", "00-1A-2B-3C-4D-5E")).containsExactly(2, 3);
        assertThat(lines(roster, "S9", "00-1A-2B-3C-4D-50")).isEmpty();
    }

    private static List<Integer> lines(Roster roster, String serial, String... addresses) {
        return roster
                .rowsOf(
                        Optional.of(serial),
                        List.of(addresses).stream().map(MacAddress::new).toList())
                .stream()
                .map(RosterRow::line)
                .toList();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
        assertThat(refused("""
                        serial,mac,dept,user
                        ,,IT,Li
                        S1,00-1A-2B-3C-4D,IT,Li
                        Default string,,,王五
                        1.23E+12,,IT,
                        S1,FF-FF-FF-FF-FF-FF,IT,Li,oops
                        """))
                .containsExactly(
                        "2:1+1 no-machine",
                        "3:4+14 mac",
                        "4:1+14 placeholder",
                        "4:17+1 nothing",
                        "5:1+8 made-a-number",
                        "5:14+1 nothing",
                        "6:1+2 twice",
                        "6:4+17 mac",
                        "6:28+4 extra");
    }

    @Test
    void columnsAreCountedAsAPersonSeesThem() {
        assertThat(refused("mac,dept,user\n\"乙,x\",IT,张三\n")).containsExactly("2:2+1 mac", "2:4+1 mac");
    }

    @Test
    void headingsThatAreMissingOrThereTwiceAreNamed() {
        assertThat(refused("serial,房间\nS1,305\n")).containsExactly("1:1+9 heading-missing");
        assertThat(refused("serial,序列号,dept,user\n")).containsExactly("1:8+3 heading-twice");
        assertThat(refused("")).containsExactly("0:1+1 empty");
        assertThat(refused("# only a comment\n")).containsExactly("0:1+1 empty");
    }

    @Test
    void quotesThatDoNotMatchAreFound() {
        assertThat(refused("serial,dept,user\nS1,\"IT,Li\nS2,IT,Li\n")).containsExactly("2:4+1 quotes");
        assertThat(refused("serial,dept,user\nS1,\"IT\"x,Li\n")).containsExactly("2:4+1 quotes");
    }

    @Test
    void whatIsWrongAboveARowThatIsNoCsvIsToldTogetherWithIt() {
        assertThat(refused("serial,dept,user\nS1,,Li\nS2,\"IT,Li\n")).containsExactly("2:4+1 nothing", "3:4+1 quotes");
        assertThat(refused("serial,user\nS1,Li\nS2,\"Li\n")).containsExactly("1:1+11 heading-missing", "3:4+1 quotes");
    }

    @Test
    void aSerialNumberThatAnExportMadeTextIsReadAsItself() {
        assertThat(lines(accepted("serial,dept,user\n=\"00123\",IT,Li\n\"=\"\"00124\"\"\",IT,Li\n"), "00124"))
                .containsExactly(3);
    }

    @Test
    void aFaultIsShownBelowItsLineWithACaret() {
        RosterReader.Reading reading = read("serial,dept,user\n0,IT,Li\n".getBytes(StandardCharsets.UTF_8));
        Problem problem = ((RosterReader.Reading.Refused) reading).problems().get(0);
        assertThat(new ProblemRenderer(Messages.in(Language.ENGLISH)).error(problem))
                .contains("`0` is no serial number", "roster.csv:2:1", "0,IT,Li", "^");
    }

    @Test
    void hostileTablesAreRefusedInNoTime() {
        assertThat(refused("serial,dept,user\n" + "S,".repeat(200_000))).containsExactly("2:1+400000 wide");
        assertThat(refused("serial,dept,user\nS1,IT," + "x".repeat(500_000))).containsExactly("2:7+500000 long");
        assertThat(refused("serial,dept,user\n" + "0,IT,Li\n".repeat(50_000))).hasSize(100);
        assertThat(refused("x".repeat(2_000_000))).hasSize(1);
        assertThat(refused("serial,dept,user\nS1,IT,\u202Eil\n")).containsExactly("2:7+3 invisible");
        assertThat(refused("serial,dept,user\nS1,IT,\"Li\nSi\"\n")).containsExactly("2:7+3 invisible");
    }

    @Test
    void noTableOfAnyBytesDoesAnythingButReadOrReport() {
        Random random = new Random(20261125);
        String alphabet = "serial,mac,dept,user\"\"\n\n\r\t;;#,,,:-00aF张\u0000\uFEFF =";
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(round % 2 == 0 ? "serial,mac,dept,user\n" : "");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            RosterReader.Reading reading = read(text.toString().getBytes(StandardCharsets.UTF_8));
            if (reading instanceof RosterReader.Reading.Refused refused) {
                assertThat(refused.problems()).as(text.toString()).isNotEmpty();
                refused.problems().forEach(new ProblemRenderer(Messages.in(Language.CHINESE))::error);
            }
        }
    }
}
