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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the pages of the Trusted zone may do, and whether people can put a site without https into it.
 *
 * <p>Source: Microsoft KB 182569, keys {@code Zones\2}.
 *
 * @param as a preference of every user, or a policy of the machine
 * @param requireHttps whether the dialog takes sites with https only; empty where it stays as it is
 * @param actions the wanted URLPOLICY_* of each action
 * @param sample the address of a page in the zone, of which Windows is asked; empty where the profile has no site
 */
public record TrustedZone(
        TrustedSites.Form as, Optional<Boolean> requireHttps, Map<ZoneAction, Integer> actions, Optional<String> sample)
        implements Setting<TrustedZone.State> {
    private static final String ZONE =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Zones\\" + TrustedSites.TRUSTED;
    private static final String POLICY_ZONE = "Zones\\" + TrustedSites.TRUSTED;
    private static final RegistryKey POLICY = TrustedSites.POLICY.child(POLICY_ZONE);

    private static final String FLAGS = "Flags";
    private static final int HTTPS_ONLY = 4;
    /** What Windows writes for a new user: custom settings, adding sites, https only, the check box shown. */
    private static final int USUAL_FLAGS = 0x47;

    public TrustedZone {
        actions = Map.copyOf(actions);
    }

    /**
     * What was read.
     *
     * @param machineOnly the policy that makes the users' zones count for nothing
     * @param overrides the policies of the machine and of the users that give the actions a value, which may be another
     *     than is wanted
     * @param effective what Windows lets the sample page do, where it is in the zone and this process runs as one of the users
     */
    public record State(
            Reading<List<String>> users,
            RegistryState values,
            Reading<RegistryValue> machineOnly,
            List<PolicyValue> overrides,
            Map<ZoneAction, Reading<Integer>> effective) {
        public State {
            overrides = List.copyOf(overrides);
        }
    }

    /** What the policy at {@code zone} says of an action. */
    public record PolicyValue(RegistryKey zone, ZoneAction action, Reading<RegistryValue> value) {
        private boolean ofMachine() {
            return zone.user().isEmpty();
        }

        private String where() {
            return zone + "!" + action.code();
        }
    }

    /**
     * What the pages of the zone may do in {@code registry}: all that a policy says, or the actions with a name that the
     * first user has; empty where there is nothing of it.
     */
    static Optional<TrustedZone> on(RegistryView registry, TrustedSites.Form form, Optional<String> sample) {
        boolean policy = form == TrustedSites.Form.POLICY;
        Optional<RegistryKey> zone = policy
                ? Optional.of(POLICY)
                : registry.everyUser().orElse(List.of()).stream().findFirst().map(sid -> RegistryKey.user(sid, ZONE));
        return zone.map(key -> new TrustedZone(
                        form,
                        policy ? Optional.empty() : requiresHttps(registry, key),
                        actionsIn(registry, key, policy),
                        sample))
                .filter(found ->
                        found.requireHttps().isPresent() || !found.actions().isEmpty());
    }

    private static Optional<Boolean> requiresHttps(RegistryView registry, RegistryKey zone) {
        OptionalInt flags =
                registry.value(zone, FLAGS).map(RegistryValue::number).orElse(OptionalInt.empty());
        return flags.isPresent() ? Optional.of((flags.getAsInt() & HTTPS_ONLY) != 0) : Optional.empty();
    }

    private static Map<ZoneAction, Integer> actionsIn(RegistryView registry, RegistryKey zone, boolean all) {
        Map<ZoneAction, Integer> actions = new TreeMap<>();
        for (String name : registry.valueNames(zone).orElse(List.of())) {
            OptionalInt number =
                    registry.value(zone, name).map(RegistryValue::number).orElse(OptionalInt.empty());
            ZoneAction.named(name)
                    .filter(action -> all || !action.label().equals(action.code()))
                    .filter(action -> number.isPresent()
                            && ZoneAction.answer(number.getAsInt()).isPresent())
                    .ifPresent(action -> actions.put(action, number.getAsInt()));
        }
        return actions;
    }

    @Override
    public String name() {
        return "trusted-sites/zone";
    }

    @Override
    public Message title() {
        return Message.of("trusted-sites.zone.title");
    }

    @Override
    public Message desired() {
        return Message.of("trusted-sites.zone.is", actions.size() + (requireHttps.isPresent() ? 1 : 0));
    }

    @Override
    public State read(WindowsView windows) {
        RegistryView registry = windows.registry();
        boolean policy = as == TrustedSites.Form.POLICY;
        Reading<List<String>> users = policy ? Reading.of(List.of()) : registry.everyUser();
        List<Change> desired = new ArrayList<>();
        users.orElse(List.of()).forEach(sid -> {
            RegistryKey zone = RegistryKey.user(sid, ZONE);
            requireHttps.ifPresent(https -> desired.add(flags(registry, zone, https)));
            desired.addAll(actionsAt(zone));
        });
        if (policy) {
            desired.addAll(actionsAt(POLICY));
        }
        return new State(
                users,
                RegistryState.read(windows, desired),
                registry.value(TrustedSites.POLICY, TrustedSites.MACHINE_ONLY),
                policy ? List.of() : overrides(registry, users.orElse(List.of())),
                effective(windows, users));
    }

    private Map<ZoneAction, Reading<Integer>> effective(WindowsView windows, Reading<List<String>> users) {
        boolean askable = as == TrustedSites.Form.POLICY || Judgements.canBeAsked(users, windows);
        Optional<String> page = sample.filter(url -> askable)
                .filter(url -> windows.internet().zoneOf(url).equals(Reading.of(TrustedSites.TRUSTED)));
        Map<ZoneAction, Reading<Integer>> effective = new TreeMap<>();
        page.ifPresent(url -> actions.keySet()
                .forEach(action -> effective.put(action, windows.internet().policyOf(url, action.number()))));
        return effective;
    }

    private List<Change> actionsAt(RegistryKey zone) {
        return actions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> set(zone, entry.getKey().code(), entry.getValue()))
                .toList();
    }

    private static Change set(RegistryKey key, String name, int number) {
        return new SetRegistryValue(
                key,
                name,
                RegistryValue.dword(number),
                ValueSameness.NUMBER,
                InForce.NOW,
                Set.of(Announcement.INTERNET_SETTINGS));
    }

    /** The other bits stay as they are. */
    private static Change flags(RegistryView registry, RegistryKey zone, boolean https) {
        int now = registry.value(zone, FLAGS)
                .map(value -> value.number().orElse(USUAL_FLAGS))
                .orElse(USUAL_FLAGS);
        return set(zone, FLAGS, https ? now | HTTPS_ONLY : now & ~HTTPS_ONLY);
    }

    private List<PolicyValue> overrides(RegistryView registry, List<String> users) {
        List<RegistryKey> zones = new ArrayList<>();
        zones.add(POLICY);
        users.forEach(sid -> zones.add(RegistryKey.user(sid, TrustedSites.POLICY_PATH + "\\" + POLICY_ZONE)));
        return zones.stream()
                .flatMap(zone -> actions.keySet().stream()
                        .sorted()
                        .map(action -> new PolicyValue(zone, action, registry.value(zone, action.code()))))
                .toList();
    }

    /** Those that give an action another value than is wanted. */
    private List<PolicyValue> others(State actual) {
        return actual.overrides().stream()
                .filter(override -> override.value()
                        .map(value ->
                                !value.number().equals(OptionalInt.of(actions.getOrDefault(override.action(), -1))))
                        .orElse(false))
                .toList();
    }

    @Override
    public Judgement judge(State actual) {
        List<Reading<?>> more = new ArrayList<>();
        actual.overrides().forEach(override -> more.add(override.value()));
        if (as == TrustedSites.Form.PREFERENCE) {
            more.add(actual.machineOnly());
        }
        Judgement read = judgeRead(actual);
        if (read.verdict() instanceof Verdict.AsDesired) {
            // Before it is, Windows may have no answer because the value is not there yet.
            more.addAll(actual.effective().values());
        }
        return Judgements.heeding(read, more);
    }

    private Judgement judgeRead(State actual) {
        List<PolicyValue> others = others(actual);
        Judgement written = Judgements.ofRegistry(
                actual.users(),
                actual.values(),
                desired(),
                Message.of("trusted-sites.zone.differs"),
                evidence(others, actual.effective()));
        boolean ignored = as == TrustedSites.Form.PREFERENCE
                && actual.machineOnly()
                        .map(value -> value.number().orElse(0) == 1)
                        .orElse(false);
        if (ignored) {
            return Judgements.with(
                    written,
                    new Verdict.ByHand(
                            Message.of("trusted-sites.machine-only", TrustedSites.POLICY, TrustedSites.MACHINE_ONLY)));
        }
        // One user's policy keeps nobody else from what is wanted.
        boolean isWritten = Judgements.isWritten(written);
        List<String> overriding = others.stream()
                .filter(override -> isWritten || override.ofMachine())
                .map(PolicyValue::where)
                .toList();
        if (!overriding.isEmpty()) {
            return Judgements.with(
                    written,
                    new Verdict.ByHand(Message.of("trusted-sites.zone.overridden", String.join(", ", overriding))));
        }
        String otherwise = actual.effective().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .map(policy -> !policy.equals(actions.get(entry.getKey())))
                        .orElse(false))
                .map(entry -> entry.getKey().code() + " = " + entry.getValue().orElse(0))
                .collect(Collectors.joining(", "));
        return written.verdict() instanceof Verdict.AsDesired && !otherwise.isEmpty()
                ? Judgements.with(
                        written,
                        new Verdict.ByHand(
                                Message.of("trusted-sites.zone.not-effective", sample.orElse(""), otherwise)))
                : written;
    }

    private static List<Evidence> evidence(List<PolicyValue> others, Map<ZoneAction, Reading<Integer>> effective) {
        List<Evidence> evidence = new ArrayList<>();
        others.forEach(override -> evidence.add(Evidence.override(
                override.where(), override.value().map(RegistryValue::toString).orElse("-"))));
        effective.forEach((action, policy) -> evidence.add(Evidence.effective(
                "ProcessUrlAction " + action.code(), policy.map(String::valueOf).orElse("?"))));
        return evidence;
    }
}
