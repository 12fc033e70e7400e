package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
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
 * Every loaded user goes through this proxy server, but for the addresses of the bypass list.
 *
 * <p>WinINET keeps it twice: in named values, and in the record of the connection that counts (see
 * {@link ConnectionSettings}); both are written. Automatic detection and a configuration script are switched off, since
 * the bypass list applies to a manual proxy only (chromium.org: proxy-settings-fallback).
 *
 * @param server {@code host:port}
 * @param bypass what is reached directly, as WinINET writes it: {@code *.x.example}, {@code 10.*}, {@code <local>}
 */
public record Proxy(String server, List<String> bypass) implements Setting<Proxy.State> {
    /** What WinINET takes for one server: no scheme, a name or an IPv4 address, and a port. */
    private static final String SERVER = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[0-9]{1,5}";
    /** One address of the bypass list: {@code <local>}, or a host, address or wildcard; no separator inside. */
    private static final String BYPASS = "<local>|(https?://)?[A-Za-z0-9*][A-Za-z0-9*.:-]*";

    public static final SettingKind KIND = new SettingKind(
            "proxy",
            Shape.record(
                    Field.required(
                            "server",
                            Shape.text()
                                    .matching(SERVER, Message.of("proxy.shape.server"))
                                    .example("proxy.house.example:8080"),
                            Message.of("proxy.field.server")),
                    Field.optional(
                            "bypass",
                            Shape.listOf(Shape.text()
                                    .matching(BYPASS, Message.of("proxy.shape.bypass"))
                                    .example("*.house.example")),
                            Message.of("proxy.field.bypass"))),
            Message.of("proxy.section"),
            Proxy::make);

    /** Of a host's name (RFC 1035), so that nothing longer is matched. */
    private static final int LONGEST = 255;

    private static final String SETTINGS = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final Set<Announcement> TOLD = Set.of(Announcement.INTERNET_SETTINGS);
    /** 0 here makes Windows use the machine's proxy and ignore every user's (MS docs: HKLMProxyServer). */
    private static final RegistryKey POLICY =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");

    private static final String PER_USER = "ProxySettingsPerUser";

    public Proxy {
        bypass = List.copyOf(bypass);
    }

    /**
     * What was read.
     *
     * @param perUser the policy that decides whether the users' settings count
     * @param effective the proxy server that WinINET really uses, where this process runs as one of the users; empty
     *     where nobody could be asked
     */
    public record State(
            Reading<List<String>> users,
            RegistryState values,
            Reading<RegistryValue> perUser,
            Optional<Reading<String>> effective) {}

    private static List<Setting<?>> make(Value section, Answers answers, List<Problem> problems) {
        Value.RecordValue record = section.asRecord();
        return List.of(new Proxy(record.text("server"), record.texts("bypass")));
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
        return Message.of("proxy.is", server, bypassText());
    }

    private String bypassText() {
        return String.join(";", bypass);
    }

    @Override
    public State read(WindowsView windows) {
        Reading<List<String>> users = windows.registry().everyUser();
        List<Change> desired = new ArrayList<>();
        users.orElse(List.of()).forEach(sid -> desired.addAll(valuesOf(windows, sid)));
        boolean askable =
                users.orElse(List.of()).contains(windows.machine().processUser().orElse(""));
        return new State(
                users,
                RegistryState.read(windows, desired),
                windows.registry().value(POLICY, PER_USER),
                askable ? Optional.of(windows.internet().proxyServer()) : Optional.empty());
    }

    /** The proxy that the loaded users of {@code windows} have, where it is the same for all; empty where it is not. */
    static Optional<Proxy> on(WindowsView windows) {
        List<Optional<Proxy>> each = windows.registry().everyUser().orElse(List.of()).stream()
                .map(sid -> of(windows.registry(), RegistryKey.user(sid, SETTINGS)))
                .distinct()
                .toList();
        return each.size() == 1 ? each.get(0) : Optional.empty();
    }

    private static Optional<Proxy> of(RegistryView registry, RegistryKey settings) {
        String server =
                registry.value(settings, "ProxyServer").map(RegistryValue::text).orElse("");
        boolean on = registry.value(settings, "ProxyEnable")
                .map(value -> value.number().orElse(0) == 1)
                .orElse(false);
        String bypass = registry.value(settings, "ProxyOverride")
                .map(RegistryValue::text)
                .orElse("");
        List<String> direct = bypass.isEmpty() ? List.of() : List.of(bypass.split(";", -1));
        boolean expressible = on
                && server.length() <= LONGEST
                && server.matches(SERVER)
                && direct.stream().allMatch(address -> address.length() <= LONGEST && address.matches(BYPASS));
        return expressible ? Optional.of(new Proxy(server, direct)) : Optional.empty();
    }

    private List<Change> valuesOf(WindowsView windows, String sid) {
        RegistryKey settings = RegistryKey.user(sid, SETTINGS);
        RegistryKey connections = settings.child("Connections");
        return List.of(
                set(settings, "ProxyEnable", RegistryValue.dword(1)),
                set(settings, "ProxyServer", RegistryValue.sz(server)),
                set(settings, "ProxyOverride", RegistryValue.sz(bypassText())),
                new DeleteRegistryValue(settings, "AutoConfigURL", TOLD),
                connection(windows, connections, "DefaultConnectionSettings"),
                connection(windows, connections, "SavedLegacySettings"));
    }

    private static Change set(RegistryKey key, String name, RegistryValue value) {
        return new SetRegistryValue(key, name, value, ValueSameness.BYTES, InForce.NOW, TOLD);
    }

    private Change connection(WindowsView windows, RegistryKey key, String name) {
        Optional<RegistryValue> previous =
                windows.registry().value(key, name).map(Optional::of).orElse(Optional.empty());
        RegistryValue value = new ConnectionSettings(
                        ConnectionSettings.DIRECT | ConnectionSettings.MANUAL, server, bypassText(), "")
                .after(previous);
        return new SetRegistryValue(key, name, value, ValueSameness.CONNECTION_SETTINGS, InForce.NOW, TOLD);
    }

    @Override
    public Judgement judge(State actual) {
        Judgement written = Judgements.ofRegistry(
                actual.users(), actual.values(), desired(), Message.of("proxy.differs"), evidence(actual));
        boolean ignored =
                actual.perUser().map(value -> value.number().orElse(1) == 0).orElse(false);
        if (ignored) {
            return Judgements.with(written, new Verdict.ByHand(Message.of("proxy.per-machine", POLICY, PER_USER)));
        }
        if (written.verdict() instanceof Verdict.AsDesired && usesAnother(actual)) {
            return Judgements.with(written, new Verdict.ByHand(Message.of("proxy.not-effective", server)));
        }
        return written;
    }

    private boolean usesAnother(State actual) {
        return actual.effective()
                .map(effective -> !effective.isUnreadable()
                        && !effective.map(server::equalsIgnoreCase).orElse(false))
                .orElse(false);
    }

    private static List<Evidence> evidence(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        if (actual.perUser() instanceof Reading.Present<RegistryValue> present) {
            evidence.add(
                    Evidence.override(POLICY + "!" + PER_USER, present.value().toString()));
        }
        actual.effective()
                .ifPresent(effective -> evidence.add(Evidence.effective(
                        "InternetQueryOption PER_CONNECTION_OPTION",
                        effective.orElse(effective.isAbsent() ? "-" : "?"))));
        return evidence;
    }
}
