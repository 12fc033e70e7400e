package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import io.fieldstick.windows.offline.hive.Hivex;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A hand-over: the stick that ships proves what is on a PC with programs of every kind, and says what is not. */
class VerifyIT {
    private static final String THIRD_USER_SID = "S-1-5-21-1004336348-1177238915-682003330-1003";
    private static final String UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final String DESKTOP = "C:\\users\\王五\\Desktop\\FeiQ.exe";
    private static final int COLUMNS = 80;

    private static final String PROGRAMS = """
            name: harbour house
            software:
              required:
                - {name: Ledger, any-of: [{msi-product: "{{7B0C4D1A-6F2E-4C57-9C61-3D1F0A5B2E10}}", version: ">=1.2 <2"}]}
                - {name: 码头看图, any-of: [{display-name: "码头看图*", publisher: 码头软件, version: ">=5.0.1"}]}
                - {name: 暴风影音, any-of: [{display-name: "暴风影音*"}]}
                - {name: Night Reader, any-of: [{display-name: Night Reader}]}
                - {name: FeiQ by version, any-of: [{file: FeiQ.exe, version: ">=2.5.1.7"}]}
                - {name: FeiQ by hash, any-of: [{file: "*.exe", sha256: HASH}]}
                - {name: Harbour service, any-of: [{service: HarbourAgent}]}
                - {name: running, any-of: [{process: services.exe}]}
              others: only-if-free
            """;

    private static final String FORBIDDEN = """
            name: harbour house
            software:
              forbidden:
                - {name: WinRAR, any-of: [{display-name: "WinRAR*"}], reason: an archive can start a program}
            """;

    private static final String HARBOUR_VIEW = """
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\RegisteredApplications]
            "Harbour View"="SOFTWARE\\\\Harbour View\\\\Capabilities"
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Harbour View\\Capabilities\\FileAssociations]
            ".tif"="HarbourView.tif"
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\HarbourView.tif\\shell\\open\\command]
            @="\\"C:\\\\Program Files\\\\Harbour\\\\view.exe\\" \\"%1\\""
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\.tif]
            @="HarbourView.tif"
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System]
            "DontDisplayLastUserName"=dword:00000001
            """;

    private final WinePrefix windows = WinePrefix.seeded();
    private final Stick stick = windows.stick("C:\\工具\\stick");

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    @Test
    void aProgramIsFoundInWhateverWayItIsThere() {
        Installers.installMsi(windows);
        Installers.installNsis(windows);
        thirdUserWhoIsNotSignedIn();
        Path portable = Installers.portable(windows, DESKTOP);
        windows.importRegistry("""
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HarbourAgent]
                "Type"=dword:00000010
                "Start"=dword:00000003
                "ImagePath"="C:\\\\agent.exe"
                """);
        profile("harbour.yaml", PROGRAMS.replace("{{", "{").replace("}}", "}").replace("HASH", sha256(portable)));
        Run run = verify("harbour.yaml", reports("json", "junit", "csv", "text"));
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(0);

        Json result = Json.of(report("report.json"));
        assertThat(outcome(result, "software/Ledger").text("actual")).isEqualTo("installed: Harbour Ledger 1.2.3");
        assertThat(where(result, "software/Ledger"))
                .isEqualTo(
                        "HKLM\\SOFTWARE\\Classes\\Installer\\Products\\A1D4C0B7E2F675C4C916D3F1A0B5E201!ProductName");
        assertThat(where(result, "software/码头看图")).isEqualTo("HKLM\\" + UNINSTALL + "\\DockView!DisplayName");
        assertThat(where(result, "software/暴风影音")).isEqualTo("HKLM\\" + UNINSTALL + "\\暴风影音 (32-bit)!DisplayName");
        assertThat(where(result, "software/Night Reader"))
                .isEqualTo("HKU\\" + THIRD_USER_SID + "\\" + UNINSTALL + "\\NightReader!DisplayName");
        assertThat(outcome(result, "software/FeiQ by version").text("actual"))
                .isEqualTo("installed: " + DESKTOP + " 2.5.1.7");
        assertThat(where(result, "software/FeiQ by hash")).isEqualTo(DESKTOP);
        assertThat(evidence(result, "software/Ledger").text("since")).startsWith("20");
        assertThat(result.items("others"))
                .extracting(other -> other.text("name"))
                .contains("WinRAR 3.80", "Harbour Ledger");

        assertThat(xml("report.junit")).isEqualTo("testsuites");
        assertThat(report("report.csv").lines().filter(line -> line.contains(",setting,")))
                .hasSize(result.items("outcomes").size());
        assertThat(report("report.text")).contains("Installed and in no rule of the profile");
        assertThat(run.out()).contains("WinRAR 3.80 3.80.0, win.rar GmbH");
        assertStaysInItsColumns(run.out());
    }

    @Test
    void aForbiddenProgramFailsUnlessAWaiverHolds() {
        profile("plain.yaml", FORBIDDEN);
        profile("waived.yaml", FORBIDDEN + waiver("2099-12-31"));
        profile("expired.yaml", FORBIDDEN + waiver("2020-01-31"));
        profile("warning.yaml", FORBIDDEN + "severities: {software: warning}\n");

        Run plain = verify("plain.yaml");
        assertThat(plain.exitCode()).as(plain.toString()).isEqualTo(4);
        assertThat(plain.out().replaceAll("\\s+", " "))
                .contains("uninstall WinRAR 3.80", "an archive can start a program");
        Run waived = verify("waived.yaml");
        assertThat(waived.exitCode()).as(waived.toString()).isEqualTo(0);
        assertThat(waived.out().replaceAll("\\s+", " ")).contains("waived", "2099-12-31", "till the new one is bought");
        Run expired = verify("expired.yaml");
        assertThat(expired.exitCode()).as(expired.toString()).isEqualTo(4);
        assertThat(expired.out()).contains("2020-01-31");
        assertThat(verify("warning.yaml").exitCode()).isEqualTo(0);
    }

    @Test
    void whatChangedSinceAnEarlierVisitIsTold() {
        String setting = "registry: [{name: banner, key: 'HKLM\\SOFTWARE\\Harbour', value-name: Banner, type: text,"
                + " value: Harbour}]\n";
        profile("harbour.yaml", "name: harbour house\n" + setting);
        Installers.installMsi(windows);
        banner("Harbour");
        Run first = verify("harbour.yaml");
        assertThat(first.exitCode()).as(first.toString()).isEqualTo(0);
        String visit = Json.of(read(theOnlyCase().resolve("result.json"))).text("run");

        Run same = verify("harbour.yaml", "--against", visit);
        assertThat(same.exitCode()).isEqualTo(0);
        assertThat(same.out()).doesNotContain("info        ", "warning");
        Installers.removeMsi(windows);
        Installers.installNsis(windows);
        banner("somebody else's");

        Run against = verify("harbour.yaml", "--against", visit);
        assertThat(against.exitCode()).as(against.toString()).isEqualTo(4);
        assertThat(against.out().replaceAll("\\s+", " "))
                .contains("Harbour Ledger 1.2.3", "码头看图 5.0", "registry/banner", visit);
    }

    /**
     * This Windows tells nothing of passwords and audit, so learning ends with 3 and says so; what it wrote is kept whole.
     */
    @Test
    void whatIsLearnedFromAPcPassesThere() {
        Installers.installMsi(windows);
        Installers.installNsis(windows);
        windows.importRegistry(HARBOUR_VIEW);
        windows.write("C:\\Program Files\\Harbour\\view.exe", new byte[] {'M', 'Z'});
        windows.run("sc", "create", "HarbourAgent", "binPath=", "C:\\agent.exe", "start=", "auto");
        windows.run("sc", "create", "HarbourOff", "binPath=", "C:\\windows\\off.exe", "start=", "disabled");
        for (String language : List.of("en", "zh")) {
            Run learn = stick.run("profile", "learn", "--lang", language);
            assertThat(learn.exitCode()).as(learn.toString()).isEqualTo(3);
            profile("learned.yaml", learn.out());
            Run verify = verify("learned.yaml", reports("json"));
            assertThat(verify.exitCode()).as(learn + "\n" + verify).isEqualTo(0);
            assertThat(learn.out())
                    .contains(
                            "Harbour Ledger",
                            "码头看图 5.0",
                            "WinRAR 3.80",
                            "暴风影音 3.10",
                            "{name: \"HarbourAgent\", start: automatic}",
                            "{name: \"HarbourOff\", start: disabled}",
                            "  - extensions: [\".tif\"]\n    program: \"Harbour View\"\n",
                            "    DontDisplayLastUserName: \"1\"\n")
                    .doesNotContain("  passwords:", "  audit:");
            assertThat(Json.of(report("report.json")).items("outcomes"))
                    .extracting(outcome -> outcome.text("setting"))
                    .contains("services/HarbourAgent", "services/HarbourOff", "file-types/.tif")
                    .contains("security-policy/options/DontDisplayLastUserName");
            assertThat(learn.err().lines().filter(line -> line.contains("2140")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(learn.out()).contains("# " + line));
        }
    }

    /** A registry that lies: odd types, long texts, control and turning characters, formulas, thousands of entries. */
    @Test
    void aRegistryThatLiesIsReportedAndEveryReportStaysWhole() {
        windows.importRegistry(lies());
        profile("harbour.yaml", "name: harbour house\nsoftware: {others: only-if-free}\n");
        Run run = verify("harbour.yaml", reports("json", "junit", "csv"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        assertThat(run.out()).contains("=cmd|").doesNotContain("\u202E", "\u001b");
        assertThat(run.out().replaceAll("\\s+", " ")).contains("7 registry values are not as Windows documents them");
        assertStaysInItsColumns(run.out());
        assertThat(Json.of(report("report.json")).items("others"))
                .hasSizeGreaterThan(3000)
                .extracting(other -> other.text("name"))
                .contains("=cmd|' /C calc'!A0", "after nul", "entry 2999");
        assertThat(xml("report.junit")).isEqualTo("testsuites");
        assertThat(report("report.csv")).contains("'=cmd|' /C calc'!A0").doesNotContain("\n=", ",=", ",\"=");
    }

    private static String lies() {
        StringBuilder lies = new StringBuilder();
        entry(lies, "formula", "\"DisplayName\"=\"=cmd|' /C calc'!A0\"");
        entry(lies, "number", "\"DisplayName\"=dword:00000007");
        entry(lies, "bidi", "\"DisplayName\"=" + hex(1, "\u202Egpj.exe\u0007\u001b[2J"));
        entry(lies, "nul", "\"DisplayName\"=" + hex(1, "after nul\0evil\0"));
        entry(lies, "odd", "\"DisplayName\"=hex:01,02,03");
        entry(lies, "unterminated", "\"DisplayName\"=" + hex(2, "half") + ",41");
        entry(lies, "multi", "\"DisplayName\"=" + hex(7, "one\0two\0\0"));
        entry(lies, "long", "\"DisplayName\"=" + hex(1, "x".repeat(30_000) + "\0"));
        entry(lies, "dates", "\"DisplayName\"=\"dates\"\n\"InstallDate\"=\"99999999\"\n\"SystemComponent\"=\"yes\"");
        for (int i = 0; i < 3000; i++) {
            entry(lies, "e" + i, "\"DisplayName\"=\"entry " + i + "\"");
        }
        return lies.toString();
    }

    private static void entry(StringBuilder lies, String key, String values) {
        lies.append("[HKEY_LOCAL_MACHINE\\")
                .append(UNINSTALL)
                .append('\\')
                .append(key)
                .append("]\n");
        lies.append(values).append("\n\"UninstallString\"=\"u.exe\"\n\n");
    }

    private static String hex(int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        return "hex(" + type + "):" + HexFormat.ofDelimiter(",").formatHex(bytes);
    }

    private void thirdUserWhoIsNotSignedIn() {
        Path hive = windows.path("C:\\users").resolve("王五/NTUSER.DAT");
        try {
            Files.createDirectories(hive.getParent());
            KeySpec root = KeySpec.of("root");
            root.at(UNINSTALL);
            Files.write(hive, new HiveBuilder(root).build());
        } catch (IOException e) {
            throw new AssertionError("could not write " + hive, e);
        }
        Hivex.merge(
                hive,
                "[X\\" + UNINSTALL + "\\NightReader]\n\"DisplayName\"=" + hex(1, "Night Reader\0")
                        + "\n\"UninstallString\"=" + hex(1, "u.exe\0") + "\n");
        windows.importRegistry("[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\"
                + THIRD_USER_SID + "]\n\"ProfileImagePath\"=\"C:\\\\users\\\\王五\"\n");
    }

    private void banner(String text) {
        windows.importRegistry("[HKEY_LOCAL_MACHINE\\SOFTWARE\\Harbour]\n\"Banner\"=\"" + text + "\"\n");
    }

    private static String waiver(String until) {
        return "waivers: [{setting: software/WinRAR, reason: till the new one is bought, by: 王, until: \"" + until
                + "\"}]\n";
    }

    private void profile(String name, String yaml) {
        windows.write(stick.windowsPath("profiles\\" + name), yaml.getBytes(StandardCharsets.UTF_8));
    }

    private Run verify(String profile, String... more) {
        String file = stick.windowsPath("profiles\\" + profile);
        return stick.run(Stream.concat(Stream.of("verify", "--lang", "en", "--profile", file), Stream.of(more))
                .toArray(String[]::new));
    }

    private String[] reports(String... formats) {
        return Stream.of(formats)
                .flatMap(format -> Stream.of("--report", format + ":" + stick.windowsPath("report." + format)))
                .toArray(String[]::new);
    }

    private String report(String name) {
        return read(stick.path(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("could not read " + file, e);
        }
    }

    private Path theOnlyCase() {
        try (Stream<Path> cases = Files.list(stick.path("cases"))) {
            List<Path> all = cases.filter(path -> !path.endsWith(".tmp")).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        } catch (IOException e) {
            throw new AssertionError("could not list the cases", e);
        }
    }

    /** The name of the document's element; the document is well-formed. */
    private String xml(String name) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(report(name))))
                    .getDocumentElement()
                    .getTagName();
        } catch (Exception e) {
            throw new AssertionError(name + " is no XML", e);
        }
    }

    private static Json outcome(Json result, String setting) {
        return result.items("outcomes").stream()
                .filter(outcome -> outcome.text("setting").equals(setting))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no outcome of " + setting));
    }

    private static Json evidence(Json result, String setting) {
        return outcome(result, setting).items("evidence").get(0);
    }

    private static String where(Json result, String setting) {
        return evidence(result, setting).text("where");
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertStaysInItsColumns(String out) {
        assertThat(out.lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(COLUMNS));
    }
}
