package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.WinHttpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxy, the trusted sites and the sites for Internet Explorer mode of a machine, as far as all users have them alike. */
final class LearnedNetwork {
    private final ProfileDraft draft;

    private LearnedNetwork(ProfileDraft draft) {
        this.draft = draft;
    }

    static void write(ProfileDraft draft) {
        LearnedNetwork network = new LearnedNetwork(draft);
        network.proxy();
        network.trustedSites();
        network.internetExplorerMode();
    }

    private void proxy() {
        draft.section(Message.of("learn.proxy"));
        Optional<Proxy> learned = Proxy.on(draft.registry()).filter(draft::passes);
        if (learned.isEmpty()) {
            draft.nothing(Message.of("learn.left-out"));
            return;
        }
        ProxyRoute route = learned.get().route();
        draft.line("proxy:");
        if (route.hasServer()) {
            draft.line("  server: " + YamlText.quoted(route.server()));
            list("  ", "bypass", route.bypass());
        } else if (route.hasScript()) {
            draft.line("  pac: " + YamlText.quoted(route.script()));
        } else {
            draft.line(route.detect() ? "  auto-detect: true" : "  direct: true");
        }
        if (learned.get().scope() == Proxy.Scope.MACHINE) {
            draft.line("  scope: machine");
        }
        otherPlaces(route);
    }

    /** Where programs look that do not go by Windows's own dialog. */
    private void otherPlaces(ProxyRoute route) {
        draft.read(draft.windows().internet().winHttpProxy())
                .flatMap(services -> ofServices(services, route))
                .ifPresent(word -> draft.line("  winhttp: " + word));
        List<String> browsers = new ArrayList<>();
        for (BrowserProxy.Browser browser : BrowserProxy.Browser.values()) {
            if (draft.passes(new BrowserProxy(browser, route))) {
                browsers.add(browser.name().toLowerCase(Locale.ROOT));
            }
        }
        if (!browsers.isEmpty()) {
            draft.line("  browsers: [" + String.join(", ", browsers) + "]");
        }
        EnvironmentProxy.on(draft.registry(), route.server())
                .filter(draft::passes)
                .ifPresent(variables -> {
                    draft.line("  environment:");
                    list("    ", "no-proxy", variables.noProxy());
                });
    }

    private static Optional<String> ofServices(WinHttpProxy services, ProxyRoute route) {
        if (services.isDirect()) {
            return Optional.of("direct");
        }
        boolean same = services.isSame(new WinHttpProxy(route.server(), route.bypassText()));
        return same ? Optional.of("same") : Optional.empty();
    }

    private void trustedSites() {
        draft.section(Message.of("learn.trusted-sites"));
        TrustedSites.Form form = TrustedSites.formOn(draft.registry());
        List<String> sites = TrustedSites.on(draft.registry(), form);
        List<TrustedSite> parsed =
                sites.stream().flatMap(site -> TrustedSite.parse(site).stream()).toList();
        if (sites.isEmpty() || !draft.passes(new TrustedSites(parsed, form))) {
            draft.nothing(Message.of("learn.left-out"));
            return;
        }
        draft.line("trusted-sites:");
        list("  ", "sites", sites);
        if (form == TrustedSites.Form.POLICY) {
            draft.line("  as: policy");
        }
        Optional<String> sample = parsed.stream().map(TrustedSite::sample).findFirst();
        TrustedZone.on(draft.registry(), form, sample).filter(draft::passes).ifPresent(this::zone);
    }

    private void zone(TrustedZone zone) {
        zone.requireHttps().ifPresent(https -> draft.line("  require-https: " + https));
        if (!zone.actions().isEmpty()) {
            draft.line("  zone-actions:");
        }
        zone.actions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        draft.line("    " + YamlText.quoted(entry.getKey().label()) + ": "
                                + ZoneAction.answer(entry.getValue()).orElseThrow()));
    }

    private void internetExplorerMode() {
        draft.section(Message.of("learn.ie-mode"));
        Optional<InternetExplorerMode> learned =
                InternetExplorerMode.on(draft.windows()).filter(draft::passes);
        if (learned.isEmpty()) {
            draft.nothing(Message.of("learn.ie-mode.none"));
            return;
        }
        draft.line("ie-mode:");
        draft.line("  sites:");
        for (SiteList.Site site : learned.get().sites()) {
            draft.line("    - url: " + YamlText.quoted(site.url()));
            draft.line("      compat-mode: " + site.compatMode());
            draft.line("      open-in: " + site.openIn());
        }
        learned.get().refreshMinutes().ifPresent(minutes -> draft.line("  refresh-minutes: " + minutes));
    }

    private void list(String indent, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            draft.line(indent + name + ":");
            texts.forEach(text -> draft.line(indent + "  - " + YamlText.quoted(text)));
        }
    }
}
