package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.fieldstick.message.DisplayWidth;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Whatever the registry answers to whatever verify asks: it is judged or reported, never a crash, in every format. */
class RegistryThatLiesTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final RegistryKey UNINSTALL =
            RegistryKey.machine("Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    private static final int COLUMNS = 80;
    private static final int ENTRIES = 3000;

    /** Thousands of programs are listed; megabytes of one value are not shown. */
    private static final int MOST_PRINTED = 2_000_000;

    /** What a bug in the program ends with. */
    private static final int BUG = 1;

    private static final String PROFILE = """
            name: everything
            auto-play: disabled
            host-name: {pattern: "BCIA-{dept}-{user}"}
            proxy: {server: "proxy.house.test:8080", bypass: ["<local>"]}
            trusted-sites: {sites: ["https://oa.house.test", "10.9.8.*"]}
            registry:
              - {name: machine, key: 'HKLM\\SOFTWARE\\House', value-name: V, type: number, value: "1"}
              - {name: user, key: 'HKCU\\Software\\House', value-name: V, type: text, value: "1"}
            services: [{name: EventLog, start: automatic}]
            software:
              required:
                - {name: A, any-of: [{display-name: 'A*', publisher: '/./', version: '>=1'}]}
                - {name: S, any-of: [{service: Agent}]}
                - {name: M, any-of: [{msi-product: '{90110804-6000-11D3-8CFE-0150048383C9}', version: '>1'}]}
                - {name: X, any-of: [{appx: Microsoft.X, version: '>1'}]}
                - {name: F, any-of: [{file: F.exe}]}
              forbidden:
                - {name: N, any-of: [{display-name: '*cmd*'}], when: {memory-at-least: 1 GB, architecture: x64}}
              others: only-if-free
            windows: {edition: [Professional], build-at-least: 19045, origin: no-foreign-image, pending-restart: none}
            """;

    @TempDir
    private Path folder;

    static Stream<RegistryValue> lies() {
        return Stream.of(
                RegistryValue.sz("=cmd|' /C calc'!A0"),
                RegistryValue.sz("\u202Egpj.exe\u0007\u001B[2J\r\n\t\u2028"),
                RegistryValue.sz("half \uD800 of a character, ]]> and </testcase>"),
                RegistryValue.sz("x".repeat(1 << 20)),
                RegistryValue.sz("before\0behind"),
                RegistryValue.sz(""),
                RegistryValue.expandSz("%A%%B%%".repeat(2000)),
                RegistryValue.multiSz(List.of("one", "", "two")),
                RegistryValue.dword(-1),
                RegistryValue.binary(new byte[3]),
                RegistryValue.raw(RegistryValue.SZ, new byte[] {65}),
                RegistryValue.raw(RegistryValue.DWORD, new byte[] {1, 2}),
                RegistryValue.raw(RegistryValue.NONE, new byte[0]),
                RegistryValue.raw(0xFFFF0012, new byte[] {1, 2, 3}));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aValueMaySayAnything(RegistryValue lie) {
        everyFormatIsWholeAfter(windows -> windows.answerEveryQuestionWith(lie));
    }

    @Test
    void everyKeyMayBeRefused() {
        everyFormatIsWholeAfter(windows -> windows.refuseEveryQuestion(WindowsError.ACCESS_DENIED));
    }

    @Test
    void thereMayBeThousandsOfEntriesWithNamesThatMeanHarmAndKeysInACircle() {
        everyFormatIsWholeAfter(windows -> {
            for (int i = 0; i < ENTRIES; i++) {
                entry(windows, "e" + i, "entry " + i);
            }
            entry(windows, "\u202Efdp\u0007", "=1+1");
            entry(windows, "=cmd", "\uD800");
            windows.cycle(UNINSTALL, "circle");
        });
    }

    private static void entry(InMemoryWindows windows, String key, String name) {
        windows.put(UNINSTALL.child(key), "DisplayName", RegistryValue.sz(name));
        windows.put(UNINSTALL.child(key), "Publisher", RegistryValue.sz("@by " + name));
        windows.put(UNINSTALL.child(key), "UninstallString", RegistryValue.sz("u.exe"));
    }

    /** Runs verify once to learn what it asks, lies to it about that, and runs it again. */
    private void everyFormatIsWholeAfter(Consumer<InMemoryWindows> lie) {
        InMemoryWindows windows =
                new InMemoryWindows().user(ZHANG, "C:\\Users\\zhangsan", true).user(LI, "C:\\Users\\李四", true);
        entry(windows, "a", "A 1.2");
        Visit visit = new Visit(folder, windows);
        visit.profile("bcia.yaml", PROFILE);
        windows.clearLog();
        String[] verify = {"verify", "-v", "--report", "json:r.json", "--report", "junit:r.xml", "--report", "csv:r.csv"
        };
        assertThat(visit.run(verify)).isNotEqualTo(BUG);
        lie.accept(windows);
        assertThat(visit.run(verify)).as(visit.errors()).isNotEqualTo(BUG);
        assertThat(visit.output().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(COLUMNS));
        assertThat(visit.output().length()).isLessThan(MOST_PRINTED);
        assertThat(visit.output().codePoints()).noneMatch(RegistryThatLiesTest::movesTheCursorOrTurnsTheLine);
        assertWholeJson(read("r.json"));
        assertWellFormed(read("r.xml"));
        assertThat(read("r.csv")).doesNotContain("\n=", ",=", ",\"=", ",@", ",\"@");
    }

    private static boolean movesTheCursorOrTurnsTheLine(int point) {
        return (point < ' ' && point != '\n') || point == 0x7F || (point >= 0x202A && point <= 0x202E);
    }

    private String read(String name) {
        try {
            return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("there is no " + name, e);
        }
    }

    private static void assertWholeJson(String text) {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            json.skipChildren();
            assertThat(json.nextToken()).isNull();
        } catch (IOException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    private static void assertWellFormed(String xml) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("no XML", e);
        }
    }
}
