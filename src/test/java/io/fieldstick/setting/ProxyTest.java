package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyTest {
    private static final String SID = "S-1-5-21-1-2-3-1001";
    private static final String INTERNET = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final RegistryKey POLICY =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");
    private static final ProxyRoute SERVER = ProxyRoute.through("proxy.house.test:8080", List.of("<local>", "10.*"));

    @TempDir
    Path folder;

    private final InMemoryWindows windows = new InMemoryWindows().user(SID, "C:\\Users\\zhangsan", true);

    private List<Setting<?>> settings(String section, List<Problem> problems) {
        try {
            Path file = Files.writeString(folder.resolve("p.yaml"), "name: n\nproxy: " + section + "\n");
            ProfileReading reading = new ProfileReader(SettingCatalogue.sections()).read(file, Map.of(), each -> true);
            if (reading instanceof ProfileReading.Accepted accepted) {
                return SettingCatalogue.settings(accepted.profile(), each -> true, Answers.none(), problems);
            }
            problems.addAll(((ProfileReading.Refused) reading).problems());
            return List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void make(Setting<?> setting) {
        ((Verdict.Differs) setting.judgeOn(windows).verdict()).changes().forEach(change -> change.makeOn(windows));
    }

    @Test
    void oneSectionBecomesASettingForEachPlace() {
        List<Setting<?>> settings = settings(
                "{server: 'p.test:80', winhttp: same, scope: machine, browsers: [edge, chrome], environment: {}}",
                new ArrayList<>());
        assertThat(settings)
                .extracting(Setting::name)
                .containsExactly("proxy", "proxy/winhttp", "proxy/edge", "proxy/chrome", "proxy/environment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{bypass: ['<local>']} | proxy.problem.routes",
                "{server: 'p.test:80', pac: 'http://p.test/a.pac'} | proxy.problem.routes",
                "{direct: false} | proxy.problem.routes",
                "{auto-detect: true, winhttp: same} | proxy.problem.needs-server",
                "{direct: true, environment: {}} | proxy.problem.needs-server",
                "{pac: 'http://p.test/a.pac', bypass: ['10.*']} | proxy.problem.needs-server"
            })
    void whatDoesNotGoTogetherIsAProblem(String section, String key) {
        List<Problem> problems = new ArrayList<>();
        settings(section, problems);
        assertThat(problems).extracting(problem -> problem.what().key()).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'{server: \"zhang:secret@p.test:80\"}'",
        "'{server: \"http://p.test:80\"}'",
        "'{pac: \"http://zhang:secret@p.test/a.pac\"}'",
        "'{server: \"p.test:0\"}'",
        "'{server: \"p.test:65536\"}'",
        "'{pac: \"http://服务器.test/a.pac\"}'",
        "'{pac: \"file:///C:/proxy.pac\"}'"
    })
    void whatWindowsWouldNotHeedAndAUserNameWithAPasswordAreRefused(String section) {
        List<Problem> problems = new ArrayList<>();
        assertThat(settings(section, problems)).isEmpty();
        assertThat(problems).isNotEmpty();
    }

    @Test
    void aServerThatNothingGoesAroundIsSaidToBeForEverything() {
        assertThat(Messages.in(Language.ENGLISH)
                        .text(ProxyRoute.through("p.test:80", List.of()).words()))
                .isEqualTo("p.test:80, for everything");
    }

    @Test
    void directWithWinHttpTheSameIsDirectEverywhere() {
        List<Problem> problems = new ArrayList<>();
        assertThat(settings("{direct: true, winhttp: same}", problems)).hasSize(2);
        assertThat(problems).isEmpty();
    }

    @Test
    void aPolicyThatCannotBeReadIsNotTakenForNone() {
        Proxy proxy = new Proxy(SERVER, Proxy.Scope.USERS);
        make(proxy);
        assertThat(proxy.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.unreadable(
                RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings"),
                WindowsError.ACCESS_DENIED);
        assertThat(proxy.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void theMachinesProxyIsInForceByPolicyWhateverUsersSet() {
        Proxy proxy = new Proxy(SERVER, Proxy.Scope.MACHINE);
        make(proxy);
        assertThat(proxy.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(windows.registry().value(POLICY, "ProxySettingsPerUser"))
                .isEqualTo(Reading.of(RegistryValue.dword(0)));
        assertThat(windows.internet().proxyServer()).isEqualTo(Reading.of("proxy.house.test:8080"));
        assertThat(windows.registry()
                        .value(RegistryKey.user(SID, INTERNET), "ProxyServer")
                        .isAbsent())
                .isTrue();
        assertThat(new Proxy(SERVER, Proxy.Scope.USERS).judgeOn(windows).verdict())
                .isInstanceOf(Verdict.ByHand.class);
    }

    @Test
    void aScriptReplacesAServerWhichIsSwitchedOff() {
        make(new Proxy("other.test:80", List.of()));
        Proxy script = new Proxy(ProxyRoute.byScript("http://wpad.test/a.pac"), Proxy.Scope.USERS);
        make(script);
        assertThat(script.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(windows.internet().proxyServer().isAbsent()).isTrue();
        assertThat(windows.internet().proxyScript()).isEqualTo(Reading.of("http://wpad.test/a.pac"));
        RegistryValue blob = windows.registry()
                .value(RegistryKey.user(SID, INTERNET + "\\Connections"), "DefaultConnectionSettings")
                .orElse(RegistryValue.dword(0));
        assertThat(ConnectionSettings.parse(blob))
                .hasValue(new ConnectionSettings(5, "", "", "http://wpad.test/a.pac"));
    }

    /** What Windows 10 itself writes, byte by byte: version, count of writes, flags, three texts, 32 bytes for detection. */
    @ParameterizedTest
    @CsvSource({
        "server, 1, 03000000 05000000 703a383038 0b000000 3c6c6f63616c3e3b2a2e61 00000000",
        "pac, 0, 05000000 00000000 00000000 11000000 687474703a2f2f702e746573742f612e70",
        "auto-detect, 0, 09000000 00000000 00000000 00000000",
        "direct, 0, 01000000 00000000 00000000 00000000"
    })
    void everyValueIsWrittenAsWindowsKeepsIt(String kind, int enabled, String flagsAndTexts) {
        ProxyRoute route = switch (kind) {
            case "server" -> ProxyRoute.through("p:808", List.of("<local>", "*.a"));
            case "pac" -> ProxyRoute.byScript("http://p.test/a.p");
            case "auto-detect" -> ProxyRoute.detected();
            default -> ProxyRoute.direct();
        };
        String texts = flagsAndTexts.replace(" ", "");
        for (RegistryKey settings : List.of(
                RegistryKey.user(SID, INTERNET), RegistryKey.machine(INTERNET), RegistryKey.machine32(INTERNET))) {
            windows.put(settings, "AutoConfigURL", RegistryValue.sz("http://old.test/a.pac"))
                    .put(
                            settings.child("Connections"),
                            "DefaultConnectionSettings",
                            RegistryValue.binary(HexFormat.of().parseHex("4600000009000000" + "00".repeat(48))));
        }
        make(new Proxy(route, Proxy.Scope.USERS));
        make(new Proxy(route, Proxy.Scope.MACHINE));
        for (RegistryKey settings : List.of(
                RegistryKey.user(SID, INTERNET), RegistryKey.machine(INTERNET), RegistryKey.machine32(INTERNET))) {
            assertThat(windows.registry().value(settings, "ProxyEnable"))
                    .isEqualTo(Reading.of(RegistryValue.dword(enabled)));
            assertThat(windows.registry().value(settings, "AutoConfigURL"))
                    .isEqualTo(route.hasScript() ? Reading.of(RegistryValue.sz(route.script())) : Reading.absent());
            assertThat(connection(settings, "DefaultConnectionSettings"))
                    .isEqualTo("46000000" + "0a000000" + texts + "00".repeat(32));
            assertThat(connection(settings, "SavedLegacySettings"))
                    .isEqualTo("46000000" + "01000000" + texts + "00".repeat(32));
        }
    }

    private String connection(RegistryKey settings, String name) {
        return windows.registry()
                .value(settings.child("Connections"), name)
                .map(value -> HexFormat.of().formatHex(value.bytes()))
                .orElse("-");
    }

    @Test
    void aBrowserThatAPolicySendsElsewhereIsTold() {
        Proxy proxy = new Proxy(SERVER, Proxy.Scope.USERS);
        make(proxy);
        RegistryKey edge = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Edge");
        windows.put(edge, "ProxySettings", RegistryValue.sz("{\"ProxyMode\":\"direct\"}"));
        assertThat(proxy.judgeOn(windows).verdict())
                .isInstanceOfSatisfying(
                        Verdict.ByHand.class,
                        byHand -> assertThat(byHand.instruction().key()).isEqualTo("proxy.browser-policy"));
        make(new BrowserProxy(BrowserProxy.Browser.EDGE, SERVER));
        assertThat(proxy.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aBrowserThatAPolicyOfAUserOrAnOlderOneSendsElsewhereIsTold() {
        Proxy proxy = new Proxy(SERVER, Proxy.Scope.USERS);
        make(proxy);
        RegistryKey ofUser = RegistryKey.user(SID, "SOFTWARE\\Policies\\Google\\Chrome");
        windows.put(ofUser, "ProxyMode", RegistryValue.sz("direct"));
        assertThat(instruction(proxy)).isEqualTo("proxy.browser-policy");
        assertThat(proxy.judgeOn(windows).evidence())
                .contains(Evidence.override(ofUser + "!ProxyMode", "{\"ProxyMode\":\"direct\"}"));
        RegistryKey chrome = RegistryKey.machine("SOFTWARE\\Policies\\Google\\Chrome");
        windows.put(chrome, "ProxyMode", RegistryValue.sz("system"));
        assertThat(proxy.judgeOn(windows).verdict())
                .as("the machine's policy goes before the user's, and says: as Windows does")
                .isEqualTo(new Verdict.AsDesired());
        windows.put(chrome, "ProxyMode", RegistryValue.sz("fixed_servers"))
                .put(chrome, "ProxyServer", RegistryValue.sz("proxy.house.test:8080"))
                .put(chrome, "ProxyBypassList", RegistryValue.sz("<local>;10.*"));
        assertThat(proxy.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.put(chrome, "ProxyServer", RegistryValue.sz("other.test:80"));
        assertThat(instruction(proxy)).isEqualTo("proxy.browser-policy");
        make(new BrowserProxy(BrowserProxy.Browser.CHROME, SERVER));
        assertThat(proxy.judgeOn(windows).verdict())
                .as("ProxySettings goes before the older policies")
                .isEqualTo(new Verdict.AsDesired());
    }

    /** One damaged profile must not hide what is known of everybody. */
    @Test
    void whatBeatsTheProxyIsToldThoughOneUserCannotBeReadAndSoIsThatUser() {
        String other = "S-1-5-21-1-2-3-1002";
        windows.user(other, "C:\\Users\\lisi", true)
                .unreadable(RegistryKey.user(other, INTERNET), WindowsError.ACCESS_DENIED)
                .put(
                        RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Edge"),
                        "ProxySettings",
                        RegistryValue.sz("{\"ProxyMode\":\"direct\"}"));
        Proxy proxy = new Proxy(SERVER, Proxy.Scope.USERS);
        make(proxy);
        assertThat(instruction(proxy)).isEqualTo("proxy.browser-policy");
        assertThat(proxy.judgeOn(windows).unreadable()).hasSize(6);
        windows.put(POLICY, "ProxySettingsPerUser", RegistryValue.dword(0));
        assertThat(instruction(proxy)).isEqualTo("proxy.per-machine");
        assertThat(proxy.judgeOn(windows).unreadable()).hasSize(6);
    }

    @Test
    void aPolicyByWhichABrowserGoesAsWindowsDoesIsNoOtherWay() {
        Proxy proxy = new Proxy(SERVER, Proxy.Scope.USERS);
        make(proxy);
        windows.put(
                RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Edge"),
                "ProxySettings",
                RegistryValue.sz("{ \"ProxyMode\": \"system\" }"));
        assertThat(proxy.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void aVariableOfAUserThatGoesBeforeTheMachinesIsTold() {
        EnvironmentProxy variables = new EnvironmentProxy("proxy.house.test:8080", List.of(".house.test"));
        RegistryKey own = RegistryKey.user(SID, "Environment");
        windows.put(own, "https_proxy", RegistryValue.sz("http://other.test:3128"));
        make(variables);
        assertThat(instruction(variables)).isEqualTo("proxy.environment.of-users");
        assertThat(variables.judgeOn(windows).evidence())
                .contains(Evidence.override(own + "!HTTPS_PROXY", "http://other.test:3128"));
        windows.put(own, "HTTPS_PROXY", RegistryValue.expandSz("http://proxy.house.test:8080"));
        assertThat(variables.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.unreadable(own, WindowsError.ACCESS_DENIED);
        assertThat(variables.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    private String instruction(Setting<?> setting) {
        Verdict verdict = setting.judgeOn(windows).verdict();
        assertThat(verdict).isInstanceOf(Verdict.ByHand.class);
        return ((Verdict.ByHand) verdict).instruction().key();
    }

    @Test
    void theBrowsersPolicyIsJsonWithCommasInItsList() {
        assertThat(BrowserProxy.json(SERVER))
                .isEqualTo("{\"ProxyMode\":\"fixed_servers\",\"ProxyServer\":\"proxy.house.test:8080\","
                        + "\"ProxyBypassList\":\"<local>,10.*\"}");
        assertThat(BrowserProxy.json(ProxyRoute.byScript("http://wpad.test/a.pac")))
                .isEqualTo("{\"ProxyMode\":\"pac_script\",\"ProxyPacUrl\":\"http://wpad.test/a.pac\"}");
        assertThat(BrowserProxy.json(ProxyRoute.detected())).isEqualTo("{\"ProxyMode\":\"auto_detect\"}");
    }

    @Test
    void winHttpIsAskedAndTheExactValueComesBack() {
        RegistryValue newer =
                RegistryValue.binary(new byte[] {0x28, 0, 0, 0, 7, 7, 7, 7, 1, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9});
        windows.put(SetWinHttpProxy.KEPT, "WinHttpSettings", newer);
        ServicesProxy setting = new ServicesProxy(SERVER);
        SetWinHttpProxy change = new SetWinHttpProxy(new WinHttpProxy("proxy.house.test:8080", "<local>;10.*"));
        Undo undo = change.undoFrom(windows);
        make(setting);
        assertThat(setting.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        ((Undo.By) undo).changes().forEach(back -> back.makeOn(windows));
        assertThat(windows.registry().value(SetWinHttpProxy.KEPT, "WinHttpSettings"))
                .isEqualTo(Reading.of(newer));
    }

    @Test
    void anotherBypassListOfWinHttpIsAnotherProxy() {
        make(new ServicesProxy(ProxyRoute.through("proxy.house.test:8080", List.of("10.*"))));
        assertThat(new ServicesProxy(SERVER).judgeOn(windows).verdict()).isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void aWinHttpThatCannotBeAskedIsUnknown() {
        windows.unreadable(SetWinHttpProxy.KEPT, WindowsError.ACCESS_DENIED);
        assertThat(new ServicesProxy(SERVER).judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }
}
