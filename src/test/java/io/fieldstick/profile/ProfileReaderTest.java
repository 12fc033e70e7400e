package io.fieldstick.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReaderTest {
    private static final ProfileReader READER = new ProfileReader(House.SECTIONS);

    @TempDir
    private Path folder;

    @Test
    void plainWordsAreTextsWhereATextIsMeantWhateverYamlThinksOfThem() throws IOException {
        Value.RecordValue departments =
                accepted("""
                name: no
                host-name:
                  pattern: 1.10
                  departments:
                    on: off
                    财务部: 2026-01-01
                    0x1F: 007
                    yes: ~x
                """).section("host-name").orElseThrow().asRecord();
        assertThat(departments.text("pattern")).isEqualTo("1.10");
        assertThat(departments.textMap("departments"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("on", "off", "财务部", "2026-01-01", "0x1F", "007", "yes", "~x"));
    }

    @Test
    void aValueKnowsItsPlaceInCharactersNotBytes() throws IOException {
        Value server = accepted("name: 首都机场\nproxy: {server: '10.1.1.1:80', bypass: [ 甲, '乙.cn' ]}\n")
                .section("proxy")
                .orElseThrow()
                .asRecord()
                .required("bypass")
                .asList()
                .items()
                .get(1);
        assertThat(server.span().place()).endsWith("p.yaml:2:45");
        assertThat(server.span().length()).isEqualTo(6);
    }

    @Test
    void aSiteValueTakesThePlaceOfItsNameAndSaysWhereItComesFrom() throws IOException {
        write("site.yaml", "proxy-server: 10.9.9.9:3128\nbypass:\n  - '*.bcia.cn'\n  - <local>\nport: 99\n");
        Value.RecordValue proxy = accepted("""
                name: x
                values-from: site.yaml
                proxy:
                  server: "{proxy-server}"
                  bypass: "{bypass}"
                software:
                  required: [{name: "port {port} of {proxy-server}"}]
                """).section("proxy").orElseThrow().asRecord();
        assertThat(proxy.text("server")).isEqualTo("10.9.9.9:3128");
        assertThat(proxy.required("server").span().place()).endsWith("site.yaml:1:15");
        assertThat(proxy.texts("bypass")).containsExactly("*.bcia.cn", "<local>");
        assertThat(proxy.required("bypass").asList().items().get(1).span().place())
                .endsWith("site.yaml:4:5");
    }

    /** Windows ends a text there: another registry key would be written than the one that was checked. */
    @Test
    void aTextWithTheCharacterThatEndsEveryTextIsRefused() throws IOException {
        assertThat(refused("name: \"a\\0b\"\n"))
                .extracting(problem -> problem.what().key())
                .containsExactly("profile.value.nul");
    }

    @Test
    void aListOfTheSiteFileCanStandAmongOtherItems() throws IOException {
        write("site.yaml", "ours: [a.cn, b.cn]\n");
        Profile profile = accepted("""
                name: x
                values-from: site.yaml
                proxy: {server: "1.1.1.1:1", bypass: ["{ours}", c.cn]}
                """);
        assertThat(profile.section("proxy").orElseThrow().asRecord().texts("bypass"))
                .containsExactly("a.cn", "b.cn", "c.cn");
    }

    @Test
    void whatIsGivenOnTheCommandLineBeatsTheSiteFile() throws IOException {
        write("site.yaml", "proxy-server: proxy.bcia.example:80\nbypass: ['*.example']\n");
        Path file = write("p.yaml", """
                name: x
                values-from: site.yaml
                proxy: {server: "{proxy-server}", bypass: "{bypass}"}
                """);
        Profile profile = accepted(READER.read(
                file, Map.of("proxy-server", "10.1.1.1:80", "bypass", "10.*; <local>", "dept", "IT"), section -> true));
        Value.RecordValue proxy = profile.section("proxy").orElseThrow().asRecord();
        assertThat(proxy.text("server")).isEqualTo("10.1.1.1:80");
        assertThat(proxy.required("server").span().place()).isEqualTo("--set");
        assertThat(proxy.texts("bypass")).containsExactly("10.*", "<local>");
    }

    @Test
    void bracesThatAreNoNameAndTheTextsOwnPlaceholdersStay() throws IOException {
        Profile profile = accepted("""
                name: x
                host-name: {pattern: "BCIA-{dept}-{user}"}
                software:
                  required:
                    - name: '/^Flash \\d{2,3} {90120000-0011-0000-0000-0000000ff1ce}|{a1234567-0011-0000-0000-0000000ff1ce}/'
                """);
        assertThat(profile.section("host-name").orElseThrow().asRecord().text("pattern"))
                .isEqualTo("BCIA-{dept}-{user}");
        assertThat(profile.section("software")
                        .orElseThrow()
                        .asRecord()
                        .records("required")
                        .get(0)
                        .text("name"))
                .contains("{2,3}", "{a1234567-0011-0000-0000-0000000ff1ce}");
    }

    @Test
    void anExampleOfTheSiteFileIsRefusedOnlyWhereASelectedSectionUsesIt() throws IOException {
        write("site.yaml", "proxy-server: proxy.bcia.example:80\nunused: x.example\n");
        Path file = write("p.yaml", "name: x\nvalues-from: site.yaml\nproxy: {server: '{proxy-server}'}\n");
        assertThat(refused(READER.read(file, Map.of(), "proxy"::equals)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.at().place()).endsWith("site.yaml:1:15"));
        assertThat(accepted(READER.read(file, Map.of(), section -> false)).examples())
                .hasSize(1);
    }

    @Test
    void aHostIsAnExampleOnlyBelowTheReservedDomain() throws IOException {
        write("site.yaml", "a: h.example.cn:80\nb: my-example:80\nc: h.EXAMPLE:80\n");
        for (String name : List.of("a", "b")) {
            accepted("name: x\nvalues-from: site.yaml\nproxy: {server: '{%s}'}\n".formatted(name));
        }
        assertThat(refused("name: x\nvalues-from: site.yaml\nproxy: {server: '{c}'}\n"))
                .hasSize(1);
    }

    @Test
    void theSiteFileLiesInTheProfilesFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("outside.yaml"), "a: b\n");
        Files.writeString(inner.resolve("site.yaml"), "a: b\n");
        Files.createSymbolicLink(inner.resolve("link.yaml"), folder.resolve("outside.yaml"));
        for (String outward : List.of(
                "../outside.yaml",
                "x/../../outside.yaml",
                "/etc/hosts",
                "C:site.yaml",
                "\\\\server\\share\\site.yaml",
                "..\\outside.yaml",
                "site.yaml:stream",
                "link.yaml")) {
            Path file = inner.resolve("p.yaml");
            Files.writeString(file, "name: x\nvalues-from: '%s'\n".formatted(outward));
            assertThat(refused(READER.read(file, Map.of(), s -> true)))
                    .as(outward)
                    .singleElement()
                    .extracting(problem -> problem.what().key())
                    .isEqualTo("profile.site.outside");
        }
    }

    @Test
    void aFileIsReadInWhicheverUsualEncodingItWasSaved() throws IOException {
        String text = "name: 首都机场工作站\r\nauto-play: disabled\r\n";
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).name())
                .isEqualTo("首都机场工作站");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).name())
                .isEqualTo("首都机场工作站");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)).name())
                .isEqualTo("首都机场工作站");
        Profile gbk = read(text.getBytes(Charset.forName("GBK")));
        assertThat(gbk.name()).isEqualTo("首都机场工作站");
        assertThat(gbk.notes()).extracting(Message::key).containsExactly("profile.text.read-as-gbk");
    }

    @Test
    void aBrokenByteInUtf8IsNotTakenForGbk() throws IOException {
        byte[] bytes = "name: 首都机场工作站\n".getBytes(StandardCharsets.UTF_8);
        bytes[6 + 3] = 'x';
        assertThat(keys(bytes)).containsExactly("profile.text.broken-utf8");
    }

    @Test
    void whatIsNoTextIsSaidSoAndNotParsed() throws IOException {
        assertThat(keys(new byte[] {0, 1, 2, 3})).containsExactly("profile.text.binary");
        assertThat(keys(new byte[] {'M', 'Z', (byte) 0x90, (byte) 0xFF, (byte) 0xFF}))
                .containsExactly("profile.text.binary");
        assertThat(keys(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})).containsExactly("profile.text.binary");
        assertThat(keys("name: x".getBytes(StandardCharsets.UTF_16LE))).containsExactly("profile.text.binary");
        assertThat(keys("name: a\u0007b".getBytes(StandardCharsets.UTF_8))).containsExactly("profile.text.character");
        assertThat(keys(new byte[0])).containsExactly("profile.yaml.empty");
        assertThat(keys("# only a comment\n".getBytes(StandardCharsets.UTF_8))).containsExactly("profile.yaml.empty");
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedWithoutBeingRead() throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(100_000_000);
        }
        assertThat(keys(READER.read(file, Map.of(), s -> true))).containsExactly("profile.file.too-large");
    }

    @Test
    void aFileThatIsNotThereIsAskedForByItsNeighboursName() throws IOException {
        write("bcia.yaml", "name: x\n");
        List<Problem> problems = refused(READER.read(folder.resolve("bica.yaml"), Map.of(), s -> true));
        assertThat(Messages.in(Language.ENGLISH).text(problems.get(0).help().get(0)))
                .contains("bcia.yaml");
        assertThat(keys(READER.read(folder, Map.of(), s -> true))).containsExactly("profile.file.folder");
        assertThat(keys(READER.read(Path.of("/dev/zero"), Map.of(), s -> true)))
                .containsAnyOf("profile.file.device", "profile.file.missing");
    }

    @Test
    void anAliasBombIsRefusedAtItsFirstAnchorAndDoesNotGoOff() throws IOException {
        StringBuilder bomb = new StringBuilder("name: x\na0: &a0 [x, x]\n");
        for (int i = 1; i < 25; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }
        assertThat(keys(bomb.toString().getBytes(StandardCharsets.UTF_8))).containsOnly("profile.yaml.anchor");
        assertThat(keys("name: &x [*x]\n".getBytes(StandardCharsets.UTF_8))).containsOnly("profile.yaml.anchor");
        assertThat(keys(("name: " + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("profile.yaml.deep");
    }

    @Test
    void noMoreProblemsAreKeptThanAPersonReads() throws IOException {
        List<Problem> problems = refused("name: x\n" + "x: y\n".repeat(5_000));
        assertThat(problems).hasSize(100);
        assertThat(problems.get(99).notes()).extracting(Message::key).containsExactly("profile.more-problems");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Profile read(byte[] bytes) throws IOException {
        return accepted(READER.read(Files.write(folder.resolve("p.yaml"), bytes), Map.of(), s -> true));
    }

    private List<String> keys(byte[] bytes) throws IOException {
        return keys(READER.read(Files.write(folder.resolve("p.yaml"), bytes), Map.of(), s -> true));
    }

    private static List<String> keys(ProfileReading reading) {
        return refused(reading).stream().map(problem -> problem.what().key()).toList();
    }

    private Profile accepted(String text) throws IOException {
        return accepted(READER.read(write("p.yaml", text), Map.of(), s -> true));
    }

    private List<Problem> refused(String text) throws IOException {
        return refused(READER.read(write("p.yaml", text), Map.of(), s -> true));
    }

    private static Profile accepted(ProfileReading reading) {
        if (reading instanceof ProfileReading.Refused refused) {
            throw new AssertionError(new ProblemRenderer(Messages.in(Language.ENGLISH)).errors(refused.problems()));
        }
        return ((ProfileReading.Accepted) reading).profile();
    }

    private static List<Problem> refused(ProfileReading reading) {
        assertThat(reading).isInstanceOf(ProfileReading.Refused.class);
        return ((ProfileReading.Refused) reading).problems();
    }
}
