package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * These sites are in the Trusted zone for every user, other sites are left as they are.
 *
 * <p>Source of the layout: Microsoft KB 182569 (IE security zones registry entries); of the policy: MS docs
 * policy-csp-internetexplorer, "Site to Zone Assignment List", and "Internet Explorer's Explicit Security Zone Mappings" of
 * Microsoft's FDCC blog: what counts is a zone map below the policies' key, which Group Policy's own extension makes of that
 * list.
 */
public record TrustedSites(List<TrustedSite> sites, Form as) implements Setting<TrustedSites.State> {
    /** How Windows is told. */
    public enum Form {
        /** Each user has it, and may change it. */
        PREFERENCE,
        /** A policy of the machine, for everybody; users cannot change the list then. */
        POLICY
    }

    private static final String ZONE_MAP = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap";
    private static final String RANGES = "Ranges";
    private static final String ZONE_LIST = "ZoneMapKey";
    private static final String ZONE_LIST_IN_USE = "ListBox_Support_" + ZONE_LIST;
    private static final String EVERY_SCHEME = "*";
    private static final int MOST_LEARNED = 500;
    private static final int LONGEST_SITE = 300;
    static final int TRUSTED = 2;
    private static final String RANGE = ":Range";
    static final Set<Announcement> TOLD = Set.of(Announcement.INTERNET_SETTINGS);
    private static final Set<Announcement> TOLD_OF_POLICY = Set.of(Announcement.POLICY, Announcement.INTERNET_SETTINGS);

    /** Where policies are: of the machine, and the same below a user's hive. */
    static final String POLICY_PATH = "SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    /** 1 here makes Windows use the machine's zones and ignore every user's (KB 182569). */
    static final RegistryKey POLICY = RegistryKey.machine(POLICY_PATH);

    static final String MACHINE_ONLY = "Security_HKLM_only";

    public TrustedSites {
        sites = List.copyOf(sites);
    }

    /** As a preference of every user. */
    public TrustedSites(List<TrustedSite> sites) {
        this(sites, Form.PREFERENCE);
    }

    /**
     * What was read.
     *
     * @param ranges the range keys of each user
     * @param machineOnly the policy that makes the users' zones count for nothing
     * @param lists the lists by which policies put sites into zones; where there is one, the users' own count for nothing
     * @param zones the zone urlmon puts each site's sample address in, where this process runs as one of the users
     */
    public record State(
            Reading<List<String>> users,
            RegistryState values,
            List<Reading<List<String>>> ranges,
            Reading<RegistryValue> machineOnly,
            List<AssignmentList> lists,
            Map<String, Reading<Integer>> zones) {
        public State {
            lists = List.copyOf(lists);
        }
    }

    /**
     * The policy "Site to Zone Assignment List" of the machine or of a user (MS docs: policy-csp-internetexplorer: where it
     * is not configured, users may choose their own).
     *
     * @param inUse the value that says whether there is such a list
     * @param whole whether it has all of these sites in the Trusted zone
     */
    public record AssignmentList(RegistryKey policies, Reading<RegistryValue> inUse, boolean whole) {
        private boolean beatsTheUsersOwn() {
            return !whole && inUse.map(value -> value.number().orElse(0) == 1).orElse(false);
        }

        private boolean ofMachine() {
            return policies.user().isEmpty();
        }

        private String where() {
            return policies + "!" + ZONE_LIST_IN_USE;
        }
    }

    @Override
    public String name() {
        return "trusted-sites";
    }

    @Override
    public Message title() {
        return Message.of("trusted-sites.title");
    }

    @Override
    public Message desired() {
        return Message.of("trusted-sites.are", sites.size(), String.join(" ", samples()));
    }

    private List<String> samples() {
        return sites.stream().map(TrustedSite::sample).toList();
    }

    @Override
    public State read(WindowsView windows) {
        Reading<List<String>> users = as == Form.PREFERENCE ? windows.registry().everyUser() : Reading.of(List.of());
        List<Change> desired = new ArrayList<>();
        List<Reading<List<String>>> ranges = new ArrayList<>();
        List<AssignmentList> lists = new ArrayList<>();
        for (String sid : users.orElse(List.of())) {
            addZoneMap(windows.registry(), RegistryKey.user(sid, ZONE_MAP), TOLD, desired, ranges);
            lists.add(assignmentList(windows.registry(), RegistryKey.user(sid, POLICY_PATH)));
        }
        if (as == Form.POLICY) {
            // Group Policy makes the zone map of its list only when it runs itself: both are written.
            addZoneMap(windows.registry(), POLICY.child("ZoneMap"), TOLD_OF_POLICY, desired, ranges);
            desired.addAll(policyValues());
        } else {
            lists.add(assignmentList(windows.registry(), POLICY));
        }
        Map<String, Reading<Integer>> zones = new HashMap<>();
        if (as == Form.POLICY || Judgements.canBeAsked(users, windows)) {
            samples().forEach(url -> zones.put(url, windows.internet().zoneOf(url)));
        }
        return new State(
                users,
                RegistryState.read(windows, desired),
                hasRanges() ? ranges : List.of(),
                windows.registry().value(POLICY, MACHINE_ONLY),
                lists,
                zones);
    }

    private void addZoneMap(
            RegistryView registry,
            RegistryKey zoneMap,
            Set<Announcement> told,
            List<Change> desired,
            List<Reading<List<String>>> ranges) {
        Reading<List<String>> keys = registry.subkeys(zoneMap.child(RANGES));
        ranges.add(keys);
        desired.addAll(valuesOf(registry, zoneMap, keys, told));
    }

    private AssignmentList assignmentList(RegistryView registry, RegistryKey policies) {
        String trusted = Integer.toString(TRUSTED);
        boolean whole = sites.stream()
                .map(site -> registry.value(policies.child(ZONE_LIST), site.pattern()))
                .allMatch(
                        zone -> zone.map(value -> value.text().equals(trusted)).orElse(false));
        return new AssignmentList(policies, registry.value(policies, ZONE_LIST_IN_USE), whole);
    }

    private boolean hasRanges() {
        return sites.stream().anyMatch(TrustedSite.Range.class::isInstance);
    }

    private List<Change> policyValues() {
        List<Change> values = new ArrayList<>();
        for (TrustedSite site : sites) {
            values.add(policy(POLICY.child(ZONE_LIST), site.pattern(), RegistryValue.sz(Integer.toString(TRUSTED))));
        }
        values.add(policy(POLICY, ZONE_LIST_IN_USE, RegistryValue.dword(1)));
        return values;
    }

    private static Change policy(RegistryKey key, String name, RegistryValue value) {
        return new SetRegistryValue(key, name, value, ValueSameness.BYTES, InForce.NOW, TOLD_OF_POLICY);
    }

    /** Whether a list of a policy says in {@code registry} which sites are trusted. */
    static Form formOn(RegistryView registry) {
        boolean listed = registry.value(POLICY, ZONE_LIST_IN_USE)
                .map(value -> value.number().orElse(0) == 1)
                .orElse(false);
        return listed ? Form.POLICY : Form.PREFERENCE;
    }

    /** The sites that {@code registry} trusts, by policy or for every user, as a profile writes them, sorted. */
    static List<String> on(RegistryView registry, Form form) {
        if (form == Form.POLICY) {
            return registry.valueNames(POLICY.child(ZONE_LIST)).orElse(List.of()).stream()
                    .filter(site -> registry.value(POLICY.child(ZONE_LIST), site)
                            .equals(Reading.of(RegistryValue.sz(Integer.toString(TRUSTED)))))
                    .filter(site -> site.length() <= LONGEST_SITE
                            && TrustedSite.parse(site)
                                    .filter(parsed -> parsed.pattern().equals(site))
                                    .isPresent())
                    .sorted()
                    .limit(MOST_LEARNED)
                    .toList();
        }
        Optional<Set<String>> common = registry.everyUser().orElse(List.of()).stream()
                .map(sid -> trustedBy(registry, RegistryKey.user(sid, ZONE_MAP)))
                .reduce((one, other) -> {
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                });
        return common.orElse(Set.of()).stream().sorted().limit(MOST_LEARNED).toList();
    }

    private static Set<String> trustedBy(RegistryView registry, RegistryKey zoneMap) {
        Set<String> sites = new HashSet<>();
        RegistryKey domains = zoneMap.child("Domains");
        for (String domain : plain(registry.subkeys(domains))) {
            addTrusted(registry, domains.child(domain), List.of(domain, "*." + domain), "", sites);
            for (String sub : plain(registry.subkeys(domains.child(domain)))) {
                addTrusted(registry, domains.child(domain).child(sub), List.of(sub + "." + domain), sub, sites);
            }
        }
        RegistryKey ranges = zoneMap.child(RANGES);
        for (String range : plain(registry.subkeys(ranges))) {
            String addresses = registry.value(ranges.child(range), RANGE)
                    .map(RegistryValue::text)
                    .orElse("");
            addTrusted(registry, ranges.child(range), List.of(addresses), "", sites);
        }
        return sites;
    }

    private static List<String> plain(Reading<List<String>> names) {
        return names.orElse(List.of()).stream()
                .filter(name -> !name.isEmpty() && !name.contains("\\"))
                .toList();
    }

    /** Adds the first of {@code spellings} that means this key again, for each scheme that the key trusts. */
    private static void addTrusted(
            RegistryView registry, RegistryKey key, List<String> spellings, String sub, Set<String> sites) {
        for (String scheme : registry.valueNames(key).orElse(List.of())) {
            boolean trusted = registry.value(key, scheme)
                    .map(value -> value.number().orElse(0) == TRUSTED)
                    .orElse(false);
            String before = scheme.equals("*") ? "" : scheme + "://";
            spellings.stream()
                    .map(spelling -> before + spelling)
                    .filter(site -> trusted && isSame(site, scheme, sub))
                    .findFirst()
                    .ifPresent(sites::add);
        }
    }

    private static boolean isSame(String site, String scheme, String sub) {
        return site.length() <= LONGEST_SITE
                && TrustedSite.parse(site)
                        .filter(parsed -> parsed.scheme().equals(scheme))
                        .filter(parsed -> !(parsed instanceof TrustedSite.Host host)
                                || host.sub().equalsIgnoreCase(sub))
                        .isPresent();
    }

    /** Where the range keys cannot be listed no range is written: a new key might be one that is there. */
    private List<Change> valuesOf(
            RegistryView registry, RegistryKey zoneMap, Reading<List<String>> rangeKeys, Set<Announcement> told) {
        RegistryKey domains = zoneMap.child("Domains");
        Ranges ranges = Ranges.read(registry, zoneMap.child(RANGES), rangeKeys.orElse(List.of()));
        List<Change> changes = new ArrayList<>();
        for (TrustedSite site : sites) {
            if (site instanceof TrustedSite.Host host) {
                RegistryKey domain = domains.child(host.domain());
                RegistryKey key = host.sub().isEmpty() ? domain : domain.child(host.sub());
                changes.addAll(trust(registry, key, host.scheme(), told));
            } else if (site instanceof TrustedSite.Range range && !rangeKeys.isUnreadable()) {
                RegistryKey key = ranges.keyFor(range.range());
                changes.add(new SetRegistryValue(key, RANGE, RegistryValue.sz(range.range())));
                changes.addAll(trust(registry, key, range.scheme(), told));
            }
        }
        return changes;
    }

    /** A scheme that has a zone of its own there does not go by that of every scheme (KB 182569): it is trusted too. */
    private static List<Change> trust(RegistryView registry, RegistryKey key, String scheme, Set<Announcement> told) {
        List<Change> changes = new ArrayList<>();
        changes.add(trust(key, scheme, told));
        if (scheme.equals(EVERY_SCHEME)) {
            registry.valueNames(key).orElse(List.of()).stream()
                    .filter(name -> !name.equals(EVERY_SCHEME) && !name.isEmpty() && !name.equalsIgnoreCase(RANGE))
                    .filter(name -> registry.value(key, name)
                            .map(zone -> !zone.number().equals(OptionalInt.of(TRUSTED)))
                            .orElse(false))
                    .forEach(name -> changes.add(trust(key, name, told)));
        }
        return changes;
    }

    private static Change trust(RegistryKey key, String scheme, Set<Announcement> told) {
        return new SetRegistryValue(key, scheme, RegistryValue.dword(TRUSTED), ValueSameness.BYTES, InForce.NOW, told);
    }

    @Override
    public Judgement judge(State actual) {
        List<Reading<?>> more = new ArrayList<>();
        if (as == Form.PREFERENCE) {
            more.add(actual.machineOnly());
        }
        actual.lists().forEach(list -> more.add(list.inUse()));
        more.addAll(actual.zones().values());
        return Judgements.heeding(judgeRead(actual), more);
    }

    private Judgement judgeRead(State actual) {
        Judgement written = Judgements.heeding(
                Judgements.ofRegistry(
                        actual.users(),
                        actual.values(),
                        desired(),
                        Message.of("trusted-sites.differ"),
                        evidence(actual)),
                actual.ranges());
        boolean ignored = as == Form.PREFERENCE
                && actual.machineOnly()
                        .map(value -> value.number().orElse(0) == 1)
                        .orElse(false);
        if (ignored) {
            return Judgements.with(
                    written, new Verdict.ByHand(Message.of("trusted-sites.machine-only", POLICY, MACHINE_ONLY)));
        }
        boolean isWritten = Judgements.isWritten(written);
        List<String> lists = actual.lists().stream()
                .filter(AssignmentList::beatsTheUsersOwn)
                .filter(list -> isWritten || list.ofMachine())
                .map(AssignmentList::where)
                .toList();
        if (!lists.isEmpty()) {
            return Judgements.with(
                    written, new Verdict.ByHand(Message.of("trusted-sites.list", String.join(", ", lists))));
        }
        List<String> elsewhere = samples().stream()
                .filter(url ->
                        actual.zones().getOrDefault(url, Reading.absent()) instanceof Reading.Present<Integer> zone
                                && zone.value() != TRUSTED)
                .toList();
        if (written.verdict() instanceof Verdict.AsDesired && !elsewhere.isEmpty()) {
            return Judgements.with(
                    written,
                    new Verdict.ByHand(Message.of("trusted-sites.not-effective", String.join(" ", elsewhere))));
        }
        return written;
    }

    private List<Evidence> evidence(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        if (actual.machineOnly() instanceof Reading.Present<RegistryValue> present) {
            evidence.add(Evidence.override(
                    POLICY + "!" + MACHINE_ONLY, present.value().toString()));
        }
        actual.lists()
                .forEach(list ->
                        list.inUse().map(value -> evidence.add(Evidence.override(list.where(), value.toString()))));
        for (String url : samples()) {
            Reading<Integer> zone = actual.zones().getOrDefault(url, Reading.absent());
            if (!zone.isAbsent()) {
                evidence.add(Evidence.effective(
                        "MapUrlToZone " + url, zone.map(String::valueOf).orElse("?")));
            }
        }
        return evidence;
    }

    /**
     * A user's range keys: the range that each holds, the names that are taken, and those that cannot be read.
     *
     * <p>{@link #keyFor} gives a range the key it has already, or else the next free {@code RangeN}; where keys cannot be
     * read the range may be in one of them, so it gets that key, which is then reported as unreadable and left alone.
     */
    private record Ranges(RegistryKey parent, Map<String, String> keyOf, Set<String> taken, List<String> unreadable) {
        static Ranges read(RegistryView registry, RegistryKey parent, List<String> names) {
            Ranges ranges = new Ranges(parent, new HashMap<>(), new HashSet<>(), new ArrayList<>());
            names.forEach(name -> ranges.add(registry, name));
            return ranges;
        }

        private void add(RegistryView registry, String name) {
            taken.add(name.toLowerCase(Locale.ROOT));
            Reading<RegistryValue> range = registry.value(parent.child(name), RANGE);
            if (range.isUnreadable()) {
                unreadable.add(name);
            }
            range.map(value -> keyOf.putIfAbsent(value.text(), name));
        }

        RegistryKey keyFor(String range) {
            String known = keyOf.get(range);
            if (known == null && !unreadable.isEmpty()) {
                return parent.child(unreadable.get(0));
            }
            return parent.child(keyOf.computeIfAbsent(range, r -> nextFree()));
        }

        private String nextFree() {
            int number = 1;
            while (!taken.add("range" + number)) {
                number++;
            }
            return "Range" + number;
        }
    }
}
