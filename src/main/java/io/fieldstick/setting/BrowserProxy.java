package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A browser goes this way to the network by its own policy {@code ProxySettings}, whatever Windows's settings say.
 *
 * <p>Sources: Microsoft Edge policy ProxySettings (its older ProxyMode and the like do not work from Edge 91 on); Chrome
 * Enterprise policies ProxySettings and ProxyMode.
 */
public record BrowserProxy(Browser browser, ProxyRoute route) implements Setting<RegistryState> {

    /** A browser, by where its policies are. */
    public enum Browser {
        EDGE("SOFTWARE\\Policies\\Microsoft\\Edge"),
        CHROME("SOFTWARE\\Policies\\Google\\Chrome");

        private final String policies;

        Browser(String policies) {
            this.policies = policies;
        }

        private RegistryKey policies() {
            return RegistryKey.machine(policies);
        }

        static Browser named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String VALUE = "ProxySettings";

    /** Chrome's older policies, which it still heeds where there is no {@link #VALUE}. */
    private static final String MODE = "ProxyMode";

    /** Any way that is Windows's own. */
    private static final Pattern AS_WINDOWS = Pattern.compile("\"ProxyMode\"\\s*:\\s*\"system\"");

    /**
     * A policy that says which way a browser goes.
     *
     * @param where the value that says it
     * @param says the same as {@link #json} writes it
     */
    record Policy(String where, Reading<String> says) {
        /** Whether the browser does not go by {@code route}. */
        boolean isOther(ProxyRoute route) {
            return says.map(json -> !json.equals(json(route))
                            && !AS_WINDOWS.matcher(json).find())
                    .orElse(false);
        }
    }

    /**
     * The policies that count for each browser: that of the machine, or else those of {@code users} (Chromium: policies of
     * the machine go before those of a user).
     */
    static List<Policy> policies(RegistryView registry, List<String> users) {
        List<Policy> policies = new ArrayList<>();
        for (Browser browser : Browser.values()) {
            Policy ofMachine = policyAt(registry, browser, browser.policies());
            if (ofMachine.says().isAbsent()) {
                users.forEach(
                        sid -> policies.add(policyAt(registry, browser, RegistryKey.user(sid, browser.policies))));
            } else {
                policies.add(ofMachine);
            }
        }
        return policies;
    }

    private static Policy policyAt(RegistryView registry, Browser browser, RegistryKey key) {
        Policy settings =
                new Policy(key + "!" + VALUE, registry.value(key, VALUE).map(RegistryValue::text));
        boolean older = settings.says().isAbsent() && browser == Browser.CHROME;
        return older ? new Policy(key + "!" + MODE, older(registry, key)) : settings;
    }

    private static Reading<String> older(RegistryView registry, RegistryKey key) {
        return registry.value(key, MODE).map(RegistryValue::text).map(mode -> switch (mode) {
            case "fixed_servers" ->
                json(ProxyRoute.through(
                        text(registry, key, "ProxyServer"), listed(text(registry, key, "ProxyBypassList"))));
            case "pac_script" -> json(ProxyRoute.byScript(text(registry, key, "ProxyPacUrl")));
            default -> "{\"ProxyMode\":" + quoted(mode) + "}";
        });
    }

    private static List<String> listed(String bypass) {
        return bypass.isEmpty() ? List.of() : List.of(bypass.split("[,;]"));
    }

    private static String text(RegistryView registry, RegistryKey key, String name) {
        return registry.value(key, name).map(RegistryValue::text).orElse("");
    }

    /** {@code route} as the policy writes it: JSON in one line, whose bypass list has commas. */
    static String json(ProxyRoute route) {
        if (route.hasServer()) {
            String bypass = String.join(",", route.bypass());
            return "{\"ProxyMode\":\"fixed_servers\",\"ProxyServer\":" + quoted(route.server())
                    + (bypass.isEmpty() ? "" : ",\"ProxyBypassList\":" + quoted(bypass)) + "}";
        }
        if (route.hasScript()) {
            return "{\"ProxyMode\":\"pac_script\",\"ProxyPacUrl\":" + quoted(route.script()) + "}";
        }
        return "{\"ProxyMode\":\"" + (route.detect() ? "auto_detect" : "direct") + "\"}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public String name() {
        return "proxy/" + browser.label();
    }

    @Override
    public Message title() {
        return Message.of("proxy.browser.title", browser.label());
    }

    @Override
    public Message desired() {
        return route.words();
    }

    @Override
    public RegistryState read(WindowsView windows) {
        return RegistryState.read(
                windows,
                List.of(new SetRegistryValue(
                        browser.policies(),
                        VALUE,
                        RegistryValue.sz(json(route)),
                        ValueSameness.BYTES,
                        InForce.NOW,
                        Set.of(Announcement.POLICY))));
    }

    @Override
    public Judgement judge(RegistryState actual) {
        return Judgements.ofRegistry(
                Reading.of(List.of()), actual, desired(), Message.of("proxy.browser.differs"), List.of());
    }
}
