package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import java.util.ArrayList;
import java.util.List;

/** The section {@code proxy} of a profile, which becomes a setting for each place where Windows and programs look. */
final class ProxySection {
    /** 1 to 65535. */
    private static final String PORT =
            "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

    /** No scheme, no name with a password, a name or an IPv4 address, and a port: what WinINET takes for one server. */
    static final String SERVER = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:" + PORT;
    /** One address of the bypass list: {@code <local>}, or a host, address or wildcard; no separator inside. */
    static final String BYPASS = "<local>|(https?://)?[A-Za-z0-9*][A-Za-z0-9*.:-]*";

    /**
     * WinINET keeps it in ANSI; and since Windows 8.1 nothing reads a script from a file (MS support 4025058).
     */
    static final String SCRIPT = "https?://[!-?A-~]+";

    static final String NO_PROXY = "[A-Za-z0-9.][A-Za-z0-9.:/-]*";
    private static final List<String> ROUTES = List.of("server", "pac", "auto-detect", "direct");

    static final SettingKind KIND = new SettingKind(
            "proxy",
            Shape.record(
                    Field.optional(
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
                            Message.of("proxy.field.bypass")),
                    Field.optional(
                            "pac",
                            Shape.text()
                                    .matching(SCRIPT, Message.of("proxy.shape.pac"))
                                    .example("http://wpad.house.example/proxy.pac"),
                            Message.of("proxy.field.pac")),
                    Field.optional("auto-detect", Shape.flag(), Message.of("proxy.field.auto-detect")),
                    Field.optional("direct", Shape.flag(), Message.of("proxy.field.direct")),
                    Field.optional("scope", Shape.choice("users", "machine"), Message.of("proxy.field.scope")),
                    Field.optional("winhttp", Shape.choice("same", "direct"), Message.of("proxy.field.winhttp")),
                    Field.optional(
                            "browsers",
                            Shape.listOf(Shape.choice("edge", "chrome")),
                            Message.of("proxy.field.browsers")),
                    Field.optional(
                            "environment",
                            Shape.record(Field.optional(
                                    "no-proxy",
                                    Shape.listOf(Shape.text()
                                            .matching(NO_PROXY, Message.of("proxy.shape.no-proxy"))
                                            .example(".house.example")),
                                    Message.of("proxy.field.no-proxy"))),
                            Message.of("proxy.field.environment"))),
            Message.of("proxy.section"),
            (section, answers, problems) -> settings(section.asRecord(), problems));

    private ProxySection() {}

    private static List<Setting<?>> settings(Value.RecordValue section, List<Problem> problems) {
        List<String> routes = ROUTES.stream()
                .filter(name -> section.optional(name)
                        .filter(value -> !(value instanceof Value.FlagValue flag) || flag.flag())
                        .isPresent())
                .toList();
        if (routes.size() != 1) {
            problems.add(Problem.of(Message.of("proxy.problem.routes", String.join(", ", routes)), section.span())
                    .help(Message.of("proxy.problem.routes.help")));
            return List.of();
        }
        ProxyRoute route = route(section, routes.get(0));
        if (!route.hasServer()) {
            needsServer(section, problems);
        }
        boolean machine = section.optionalText("scope").orElse("users").equals("machine");
        List<Setting<?>> settings = new ArrayList<>();
        settings.add(new Proxy(route, machine ? Proxy.Scope.MACHINE : Proxy.Scope.USERS));
        section.optionalText("winhttp")
                .map(which -> new ServicesProxy(which.equals("same") ? route : ProxyRoute.direct()))
                .ifPresent(settings::add);
        section.texts("browsers")
                .forEach(name -> settings.add(new BrowserProxy(BrowserProxy.Browser.named(name), route)));
        section.optional("environment")
                .map(value ->
                        new EnvironmentProxy(route.server(), value.asRecord().texts("no-proxy")))
                .ifPresent(settings::add);
        return settings;
    }

    private static ProxyRoute route(Value.RecordValue section, String kind) {
        return switch (kind) {
            case "server" -> ProxyRoute.through(section.text("server"), section.texts("bypass"));
            case "pac" -> ProxyRoute.byScript(section.text("pac"));
            case "auto-detect" -> ProxyRoute.detected();
            default -> ProxyRoute.direct();
        };
    }

    /** What only a server can be used for: the others know neither scripts nor detection. */
    private static void needsServer(Value.RecordValue section, List<Problem> problems) {
        section.optional("winhttp")
                .filter(value -> value.asText().equals("same")
                        && !section.optional("direct").map(Value::asFlag).orElse(false))
                .ifPresent(value ->
                        problems.add(Problem.of(Message.of("proxy.problem.needs-server", "winhttp"), value.span())));
        for (String name : List.of("environment", "bypass")) {
            section.optional(name)
                    .ifPresent(value ->
                            problems.add(Problem.of(Message.of("proxy.problem.needs-server", name), value.span())));
        }
    }
}
