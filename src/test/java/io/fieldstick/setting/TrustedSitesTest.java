package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TrustedSitesTest {
    private static final String SID = "S-1-5-21-1-2-3-1001";
    private static final String LIST = "C:\\Program Files\\Fieldstick\\ie-mode-sites.xml";
    private static final RegistryKey EDGE = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Edge");
    private static final RegistryKey ZONE =
            RegistryKey.user(SID, "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Zones\\2");
    private static final ZoneAction RUN = new ZoneAction("1200");

    private final InMemoryWindows windows = new InMemoryWindows().user(SID, "C:\\Users\\zhangsan", true);

    private void make(Setting<?> setting) {
        ((Verdict.Differs) setting.judgeOn(windows).verdict()).changes().forEach(change -> change.makeOn(windows));
    }

    private static List<TrustedSite> sites(String... sites) {
        return Stream.of(sites)
                .flatMap(site -> TrustedSite.parse(site).stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "https://oa.house.example, https://oa.house.example",
        "*.house.example, *.house.example",
        "http://a.b.port.com.cn, http://a.b.port.com.cn",
        "desk, desk",
        "http://10.9.8.*, http://10.9.8.*"
    })
    void aSiteIsWrittenIntoThePolicyAsThePolicyWritesIt(String site, String pattern) {
        assertThat(sites(site)).extracting(TrustedSite::pattern).containsExactly(pattern);
    }

    @Test
    void byPolicyTheSitesCountEvenWhereTheUsersOwnDoNot() {
        windows.put(TrustedSites.POLICY, "Security_HKLM_only", RegistryValue.dword(1));
        List<TrustedSite> sites = sites("https://oa.house.example", "*.port.com.cn");
        assertThat(new TrustedSites(sites).judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
        TrustedSites policy = new TrustedSites(sites, TrustedSites.Form.POLICY);
        make(policy);
        assertThat(policy.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(windows.internet().zoneOf("https://oa.house.example/x")).isEqualTo(Reading.of(2));
        assertThat(windows.internet().zoneOf("http://www.port.com.cn/")).isEqualTo(Reading.of(2));
    }

    /** Group Policy's own extension would make the zone map of the list, but runs only for policies that Group Policy brings. */
    @Test
    void byPolicyTheZoneMapThatCountsIsWrittenBesideTheList() {
        make(new TrustedSites(sites("https://oa.house.example", "10.1.2.*"), TrustedSites.Form.POLICY));
        RegistryKey map = TrustedSites.POLICY.child("ZoneMap");
        assertThat(windows.registry().value(map.child("Domains\\house.example\\oa"), "https"))
                .isEqualTo(Reading.of(RegistryValue.dword(2)));
        assertThat(windows.registry().value(map.child("Ranges\\Range1"), ":Range"))
                .isEqualTo(Reading.of(RegistryValue.sz("10.1.2.*")));
        assertThat(windows.registry().value(TrustedSites.POLICY.child("ZoneMapKey"), "https://oa.house.example"))
                .isEqualTo(Reading.of(RegistryValue.sz("2")));
    }

    @Test
    void aSchemeThatHasAnotherZoneThereIsTrustedTooWhereEverySchemeIs() {
        RegistryKey map =
                RegistryKey.user(SID, "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap");
        RegistryKey host = map.child("Domains\\house.example\\oa");
        windows.put(host, "http", RegistryValue.dword(4))
                .put(host, "ftp", RegistryValue.sz("2"))
                .put(map.child("Ranges\\Range1"), ":Range", RegistryValue.sz("10.1.2.*"))
                .put(map.child("Ranges\\Range1"), "http", RegistryValue.dword(1));
        TrustedSites sites = new TrustedSites(sites("oa.house.example", "10.1.2.*"));
        make(sites);
        assertThat(windows.internet().zoneOf("http://oa.house.example/")).isEqualTo(Reading.of(2));
        assertThat(windows.internet().zoneOf("http://10.1.2.3/")).isEqualTo(Reading.of(2));
        assertThat(windows.registry().value(host, "ftp")).isEqualTo(Reading.of(RegistryValue.dword(2)));
        assertThat(sites.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.put(host, "http", RegistryValue.dword(1));
        assertThat(sites.judgeOn(windows).verdict())
                .as("somebody put it into another zone since")
                .isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void aListOfSitesByPolicyBeatsTheUsersOwnUnlessTheSitesAreInIt() {
        TrustedSites sites = new TrustedSites(sites("https://oa.house.example"));
        windows.put(TrustedSites.POLICY, "ListBox_Support_ZoneMapKey", RegistryValue.dword(1))
                .put(TrustedSites.POLICY.child("ZoneMapKey"), "*.other.example", RegistryValue.sz("2"));
        assertThat(instruction(sites)).isEqualTo("trusted-sites.list");
        windows.put(TrustedSites.POLICY.child("ZoneMapKey"), "https://oa.house.example", RegistryValue.sz("4"));
        assertThat(instruction(sites)).isEqualTo("trusted-sites.list");
        windows.put(TrustedSites.POLICY.child("ZoneMapKey"), "https://oa.house.example", RegistryValue.sz("2"));
        assertThat(sites.judgeOn(windows).verdict()).isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void aListOfOneUserByPolicyKeepsNobodyElseFromHisSites() {
        String other = "S-1-5-21-1-2-3-1002";
        windows.user(other, "C:\\Users\\lisi", true)
                .put(
                        RegistryKey.user(other, TrustedSites.POLICY_PATH),
                        "ListBox_Support_ZoneMapKey",
                        RegistryValue.dword(1));
        TrustedSites sites = new TrustedSites(sites("https://oa.house.example"));
        make(sites);
        assertThat(windows.internet().zoneOf("https://oa.house.example/")).isEqualTo(Reading.of(2));
        assertThat(instruction(sites)).isEqualTo("trusted-sites.list");
        assertThat(sites.judgeOn(windows).evidence())
                .contains(Evidence.override(
                        RegistryKey.user(other, TrustedSites.POLICY_PATH) + "!ListBox_Support_ZoneMapKey", "1"));
    }

    private String instruction(Setting<?> setting) {
        Verdict verdict = setting.judgeOn(windows).verdict();
        assertThat(verdict).isInstanceOf(Verdict.ByHand.class);
        return ((Verdict.ByHand) verdict).instruction().key();
    }

    @Test
    void aPolicyThatCannotBeReadIsNotTakenForNone() {
        TrustedSites sites = new TrustedSites(sites("https://oa.house.example"));
        TrustedZone zone =
                new TrustedZone(TrustedSites.Form.PREFERENCE, Optional.empty(), Map.of(RUN, 0), Optional.empty());
        make(sites);
        make(zone);
        assertThat(zone.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.unreadable(TrustedSites.POLICY.child("Zones\\2"), WindowsError.ACCESS_DENIED);
        assertThat(zone.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(sites.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.unreadable(TrustedSites.POLICY, WindowsError.ACCESS_DENIED);
        assertThat(sites.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    /** A new key might be one that is there already, with other addresses. */
    @Test
    void whereTheRangesCannotBeListedNoneIsWritten() {
        TrustedSites sites = new TrustedSites(sites("https://oa.house.example", "10.9.8.*"));
        windows.unreadable(
                RegistryKey.user(
                        SID, "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Ranges"),
                WindowsError.ACCESS_DENIED);
        make(sites);
        assertThat(windows.writes()).noneMatch(write -> write.contains("Ranges"));
        assertThat(sites.judgeOn(windows).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void onlyTheBitForHttpsIsChanged() {
        windows.put(ZONE, "Flags", RegistryValue.dword(0x147));
        make(new TrustedZone(TrustedSites.Form.PREFERENCE, Optional.of(false), Map.of(), Optional.empty()));
        assertThat(windows.registry().value(ZONE, "Flags").map(RegistryValue::number))
                .isEqualTo(Reading.of(OptionalInt.of(0x143)));
        make(new TrustedZone(TrustedSites.Form.PREFERENCE, Optional.of(true), Map.of(), Optional.empty()));
        assertThat(windows.registry().value(ZONE, "Flags").map(RegistryValue::number))
                .isEqualTo(Reading.of(OptionalInt.of(0x147)));
    }

    @Test
    void aPolicyThatSaysOtherwiseIsTold() {
        TrustedZone zone = new TrustedZone(
                TrustedSites.Form.PREFERENCE,
                Optional.empty(),
                Map.of(RUN, 0),
                Optional.of("https://oa.house.example/"));
        make(zone);
        assertThat(zone.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        windows.put(TrustedSites.POLICY.child("Zones\\2"), "1200", RegistryValue.dword(3));
        assertThat(zone.judgeOn(windows).verdict()).isInstanceOf(Verdict.ByHand.class);
        make(new TrustedZone(TrustedSites.Form.POLICY, Optional.empty(), Map.of(RUN, 0), Optional.empty()));
        assertThat(zone.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void whatWindowsReallyLetsAPageDoIsAskedOfWindows() {
        TrustedZone zone = new TrustedZone(
                TrustedSites.Form.PREFERENCE,
                Optional.empty(),
                Map.of(RUN, 0),
                Optional.of("https://oa.house.example/"));
        make(new TrustedSites(sites("https://oa.house.example")));
        make(zone);
        assertThat(zone.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(zone.judgeOn(windows).evidence()).contains(Evidence.effective("ProcessUrlAction 1200", "0"));
        TrustedZone.State otherwise = new TrustedZone.State(
                Reading.of(List.of(SID)),
                new RegistryState(List.of()),
                Reading.absent(),
                List.of(),
                Map.of(RUN, Reading.of(3)));
        assertThat(zone.judge(otherwise).verdict())
                .isInstanceOfSatisfying(
                        Verdict.ByHand.class,
                        byHand -> assertThat(byHand.instruction().key()).isEqualTo("trusted-sites.zone.not-effective"));
    }

    @Test
    void aPolicyOfOneUserThatSaysOtherwiseIsToldOfAnyUserAndKeepsNobodyElseFromIt() {
        String other = "S-1-5-21-1-2-3-1002";
        RegistryKey policy = RegistryKey.user(other, TrustedSites.POLICY_PATH + "\\Zones\\2");
        windows.user(other, "C:\\Users\\lisi", true).put(policy, "1200", RegistryValue.dword(3));
        TrustedZone zone =
                new TrustedZone(TrustedSites.Form.PREFERENCE, Optional.empty(), Map.of(RUN, 0), Optional.empty());
        make(zone);
        assertThat(windows.registry().value(ZONE, "1200")).isEqualTo(Reading.of(RegistryValue.dword(0)));
        assertThat(instruction(zone)).isEqualTo("trusted-sites.zone.overridden");
        assertThat(zone.judgeOn(windows).evidence()).contains(Evidence.override(policy + "!1200", "3"));
        windows.put(policy, "1200", RegistryValue.dword(0));
        assertThat(zone.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void whatWindowsDoesNotSayOfAPageIsNotTakenForAsWanted() {
        TrustedZone zone = new TrustedZone(
                TrustedSites.Form.PREFERENCE,
                Optional.empty(),
                Map.of(RUN, 0),
                Optional.of("https://oa.house.example/"));
        TrustedZone.State silent = new TrustedZone.State(
                Reading.of(List.of(SID)),
                new RegistryState(List.of()),
                Reading.absent(),
                List.of(),
                Map.of(
                        RUN,
                        Reading.unreadable(
                                new WindowsError(Tried.askAction("https://oa.house.example/", 0x1200), 5, ""))));
        assertThat(zone.judge(silent).verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"run-activex, 1200", "120b, 120B", "2201, 2201"})
    void anActionHasANameOrACode(String name, String code) {
        assertThat(ZoneAction.named(name)).contains(new ZoneAction(code));
        assertThat(ZoneAction.named("run-activx")).isEmpty();
    }

    @Test
    void theListOfEdgeIsXmlThatAnotherReaderUnderstandsAndCountsUp() throws Exception {
        InternetExplorerMode first = new InternetExplorerMode(
                List.of(new SiteList.Site("oa.house.example:8080/a?b=\"c\"&d=<e>", "IE8Enterprise", "IE11")),
                OptionalLong.empty());
        make(first);
        assertThat(first.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
        assertThat(windows.registry().value(EDGE, "InternetExplorerIntegrationSiteList"))
                .isEqualTo(Reading.of(RegistryValue.sz("file:///C:/Program Files/Fieldstick/ie-mode-sites.xml")));
        Element list = parsed();
        assertThat(list.getAttribute("version")).isEqualTo("1");
        Element site = (Element) list.getElementsByTagName("site").item(0);
        assertThat(site.getAttribute("url")).isEqualTo("oa.house.example:8080/a?b=\"c\"&d=<e>");
        assertThat(site.getElementsByTagName("open-in").item(0).getTextContent())
                .isEqualTo("IE11");

        make(new InternetExplorerMode(
                List.of(new SiteList.Site("other.example", "Default", "MSEdge")), OptionalLong.of(30)));
        assertThat(parsed().getAttribute("version")).isEqualTo("2");
    }

    @Test
    void aListInTheCloudCountsInsteadOfOurs() {
        InternetExplorerMode mode = new InternetExplorerMode(
                List.of(new SiteList.Site("oa.house.example", "Default", "IE11")), OptionalLong.empty());
        make(mode);
        windows.put(EDGE, "InternetExplorerIntegrationCloudSiteList", RegistryValue.sz("cf09325a-5249-4370"));
        assertThat(instruction(mode)).isEqualTo("ie-mode.cloud-list");
    }

    @Test
    void anEdgeThatRunsDoesNotHeedTheListYet() {
        InternetExplorerMode mode = new InternetExplorerMode(
                List.of(new SiteList.Site("oa.house.example", "Default", "IE11")), OptionalLong.of(60));
        assertThat(((Verdict.Differs) mode.judgeOn(windows).verdict()).changes())
                .filteredOn(SetRegistryValue.class::isInstance)
                .hasSize(3)
                .allMatch(change -> change.inForce() == InForce.AFTER_SIGN_IN);
    }

    private Element parsed() throws Exception {
        FileContent content = WriteFile.content(windows.files(), LIST).orElse(FileContent.of(new byte[0]));
        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(content.bytes()));
        return xml.getDocumentElement();
    }

    @Test
    void whatIsNoListHasNoVersionAndNothingOutsideIsRead() {
        for (String text : List.of(
                "",
                "<",
                "<site-list version='x'/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")) {
            assertThat(SiteList.versionIn(FileContent.of(text.getBytes(StandardCharsets.UTF_8))))
                    .isZero();
        }
        assertThat(SiteList.versionIn(FileContent.of("<site-list version='41'/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(41);
    }
}
