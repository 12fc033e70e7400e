package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Edge opens these sites in Internet Explorer mode, by a site list in a file that stays on the computer.
 *
 * <p>Sources: Microsoft Edge policies InternetExplorerIntegrationLevel, InternetExplorerIntegrationSiteList and
 * InternetExplorerIntegrationSiteListRefreshInterval; Edge has to be started again. The file lies below Program Files, where
 * only administrators can change it.
 *
 * @param refreshMinutes how often Edge reads the list again; empty for its own default of a week
 */
public record InternetExplorerMode(List<SiteList.Site> sites, OptionalLong refreshMinutes)
        implements Setting<InternetExplorerMode.State> {
    private static final RegistryKey EDGE = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Edge");
    private static final String FILE = "%ProgramFiles%\\Fieldstick\\ie-mode-sites.xml";
    private static final String CLOUD_LIST = "InternetExplorerIntegrationCloudSiteList";
    private static final String REFRESH = "InternetExplorerIntegrationSiteListRefreshInterval";
    private static final String URL = "[^\\s/:@][^\\s@]*";
    private static final List<String> COMPAT_MODES =
            List.of("Default", "IE11", "IE10", "IE9", "IE8", "IE8Enterprise", "IE7", "IE7Enterprise", "IE5");
    private static final List<String> OPEN_IN = List.of("IE11", "MSEdge", "None");
    private static final int IE_MODE = 1;
    private static final int FEWEST_MINUTES = 30;
    private static final int MOST_MINUTES = 43_200;

    static final SettingKind KIND = new SettingKind(
            "ie-mode",
            Shape.record(
                    Field.required(
                            "sites",
                            Shape.listOf(Shape.record(
                                    Field.required(
                                            "url",
                                            Shape.text()
                                                    .matching(URL, Message.of("ie-mode.shape.url"))
                                                    .example("oa.house.example/portal"),
                                            Message.of("ie-mode.field.url")),
                                    Field.optional(
                                            "compat-mode",
                                            Shape.choice(COMPAT_MODES.toArray(String[]::new)),
                                            Message.of("ie-mode.field.compat-mode")),
                                    Field.optional(
                                            "open-in",
                                            Shape.choice(OPEN_IN.toArray(String[]::new)),
                                            Message.of("ie-mode.field.open-in")))),
                            Message.of("ie-mode.field.sites")),
                    Field.optional(
                            "refresh-minutes",
                            Shape.whole(FEWEST_MINUTES, MOST_MINUTES),
                            Message.of("ie-mode.field.refresh-minutes"))),
            Message.of("ie-mode.section"),
            (section, answers, problems) -> settings(section.asRecord(), problems));

    public InternetExplorerMode {
        sites = List.copyOf(sites);
    }

    /**
     * What was read: where the list belongs, what is there, and Edge's policies.
     *
     * @param cloud the policy that names a list in the cloud, which counts instead of any other (MS docs: "Cloud Site List
     *     Management for Internet Explorer mode")
     */
    public record State(
            Reading<String> path, Reading<FileContent> list, RegistryState policies, Reading<RegistryValue> cloud) {}

    private static List<Setting<?>> settings(Value.RecordValue section, List<Problem> problems) {
        List<SiteList.Site> sites = new ArrayList<>();
        for (Value.RecordValue site : section.records("sites")) {
            if (site.text("url").contains("://")) {
                problems.add(Problem.of(
                        Message.of("ie-mode.problem.scheme", site.text("url")),
                        site.required("url").span()));
            }
            sites.add(new SiteList.Site(
                    site.text("url"),
                    site.optionalText("compat-mode").orElse("Default"),
                    site.optionalText("open-in").orElse("IE11")));
        }
        OptionalLong minutes = section.optional("refresh-minutes")
                .map(value -> OptionalLong.of(value.asWhole()))
                .orElse(OptionalLong.empty());
        return List.of(new InternetExplorerMode(sites, minutes));
    }

    /** Our own list on {@code windows}, where a profile can say it and Edge is to read it as often as one can say. */
    static Optional<InternetExplorerMode> on(WindowsView windows) {
        OptionalInt minutes = windows.registry()
                .value(EDGE, REFRESH)
                .map(RegistryValue::number)
                .orElse(OptionalInt.empty());
        boolean within =
                minutes.isEmpty() || (minutes.getAsInt() >= FEWEST_MINUTES && minutes.getAsInt() <= MOST_MINUTES);
        Optional<SiteList> list = EnvironmentVariables.ofMachine(windows.registry())
                .path(FILE)
                .flatMap(file -> WriteFile.content(windows.files(), file))
                .map(SiteList::in)
                .orElse(Optional.empty());
        return list.filter(found -> within
                        && !found.sites().isEmpty()
                        && found.sites().stream().allMatch(InternetExplorerMode::isSayable))
                .map(found -> new InternetExplorerMode(
                        found.sites(),
                        minutes.isPresent() ? OptionalLong.of(minutes.getAsInt()) : OptionalLong.empty()));
    }

    private static boolean isSayable(SiteList.Site site) {
        return ProfileDraft.canSay(site.url())
                && site.url().matches(URL)
                && !site.url().contains("://")
                && COMPAT_MODES.contains(site.compatMode())
                && OPEN_IN.contains(site.openIn());
    }

    @Override
    public String name() {
        return "ie-mode";
    }

    @Override
    public Message title() {
        return Message.of("ie-mode.title");
    }

    @Override
    public Message desired() {
        return Message.of(
                "ie-mode.is",
                sites.size(),
                String.join(" ", sites.stream().map(SiteList.Site::url).toList()));
    }

    @Override
    public State read(WindowsView windows) {
        Reading<String> path =
                EnvironmentVariables.ofMachine(windows.registry()).path(FILE);
        Reading<FileContent> list = path.flatMap(file -> WriteFile.content(windows.files(), file));
        List<Change> policies = new ArrayList<>();
        path.map(file -> policies.add(
                policy("InternetExplorerIntegrationSiteList", RegistryValue.sz("file:///" + file.replace('\\', '/')))));
        refreshMinutes.ifPresent(
                minutes -> policies.add(policy(REFRESH, RegistryValue.dword(Math.toIntExact(minutes)))));
        policies.add(policy("InternetExplorerIntegrationLevel", RegistryValue.dword(IE_MODE)));
        return new State(
                path,
                list,
                RegistryState.read(windows, policies),
                windows.registry().value(EDGE, CLOUD_LIST));
    }

    /** An Edge that runs goes on without them: "Dynamic Policy Refresh: No" (MS docs, of each). */
    private static Change policy(String name, RegistryValue value) {
        return new SetRegistryValue(
                EDGE, name, value, ValueSameness.BYTES, InForce.AFTER_SIGN_IN, Set.of(Announcement.POLICY));
    }

    @Override
    public Judgement judge(State actual) {
        if (!(actual.path() instanceof Reading.Present<String> path)) {
            return unknown(actual.path());
        }
        if (actual.list() instanceof Reading.Unreadable<FileContent>) {
            return unknown(actual.list());
        }
        if (actual.cloud() instanceof Reading.Present<RegistryValue> cloud) {
            return Judgement.of(
                    Message.of("ie-mode.differs"),
                    List.of(Evidence.override(
                            EDGE + "!" + CLOUD_LIST, cloud.value().toString())),
                    new Verdict.ByHand(Message.of("ie-mode.cloud-list", EDGE.toString(), CLOUD_LIST)));
        }
        return Judgements.heeding(ofThisComputer(actual, path), List.of(actual.cloud()));
    }

    private Judgement ofThisComputer(State actual, Reading.Present<String> path) {
        Judgement policies = Judgements.ofRegistry(
                Reading.of(List.of()),
                actual.policies(),
                desired(),
                Message.of("ie-mode.differs"),
                List.of(new Evidence(
                        path.value(), actual.list().map(FileContent::toString).orElse("-"))));
        long version = actual.list().map(SiteList::versionIn).orElse(0L);
        boolean same =
                actual.list().map(new SiteList(version, sites).xml()::equals).orElse(false);
        if (same || policies.verdict() instanceof Verdict.Unknown) {
            return policies;
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new WriteFile(path.value(), new SiteList(version + 1, sites).xml()));
        changes.addAll(actual.policies().changes());
        return new Judgement(
                Message.of("ie-mode.differs"), policies.evidence(), Verdict.differs(changes), policies.unreadable());
    }

    private static Judgement unknown(Reading<?> reading) {
        WindowsError why = reading instanceof Reading.Unreadable<?> refused
                ? refused.why()
                : new WindowsError(Message.of("ie-mode.title"), WindowsError.PATH_NOT_FOUND, "");
        return Judgement.of(Message.of("setting.unknown"), List.of(), new Verdict.Unknown(why));
    }
}
