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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Programs that ask the environment ({@code curl}, Git, Python) go through this server: the machine's variables.
 *
 * @param noProxy what they reach directly: hosts, {@code .domain}, addresses
 */
public record EnvironmentProxy(String server, List<String> noProxy) implements Setting<EnvironmentProxy.State> {
    /** The machine's variables (MS docs: WM_SETTINGCHANGE, "Environment"). */
    private static final RegistryKey ENVIRONMENT =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");

    /** Of a variable's text that is learned. */
    private static final int LONGEST = 2000;

    /** A program that asks itself must not be sent away. */
    private static final List<String> ITSELF = List.of("localhost", "127.0.0.1");

    /** A user's variables; they go before the machine's of the same name (MS docs: CreateEnvironmentBlock). */
    private static final String OF_USER = "Environment";

    private static final String HTTP = "HTTP_PROXY";
    private static final String HTTPS = "HTTPS_PROXY";
    private static final String NO = "NO_PROXY";

    /** The machine's variables, and those that users have by the same names. */
    public record State(RegistryState values, Reading<List<String>> users, List<Own> own) {
        public State {
            own = List.copyOf(own);
        }
    }

    /** A variable of a user that may say something else. */
    public record Own(RegistryKey key, String name, Reading<RegistryValue> value) {
        private String where() {
            return key + "!" + name;
        }
    }

    public EnvironmentProxy {
        noProxy = List.copyOf(noProxy);
    }

    /** The machine's variables, where they name {@code server} and a profile can say them. */
    static Optional<EnvironmentProxy> on(RegistryView registry, String server) {
        String direct = registry.value(ENVIRONMENT, NO).map(RegistryValue::text).orElse("");
        List<String> noProxy = List.of(direct.split(",", -1));
        boolean sayable = !server.isEmpty()
                && direct.length() <= LONGEST
                && noProxy.stream().allMatch(address -> address.matches(ProxySection.NO_PROXY));
        return sayable
                ? Optional.of(new EnvironmentProxy(server, noProxy.equals(ITSELF) ? List.of() : noProxy))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "proxy/environment";
    }

    @Override
    public Message title() {
        return Message.of("proxy.environment.title");
    }

    @Override
    public Message desired() {
        return Message.of("proxy.is", server, direct());
    }

    private String direct() {
        return String.join(",", noProxy.isEmpty() ? ITSELF : noProxy);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(HTTP, "http://" + server);
        variables.put(HTTPS, "http://" + server);
        variables.put(NO, direct());
        return variables;
    }

    @Override
    public State read(WindowsView windows) {
        Map<String, String> variables = variables();
        List<Change> desired = new ArrayList<>();
        variables.forEach((name, text) -> desired.add(variable(name, text)));
        Reading<List<String>> users = windows.registry().everyUser();
        List<Own> own = new ArrayList<>();
        for (String sid : users.orElse(List.of())) {
            RegistryKey key = RegistryKey.user(sid, OF_USER);
            variables
                    .keySet()
                    .forEach(name ->
                            own.add(new Own(key, name, windows.registry().value(key, name))));
        }
        return new State(RegistryState.read(windows, desired), users, own);
    }

    private static Change variable(String name, String text) {
        return new SetRegistryValue(
                ENVIRONMENT,
                name,
                RegistryValue.sz(text),
                ValueSameness.BYTES,
                // Services were given theirs when Windows started; the others are told.
                InForce.AFTER_RESTART,
                Set.of(Announcement.ENVIRONMENT));
    }

    @Override
    public Judgement judge(State actual) {
        List<Reading<?>> more = new ArrayList<>();
        more.add(actual.users());
        actual.own().forEach(variable -> more.add(variable.value()));
        return Judgements.heeding(judgeRead(actual), more);
    }

    private Judgement judgeRead(State actual) {
        Map<String, String> variables = variables();
        List<Own> others = actual.own().stream()
                .filter(variable -> variable.value()
                        .map(value -> !value.text().equals(variables.get(variable.name())))
                        .orElse(false))
                .toList();
        Judgement written = Judgements.ofRegistry(
                Reading.of(List.of()),
                actual.values(),
                desired(),
                Message.of("proxy.environment.differs"),
                others.stream()
                        .map(variable -> Evidence.override(
                                variable.where(),
                                variable.value().map(RegistryValue::toString).orElse("-")))
                        .toList());
        String where = others.stream().map(Own::where).collect(Collectors.joining(", "));
        return Judgements.isWritten(written) && !others.isEmpty()
                ? Judgements.with(written, new Verdict.ByHand(Message.of("proxy.environment.of-users", where)))
                : written;
    }
}
