package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The section {@code trusted-sites} of a profile: the sites, and what they may do. */
final class TrustedSitesSection {
    private static final String REQUIRE_HTTPS = "require-https";
    private static final String ACTIONS = "zone-actions";

    static final SettingKind KIND = new SettingKind(
            "trusted-sites",
            Shape.record(
                    Field.required(
                            "sites",
                            Shape.listOf(Shape.text().example("https://oa.house.example")),
                            Message.of("trusted-sites.field.sites")),
                    Field.optional("as", Shape.choice("preference", "policy"), Message.of("trusted-sites.field.as")),
                    Field.optional(REQUIRE_HTTPS, Shape.flag(), Message.of("trusted-sites.field.require-https")),
                    Field.optional(
                            ACTIONS,
                            Shape.mapOf(Shape.choice(ZoneAction.answers())),
                            Message.of("trusted-sites.field.zone-actions"))),
            Message.of("trusted-sites.section"),
            (section, answers, problems) -> settings(section.asRecord(), problems));

    private TrustedSitesSection() {}

    private static List<Setting<?>> settings(Value.RecordValue section, List<Problem> problems) {
        TrustedSites.Form form = section.optionalText("as").orElse("preference").equals("policy")
                ? TrustedSites.Form.POLICY
                : TrustedSites.Form.PREFERENCE;
        List<Setting<?>> settings = new ArrayList<>();
        List<TrustedSite> sites = sites(section, problems);
        settings.add(new TrustedSites(sites, form));
        Optional<Value> https = section.optional(REQUIRE_HTTPS);
        if (https.isPresent() && form == TrustedSites.Form.POLICY) {
            problems.add(Problem.of(
                    Message.of("trusted-sites.problem.https-policy"),
                    https.get().span()));
        }
        Map<ZoneAction, Integer> actions = section.optional(ACTIONS)
                .map(value -> actions(value.asRecord(), problems))
                .orElse(Map.of());
        if (https.isPresent() || !actions.isEmpty()) {
            settings.add(new TrustedZone(
                    form,
                    https.map(Value::asFlag),
                    actions,
                    sites.stream().map(TrustedSite::sample).findFirst()));
        }
        return settings;
    }

    private static List<TrustedSite> sites(Value.RecordValue section, List<Problem> problems) {
        List<TrustedSite> sites = new ArrayList<>();
        for (Value item : section.required("sites").asList().items()) {
            Optional<TrustedSite> site = TrustedSite.parse(item.asText());
            site.ifPresent(sites::add);
            if (site.isEmpty()) {
                problems.add(Problem.of(Message.of("trusted-sites.no-site", item.asText()), item.span())
                        .help(Message.of("trusted-sites.no-site.help")));
            }
        }
        return sites;
    }

    private static Map<ZoneAction, Integer> actions(Value.RecordValue section, List<Problem> problems) {
        Map<ZoneAction, Integer> actions = new TreeMap<>();
        section.fields().forEach((name, answer) -> {
            Optional<ZoneAction> action = ZoneAction.named(name);
            action.ifPresent(known -> actions.put(known, ZoneAction.number(answer.asText())));
            if (action.isEmpty()) {
                problems.add(Problem.of(Message.of("trusted-sites.problem.no-action", name), answer.span())
                        .help(Message.of(
                                "trusted-sites.problem.no-action.help", String.join(", ", ZoneAction.names()))));
            }
        });
        return actions;
    }
}
