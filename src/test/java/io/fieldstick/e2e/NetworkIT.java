package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proxy, trusted sites and Edge's Internet Explorer mode with the stick that ships: every place that is written, read back
 * by Wine's own {@code reg}, by a new program's environment, by WinINET and urlmon, and taken back to the byte.
 */
class NetworkIT {
    private static final String THIRD_USER_SID = "S-1-5-21-1004336348-1177238915-682003330-1003";
    private static final String SETTINGS = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String SETTINGS_32 =
            "Software\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String POLICY =
            "HKLM\\Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String EDGE = "HKLM\\Software\\Policies\\Microsoft\\Edge";
    private static final String CHROME = "HKLM\\Software\\Policies\\Google\\Chrome";
    private static final List<String> BOTH =
            List.of("HKU\\" + WinePrefix.USER_SID, "HKU\\" + WinePrefix.SECOND_USER_SID);

    private static final String SERVER = "proxy.harbour.test:8080";
    private static final String BYPASS = "<local>;*.harbour.test;10.*";
    private static final String PAC = "http://wpad.harbour.test/proxy.pac";

    /** Services see new variables of the machine after a restart. */
    private static final int VARIABLES_NEED_A_RESTART = 3010;

    private static final int DIRECT = 1;
    private static final int MANUAL = 2;
    private static final int SCRIPT = 4;
    private static final int DETECT = 8;

    /** All that Wine can show to be in force, so that nothing is left for a person to do. */
    private static final String EVERYWHERE = """
            name: harbour network
            proxy:
              server: proxy.harbour.test:8080
              bypass: ["<local>", "*.harbour.test", "10.*"]
              winhttp: same
              browsers: [edge, chrome]
              environment: {no-proxy: [.harbour.test, 127.0.0.1]}
            trusted-sites:
              sites: ["https://oa.harbour.test", "*.port.com.cn", "http://desk"]
              require-https: false
              zone-actions: {run-activex: allow, "120B": disallow}
            ie-mode:
              sites: [{url: oa.harbour.test/portal, compat-mode: IE8Enterprise}, {url: "desk:8080", open-in: None}]
              refresh-minutes: 60
            """;

    /** What a former house left: another way to the network, in values of other types, with a history. */
    private static final String FORMER_HOUSE = """
            [HKEY_USERS\\%1$s\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]
            "ProxyEnable"=dword:00000000
            "ProxyServer"=hex(2):25,00,50,00,25,00,3a,00,31,00,00,00
            "AutoConfigURL"="http://former.test/a.pac"
            [HKEY_USERS\\%1$s\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections]
            "DefaultConnectionSettings"=hex:46,00,00,00,07,00,00,00,05,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,aa,bb
            [HKEY_USERS\\%1$s\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains\\harbour.test]
            "ftp"=dword:00000004
            [HKEY_USERS\\%1$s\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Ranges\\Range1]
            ":Range"="10.9.9.9"
            "http"=dword:00000001
            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment]
            "NO_PROXY"="former.test"
            """.formatted(WinePrefix.USER_SID);

    private WinePrefix windows = WinePrefix.seeded();
    private Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @BeforeEach
    void aPcThatAFormerHouseSetUp() {
        windows.importRegistry(FORMER_HOUSE);
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    @Test
    void everyHomeOfTheNetworkIsSetSeenByOthersAndTakenBack() {
        // Only here: Wine's own WinINET goes by this variable too.
        windows.importRegistry("""
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment]
                "HTTP_PROXY"="http://former:geheim4711@former.test:3128"
                """);
        profile(EVERYWHERE);
        Set<String> before = everything();
        assertThat(on("verify").exitCode()).isEqualTo(4);

        Run provision = on("provision", "--no-input");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(VARIABLES_NEED_A_RESTART);
        for (String user : BOTH) {
            assertWinInet(user + "\\" + SETTINGS, DIRECT | MANUAL, SERVER, BYPASS, "");
            assertThat(query(user + "\\" + SETTINGS, "AutoConfigURL")).isEqualTo("-");
            assertTrusted(user);
        }
        // The former record counted seven changes, the other user's none.
        assertThat(counters()).containsExactly(8, 1);
        assertMachine();
        assertVariables(seenByANewProgram());
        assertThat(windows.text(windows.path("C:\\Program Files\\Fieldstick\\ie-mode-sites.xml")))
                .contains("<site-list version=\"1\">")
                .contains("<site url=\"oa.harbour.test/portal\"><compat-mode>IE8Enterprise</compat-mode>"
                        + "<open-in>IE11</open-in></site>")
                .contains("<site url=\"desk:8080\"><compat-mode>Default</compat-mode><open-in>None</open-in></site>");

        Run verify = on("verify", "-v");
        assertThat(verify.exitCode()).as(verify.toString()).isZero();
        assertThat(words(verify))
                .contains("InternetQueryOption PER_CONNECTION_OPTION = " + SERVER)
                .contains("MapUrlToZone https://oa.harbour.test/ = 2")
                .contains("MapUrlToZone https://port.com.cn/ = 2")
                .contains("MapUrlToZone http://desk/ = 2");
        assertNothingIsLeftToDo(0);
        assertUndoneTo(before, VARIABLES_NEED_A_RESTART);
        assertThat(on("verify").exitCode()).isEqualTo(4);
        assertNoSecretOnTheStick();
    }

    /** The password of the former house's proxy, which undo has put back, as it is and in the journal's Base64. */
    private void assertNoSecretOnTheStick() {
        String inRegistry =
                Base64.getEncoder().encodeToString("http://former:geheim4711".getBytes(StandardCharsets.UTF_16LE));
        List<String> cases = windows.tree(stick.windowsPath("cases")).stream()
                .map(file -> stick.path("cases").resolve(file))
                .filter(Files::isRegularFile)
                .map(windows::text)
                .toList();
        assertThat(cases).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContain("geheim4711", inRegistry));
        assertThat(String.join("", cases)).contains("restore-sealed-value");
    }

    private void assertTrusted(String user) {
        String domains = user + "\\" + SETTINGS + "\\ZoneMap\\Domains\\";
        assertThat(query(domains + "harbour.test\\oa", "https")).isEqualTo("REG_DWORD 0x2");
        assertThat(query(domains + "harbour.test\\oa", "http")).isEqualTo("-");
        assertThat(query(domains + "port.com.cn", "*")).isEqualTo("REG_DWORD 0x2");
        assertThat(query(domains + "desk", "http")).isEqualTo("REG_DWORD 0x2");
        String zone = user + "\\" + SETTINGS + "\\Zones\\2";
        assertThat(query(zone, "1200")).isEqualTo("REG_DWORD 0x0");
        assertThat(query(zone, "120B")).isEqualTo("REG_DWORD 0x3");
        assertThat(Integer.decode(query(zone, "Flags").replace("REG_DWORD ", "")) & 4)
                .as("the bit that wants https")
                .isZero();
    }

    private void assertMachine() {
        String json = "{\"ProxyMode\":\"fixed_servers\",\"ProxyServer\":\"" + SERVER
                + "\",\"ProxyBypassList\":\"<local>,*.harbour.test,10.*\"}";
        assertThat(query(EDGE, "ProxySettings")).isEqualTo("REG_SZ " + json);
        assertThat(query(CHROME, "ProxySettings")).isEqualTo("REG_SZ " + json);
        assertThat(query(EDGE, "InternetExplorerIntegrationLevel")).isEqualTo("REG_DWORD 0x1");
        assertThat(query(EDGE, "InternetExplorerIntegrationSiteList"))
                .isEqualTo("REG_SZ file:///C:/Program Files/Fieldstick/ie-mode-sites.xml");
        assertThat(query(EDGE, "InternetExplorerIntegrationSiteListRefreshInterval"))
                .isEqualTo("REG_DWORD 0x3c");
        // Written by Wine's WinHTTP, whose flags leave out "direct".
        assertThat(query("HKLM\\" + SETTINGS + "\\Connections", "WinHttpSettings"))
                .isEqualTo("REG_BINARY " + hex(0x18, 0, MANUAL, SERVER, BYPASS));
    }

    /** The environment that Windows makes of its registry for a program that starts now. */
    private String seenByANewProgram() {
        return windows.run("cmd", "/c", "set").outOfTool().replace("\r", "");
    }

    private static void assertVariables(String variables) {
        assertThat(variables.lines())
                .contains("HTTP_PROXY=http://" + SERVER)
                .contains("HTTPS_PROXY=http://" + SERVER)
                .contains("NO_PROXY=.harbour.test,127.0.0.1");
    }

    /**
     * One way to the network or list of sites, and what it becomes.
     *
     * @param exit of {@code provision}: 3 where Wine does not follow what is written, which is told
     * @param values what {@code reg query} says of each value then, by key and name
     */
    record Way(String name, String yaml, int exit, String told, Map<String, String> values) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way(
                        "configuration script",
                        "proxy: {pac: \"" + PAC + "\", winhttp: direct, browsers: [edge]}",
                        3,
                        "Windows does not go this way for this account yet",
                        Map.of(
                                EDGE + "!ProxySettings",
                                "REG_SZ {\"ProxyMode\":\"pac_script\",\"ProxyPacUrl\":\"" + PAC + "\"}")),
                new Way(
                        "automatic detection",
                        "proxy: {auto-detect: true, browsers: [chrome]}",
                        0,
                        "found by automatic detection",
                        Map.of(CHROME + "!ProxySettings", "REG_SZ {\"ProxyMode\":\"auto_detect\"}")),
                new Way(
                        "direct",
                        "proxy: {direct: true, winhttp: same, browsers: [edge]}",
                        0,
                        "directly, without a proxy",
                        Map.of(EDGE + "!ProxySettings", "REG_SZ {\"ProxyMode\":\"direct\"}")),
                new Way(
                        "machine's proxy",
                        "proxy: {server: \"" + SERVER + "\", bypass: [\"<local>\"], scope: machine}",
                        3,
                        "Windows does not go this way for this account yet",
                        Map.of(POLICY + "!ProxySettingsPerUser", "REG_DWORD 0x0")),
                new Way(
                        "ranges and wildcards",
                        "trusted-sites: {sites: [\"10.1.2.*\", \"http://10.9.9.9\", \"https://*.harbour.test\"]}",
                        3,
                        "Windows still puts these in another zone: https://10.1.2.1/ http://10.9.9.9/;",
                        ranges()),
                new Way(
                        "sites by policy",
                        "trusted-sites: {as: policy, sites: [\"https://oa.harbour.test\", \"*.port.com.cn\", \"10.1.2.*\"],"
                                + " zone-actions: {scripting: allow, download-unsigned-activex: prompt}}",
                        3,
                        "Windows still puts these in another zone",
                        Map.of(
                                POLICY + "\\ZoneMapKey!https://oa.harbour.test",
                                "REG_SZ 2",
                                POLICY + "\\ZoneMapKey!*.port.com.cn",
                                "REG_SZ 2",
                                POLICY + "\\ZoneMapKey!10.1.2.*",
                                "REG_SZ 2",
                                POLICY + "!ListBox_Support_ZoneMapKey",
                                "REG_DWORD 0x1",
                                POLICY + "\\ZoneMap\\Domains\\harbour.test\\oa!https",
                                "REG_DWORD 0x2",
                                POLICY + "\\ZoneMap\\Domains\\port.com.cn!*",
                                "REG_DWORD 0x2",
                                POLICY + "\\ZoneMap\\Ranges\\Range1!:Range",
                                "REG_SZ 10.1.2.*",
                                POLICY + "\\Zones\\2!1400",
                                "REG_DWORD 0x0",
                                POLICY + "\\Zones\\2!1004",
                                "REG_DWORD 0x1")));
    }

    /** The first user's Range1 is taken by a single address, which is one of the two that are wanted. */
    private static Map<String, String> ranges() {
        String first = BOTH.get(0) + "\\" + SETTINGS + "\\ZoneMap\\";
        String second = BOTH.get(1) + "\\" + SETTINGS + "\\ZoneMap\\";
        return Map.of(
                first + "Ranges\\Range1!:Range", "REG_SZ 10.9.9.9",
                first + "Ranges\\Range1!http", "REG_DWORD 0x2",
                first + "Ranges\\Range2!:Range", "REG_SZ 10.1.2.*",
                first + "Ranges\\Range2!*", "REG_DWORD 0x2",
                first + "Domains\\harbour.test!https", "REG_DWORD 0x2",
                first + "Domains\\harbour.test!ftp", "REG_DWORD 0x4",
                second + "Ranges\\Range1!:Range", "REG_SZ 10.1.2.*",
                second + "Ranges\\Range2!:Range", "REG_SZ 10.9.9.9",
                second + "Ranges\\Range2!http", "REG_DWORD 0x2");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachWayIsWrittenToldAndTakenBack(Way way) {
        profile("name: harbour way\n" + way.yaml() + "\n");
        Set<String> before = everything();
        Run provision = on("provision", "--no-input");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(way.exit());
        assertThat(words(provision)).contains(way.told());
        way.values().forEach((where, value) -> {
            int cut = where.lastIndexOf('!');
            assertThat(query(where.substring(0, cut), where.substring(cut + 1)))
                    .as(where)
                    .isEqualTo(value);
        });
        switch (way.name()) {
            case "configuration script" ->
                BOTH.forEach(user -> assertWinInet(user + "\\" + SETTINGS, DIRECT | SCRIPT, "", "", PAC));
            case "automatic detection" ->
                BOTH.forEach(user -> assertWinInet(user + "\\" + SETTINGS, DIRECT | DETECT, "", "", ""));
            case "direct" -> BOTH.forEach(user -> assertWinInet(user + "\\" + SETTINGS, DIRECT, "", "", ""));
            case "machine's proxy" ->
                Stream.of(SETTINGS, SETTINGS_32)
                        .forEach(key -> assertWinInet("HKLM\\" + key, DIRECT | MANUAL, SERVER, "<local>", ""));
            default -> assertThat(way.values()).isNotEmpty();
        }
        assertNothingIsLeftToDo(way.exit());
        Run verify = on("verify");
        assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(way.exit() == 0 ? 0 : 4);
        assertThat(words(verify)).contains(way.told()).doesNotContain("different");
        assertUndoneTo(before, 0);
    }

    /** Users who are not signed in, and those to come, are read from their files; Wine does not load such files. */
    @Test
    void usersWhoseFilesWindowsDoesNotLoadAreReadAndToldAndTheOthersAreSet() {
        Path third = hive("C:\\users\\王五", userOf(SERVER));
        Path template = hive("C:\\users\\Default", userOf("other.test:1"));
        windows.importRegistry("[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\"
                + THIRD_USER_SID + "]\n\"ProfileImagePath\"=\"C:\\\\users\\\\王五\"\n");
        profile("name: harbour users\nproxy: {server: \"" + SERVER + "\", bypass: [\"<local>\"]}\n");
        byte[] thirdBefore = bytes(third);
        byte[] templateBefore = bytes(template);
        Set<String> before = everything();

        Run verify = on("verify", "--format", "json");
        assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(4);
        Json proxy = Json.of(verify.out()).items("outcomes").get(0);
        assertThat(seen(proxy, THIRD_USER_SID, "ProxyServer")).isEqualTo(SERVER);
        assertThat(seen(proxy, "default-user", "ProxyServer")).isEqualTo("other.test:1");
        // The third user's record says nothing of a bypass list, the template has none at all.
        assertThat(seen(proxy, THIRD_USER_SID, "ProxyOverride")).isEqualTo("-");

        Run provision = on("provision", "--no-input");
        assertThat(provision.exitCode()).as(provision.toString()).isEqualTo(3);
        assertThat(words(provision))
                .contains("C:\\users\\王五\\NTUSER.DAT")
                .contains("C:\\users\\Default\\NTUSER.DAT")
                .contains("1017")
                .contains("11 of 18 changes of this setting are made");
        BOTH.forEach(user -> assertWinInet(user + "\\" + SETTINGS, DIRECT | MANUAL, SERVER, "<local>", ""));
        assertThat(windows.run("reg", "query", "HKU").outOfTool()).doesNotContain("Fieldstick");
        assertUndoneTo(before, 0);
        assertThat(bytes(third)).isEqualTo(thirdBefore);
        assertThat(bytes(template)).isEqualTo(templateBefore);
    }

    private Path hive(String folder, String text) {
        Path file = windows.path(folder).resolve("NTUSER.DAT");
        new Regf(file).with(text);
        return file;
    }

    /** A user's registry with a proxy in the named values and in no record. */
    private static String userOf(String server) {
        String hex = HexFormat.ofDelimiter(",").formatHex((server + "\0").getBytes(StandardCharsets.UTF_16LE));
        return "[X\\" + SETTINGS + "]\n\"ProxyEnable\"=dword:00000001\n\"ProxyServer\"=hex(1):" + hex + "\n";
    }

    private static String seen(Json setting, String user, String name) {
        String where = "HKU\\" + user + "\\" + SETTINGS + "!" + name;
        return setting.items("evidence").stream()
                .filter(evidence -> evidence.text("where").equals(where))
                .map(evidence -> evidence.text("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + where + " in " + setting));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError("could not read " + file, e);
        }
    }

    @Test
    void aRunThatIsKilledAtAnyChangeIsTakenBackToTheByte() {
        profile(EVERYWHERE);
        // VisitIT kills with two users; one is enough for the many places of this profile.
        windows.run("reg", "delete", "HKU\\" + WinePrefix.SECOND_USER_SID, "/f");
        Set<String> before = everything();
        int changes = Json.of(on("provision", "--dry-run", "--format", "json").out()).items("outcomes").stream()
                .mapToInt(outcome -> outcome.items("changes").size())
                .sum();
        assertThat(changes).isBetween(20, 25);
        for (int k = 1; k <= changes; k++) {
            String when = k % 2 == 0 ? "after" : "before";
            Run killed = stick.killedAt(k, when, "harbour.yaml");
            assertThat(killed.exitCode())
                    .as("killed %s change %d: %s", when, k, killed)
                    .isEqualTo(137);
            Run undo = stick.run("undo", "--lang", "en");
            assertThat(undo.exitCode())
                    .as("killed %s change %d: %s", when, k, undo)
                    .isIn(0, VARIABLES_NEED_A_RESTART);
            assertNothingChangedSince(before, "killed %s change %d".formatted(when, k));
        }
    }

    private void assertNothingIsLeftToDo(int exit) {
        Set<String> provisioned = everything();
        Run again = on("provision", "--no-input");
        assertThat(again.exitCode()).as(again.toString()).isEqualTo(exit);
        assertThat(again.out()).doesNotContain("changed     ");
        assertNothingChangedSince(provisioned, "by a second run");
    }

    private void assertUndoneTo(Set<String> before, int exit) {
        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as(undo.toString()).isEqualTo(exit);
        assertNothingChangedSince(before, undo.toString());
    }

    /** The named values and both records of a connection, which say the same. */
    private void assertWinInet(String key, int flags, String server, String bypass, String script) {
        boolean manual = (flags & MANUAL) != 0;
        assertThat(query(key, "ProxyEnable")).as(key).isEqualTo("REG_DWORD " + (manual ? "0x1" : "0x0"));
        if (manual) {
            assertThat(query(key, "ProxyServer")).as(key).isEqualTo("REG_SZ " + server);
            assertThat(query(key, "ProxyOverride")).as(key).isEqualTo("REG_SZ " + bypass);
        }
        assertThat(query(key, "AutoConfigURL")).as(key).isEqualTo(script.isEmpty() ? "-" : "REG_SZ " + script);
        for (String record : List.of("DefaultConnectionSettings", "SavedLegacySettings")) {
            String hex = query(key + "\\Connections", record);
            assertThat(hex)
                    .as("%s of %s", record, key)
                    .isEqualTo(
                            "REG_BINARY " + hex(0x46, counter(hex), flags, server, bypass, script) + "00".repeat(32));
        }
    }

    private static int counter(String binary) {
        return Integer.reverseBytes(
                Integer.parseUnsignedInt(binary.replace("REG_BINARY ", "").substring(8, 16), 16));
    }

    private List<Integer> counters() {
        return BOTH.stream()
                .map(user -> counter(query(user + "\\" + SETTINGS + "\\Connections", "DefaultConnectionSettings")))
                .toList();
    }

    /** Three numbers and some texts with their lengths, little-endian, as {@code reg query} writes bytes. */
    private static String hex(int first, int second, int third, String... texts) {
        int length = 12 + Stream.of(texts).mapToInt(text -> 4 + text.length()).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(first).putInt(second).putInt(third);
        for (String text : texts) {
            bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().withUpperCase().formatHex(bytes.array());
    }

    /** What Wine's {@code reg} says of a value, as {@code REG_SZ text}; a dash where there is none. */
    private String query(String key, String name) {
        Run run = windows.run("reg", "query", key, "/v", name);
        Matcher value = Pattern.compile("(?m)^ {4}" + Pattern.quote(name) + " {4}(REG_\\w+) {4}(.*)$")
                .matcher(run.outOfTool().replace("\r", ""));
        return value.find() ? value.group(1) + " " + value.group(2) : "-";
    }

    /** Every key and value of the registry, each value with its key and to the byte, and the files of programs. */
    private Set<String> everything() {
        Set<String> all = new LinkedHashSet<>(windows.tree("C:\\Program Files"));
        String key = "";
        String exported = windows.exportRegistry("HKLM") + windows.exportRegistry("HKU");
        for (String line : exported.replaceAll("\\\\\n +", "").lines().toList()) {
            key = line.startsWith("[") ? line : key;
            all.add(line.equals(key) ? key : key + " " + line);
        }
        return all;
    }

    private void assertNothingChangedSince(Set<String> before, String what) {
        Set<String> now = everything();
        List<String> differences = Stream.concat(
                        before.stream().filter(one -> !now.contains(one)).map(one -> "gone: " + one),
                        now.stream().filter(one -> !before.contains(one)).map(one -> "come: " + one))
                .toList();
        assertThat(differences).as(what).isEmpty();
    }

    private static String words(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private void profile(String yaml) {
        windows.write(stick.windowsPath("profiles\\harbour.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    }

    private Run on(String command, String... more) {
        return stick.run(Stream.concat(
                        Stream.of(command, "--lang", "en", "--profile", stick.windowsPath("profiles\\harbour.yaml")),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
