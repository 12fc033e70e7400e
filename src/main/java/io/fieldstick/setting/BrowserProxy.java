package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A browser goes this way to the network by its own policy {@code ProxySettings}, whatever Windows's settings say.
 *
 * <p>Sources: Microsoft Edge policy ProxySettings (its older ProxyMode and the like do not work from Edge 91 on); Chrome
 * Enterprise policy ProxySettings.
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

    /** The policy of each browser, by where it was read. */
    static Map<String, Reading<RegistryValue>> policies(RegistryView registry) {
        Map<String, Reading<RegistryValue>> policies = new LinkedHashMap<>();
        for (Browser browser : Browser.values()) {
            policies.put(browser.policies() + "!" + VALUE, registry.value(browser.policies(), VALUE));
        }
        return policies;
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
