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
import java.util.Optional;
import java.util.Set;

/**
 * Every user goes this way to the network, as WinINET and what follows it (Windows itself, Edge, Chrome) do.
 *
 * <p>WinINET keeps it twice: in named values, and in the record of the connection that counts (see
 * {@link ConnectionSettings}); both are written. With a server, automatic detection and a script are switched off, since
 * the bypass list applies to a manual proxy only (chromium.org: proxy-settings-fallback).
 */
public record Proxy(ProxyRoute route, Scope scope) implements Setting<Proxy.State> {

    /** Whose the setting is. */
    public enum Scope {
        /** Each user has it, and may have another one later. */
        USERS,
        /** The machine has it by policy, and the users' own count for nothing. */
        MACHINE
    }

    /** Of a host's name (RFC 1035), so that nothing longer is matched. */
    private static final int LONGEST = 255;

    private static final String SETTINGS = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final Set<Announcement> TOLD = Set.of(Announcement.INTERNET_SETTINGS);
    /** 0 here makes Windows use the machine's proxy and ignore every user's (MS docs: HKLMProxyServer). */
    private static final RegistryKey POLICY =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");

    private static final String PER_USER = "ProxySettingsPerUser";

    /** Through {@code server}, for every user. */
    public Proxy(String server, List<String> bypass) {
        this(ProxyRoute.through(server, bypass), Scope.USERS);
    }

    /**
     * What was read.
     *
     * @param perUser the policy that decides whether the users' settings count
     * @param browsers policies by which browsers go another way than Windows
     * @param server the proxy server that WinINET really uses, and {@code script} its script, where this process runs as one
     *     of those it is about; empty where nobody could be asked
     */
    public record State(
            Reading<List<String>> users,
            RegistryState values,
            Reading<RegistryValue> perUser,
            List<BrowserProxy.Policy> browsers,
            Optional<Reading<String>> server,
            Optional<Reading<String>> script) {
        public State {
            browsers = List.copyOf(browsers);
        }
    }

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public Message title() {
        return Message.of("proxy.title");
    }

    @Override
    public Message desired() {
        return scope == Scope.USERS ? route.words() : Message.of("proxy.of-machine", route.words());
    }

    @Override
    public State read(WindowsView windows) {
        RegistryView registry = windows.registry();
        Reading<List<String>> users = scope == Scope.USERS ? registry.everyUser() : Reading.of(List.of());
        List<Change> desired = new ArrayList<>();
        users.orElse(List.of()).forEach(sid -> desired.addAll(valuesOf(windows, RegistryKey.user(sid, SETTINGS))));
        if (scope == Scope.MACHINE) {
            desired.addAll(valuesOf(windows, RegistryKey.machine(SETTINGS)));
            desired.addAll(valuesOf(windows, RegistryKey.machine32(SETTINGS)));
            // Last, so that the machine's proxy is whole before it counts.
            desired.add(set(POLICY, PER_USER, RegistryValue.dword(0)));
        }
        boolean askable = scope == Scope.MACHINE || Judgements.canBeAsked(users, windows);
        return new State(
                users,
                RegistryState.read(windows, desired),
                registry.value(POLICY, PER_USER),
                BrowserProxy.policies(registry, registry.everyUser().orElse(List.of())),
                askable ? Optional.of(windows.internet().proxyServer()) : Optional.empty(),
                askable ? Optional.of(windows.internet().proxyScript()) : Optional.empty());
    }

    /** The proxy of the machine in {@code registry}, or the one that all users have; empty where there is none of these. */
    static Optional<Proxy> on(RegistryView registry) {
        boolean ofMachine = registry.value(POLICY, PER_USER)
                .map(value -> value.number().orElse(1) == 0)
                .orElse(false);
        if (ofMachine) {
            return routeAt(registry, RegistryKey.machine(SETTINGS)).map(route -> new Proxy(route, Scope.MACHINE));
        }
        List<Optional<ProxyRoute>> each = registry.everyUser().orElse(List.of()).stream()
                .map(sid -> routeAt(registry, RegistryKey.user(sid, SETTINGS)))
                .distinct()
                .toList();
        return each.size() == 1 ? each.get(0).map(route -> new Proxy(route, Scope.USERS)) : Optional.empty();
    }

    /** As the connection's own record has it; empty where there is none, or one that a profile cannot say. */
    private static Optional<ProxyRoute> routeAt(RegistryView registry, RegistryKey settings) {
        Optional<RegistryValue> record = registry.value(settings.child("Connections"), "DefaultConnectionSettings")
                .map(Optional::of)
                .orElse(Optional.empty());
        return record.flatMap(ConnectionSettings::parse).flatMap(ProxyRoute::of).filter(Proxy::isSayable);
    }

    private static boolean isSayable(ProxyRoute route) {
        boolean server = !route.hasServer()
                || (route.server().length() <= LONGEST && route.server().matches(ProxySection.SERVER));
        boolean script = !route.hasScript()
                || (ProfileDraft.canSay(route.script()) && route.script().matches(ProxySection.SCRIPT));
        boolean bypass = route.bypass().stream()
                .allMatch(address -> address.length() <= LONGEST && address.matches(ProxySection.BYPASS));
        return server && script && bypass;
    }

    /** What is not used stays as it is, as Windows's own dialog leaves it: a server that is switched off, say. */
    private List<Change> valuesOf(WindowsView windows, RegistryKey settings) {
        List<Change> values = new ArrayList<>();
        values.add(set(settings, "ProxyEnable", RegistryValue.dword(route.hasServer() ? 1 : 0)));
        if (route.hasServer()) {
            values.add(set(settings, "ProxyServer", RegistryValue.sz(route.server())));
            values.add(set(settings, "ProxyOverride", RegistryValue.sz(route.bypassText())));
        }
        values.add(
                route.hasScript()
                        ? set(settings, "AutoConfigURL", RegistryValue.sz(route.script()))
                        : new DeleteRegistryValue(settings, "AutoConfigURL", TOLD));
        RegistryKey connections = settings.child("Connections");
        values.add(connection(windows, connections, "DefaultConnectionSettings"));
        values.add(connection(windows, connections, "SavedLegacySettings"));
        return values;
    }

    private static Change set(RegistryKey key, String name, RegistryValue value) {
        return new SetRegistryValue(key, name, value, ValueSameness.BYTES, InForce.NOW, TOLD);
    }

    private Change connection(WindowsView windows, RegistryKey key, String name) {
        Optional<RegistryValue> previous =
                windows.registry().value(key, name).map(Optional::of).orElse(Optional.empty());
        RegistryValue value = route.connection().after(previous);
        return new SetRegistryValue(key, name, value, ValueSameness.CONNECTION_SETTINGS, InForce.NOW, TOLD);
    }

    @Override
    public Judgement judge(State actual) {
        List<Reading<?>> more = new ArrayList<>();
        actual.browsers().forEach(policy -> more.add(policy.says()));
        if (scope == Scope.USERS) {
            more.add(actual.perUser());
        }
        actual.server().ifPresent(more::add);
        actual.script().ifPresent(more::add);
        return Judgements.heeding(judgeRead(actual), more);
    }

    private Judgement judgeRead(State actual) {
        Judgement written = Judgements.ofRegistry(
                actual.users(), actual.values(), desired(), Message.of("proxy.differs"), evidence(actual));
        boolean ignored = scope == Scope.USERS
                && actual.perUser().map(value -> value.number().orElse(1) == 0).orElse(false);
        if (ignored) {
            return Judgements.with(written, new Verdict.ByHand(Message.of("proxy.per-machine", POLICY, PER_USER)));
        }
        if (!Judgements.isWritten(written)) {
            return written;
        }
        boolean isOther = isOther(actual.server(), route.server()) || isOther(actual.script(), route.script());
        if (written.verdict() instanceof Verdict.AsDesired && isOther) {
            return Judgements.with(written, new Verdict.ByHand(Message.of("proxy.not-effective", route.words())));
        }
        return otherBrowsers(actual)
                .map(policies ->
                        Judgements.with(written, new Verdict.ByHand(Message.of("proxy.browser-policy", policies))))
                .orElse(written);
    }

    /** Whether Windows was asked and answered something else; {@code wanted} is empty for none. */
    private static boolean isOther(Optional<Reading<String>> effective, String wanted) {
        return effective
                .map(found -> !found.isUnreadable() && !found.orElse("").equalsIgnoreCase(wanted))
                .orElse(false);
    }

    private Optional<String> otherBrowsers(State actual) {
        List<String> policies = actual.browsers().stream()
                .filter(policy -> policy.isOther(route))
                .map(BrowserProxy.Policy::where)
                .toList();
        return policies.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", policies));
    }

    private static List<Evidence> evidence(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        actual.perUser().map(value -> evidence.add(Evidence.override(POLICY + "!" + PER_USER, value.toString())));
        actual.browsers()
                .forEach(policy -> policy.says().map(json -> evidence.add(Evidence.override(policy.where(), json))));
        actual.server().ifPresent(server -> evidence.add(asked("InternetQueryOption PER_CONNECTION_OPTION", server)));
        actual.script()
                .filter(script -> !script.isAbsent())
                .ifPresent(script -> evidence.add(asked("InternetQueryOption PER_CONN_AUTOCONFIG_URL", script)));
        return evidence;
    }

    private static Evidence asked(String what, Reading<String> answer) {
        return Evidence.effective(what, answer.orElse(answer.isAbsent() ? "-" : "?"));
    }
}
