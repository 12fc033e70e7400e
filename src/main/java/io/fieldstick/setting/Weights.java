package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.DidYouMean;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Span;
import io.fieldstick.profile.Value;
import io.fieldstick.profile.Value.RecordValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How much each setting of a profile matters: the severities and waivers that stand beside its sections. */
public final class Weights {
    private static final String SEVERITIES = "severities";
    private static final String WAIVERS = "waivers";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    /** The shape of a severity, for the sections that have one of their own. */
    static final Shape SEVERITY = Shape.choice("error", "warning", "info");

    static final List<Field> FIELDS = List.of(
            Field.optional(SEVERITIES, Shape.mapOf(SEVERITY), Message.of("setting.field.severities")),
            Field.optional(WAIVERS, Shape.listOf(waiver()), Message.of("setting.field.waivers")));

    private final Map<String, Severity> severities = new HashMap<>();
    private final Map<String, Waiver> waivers = new HashMap<>();

    private Weights() {}

    private static Shape waiver() {
        Shape date =
                Shape.text().matching(DATE, Message.of("setting.field.date")).example("2026-12-31");
        return Shape.record(
                Field.required(
                        "setting", Shape.text().example("software/WinRAR 3.8"), Message.of("setting.field.setting")),
                Field.required("reason", Shape.text(), Message.of("setting.field.reason")),
                Field.required("by", Shape.text(), Message.of("setting.field.by")),
                Field.required("until", date, Message.of("setting.field.until")));
    }

    /**
     * The weights that {@code profile} gives to {@code settings}.
     *
     * @param selected which sections {@code settings} were made of: of the others nobody knows what settings they have
     * @param problems where it is told that no setting is meant by a name, or that a date is none
     */
    public static Weights of(
            Profile profile, List<Setting<?>> settings, Predicate<String> selected, List<Problem> problems) {
        Set<String> names = new LinkedHashSet<>();
        settings.forEach(setting -> names.add(setting.name()));
        Set<String> sections = new LinkedHashSet<>(names);
        names.forEach(name -> sections.add(sectionOf(name)));
        Weights weights = new Weights();
        settings.forEach(setting -> setting.severity().ifPresent(own -> weights.severities.put(setting.name(), own)));
        profile.section(SEVERITIES)
                .map(Value::asRecord)
                .ifPresent(written -> written.fields().forEach((name, value) -> {
                    if (isMeant(name, sections, selected, value.span(), problems)) {
                        weights.severities.put(name, Severity.of(value.asText()));
                    }
                }));
        profile.section(WAIVERS)
                .ifPresent(written -> written.asList().records().forEach(waiver -> {
                    Value setting = waiver.required("setting");
                    if (isMeant(setting.asText(), names, selected, setting.span(), problems)) {
                        until(waiver, problems)
                                .ifPresent(day -> weights.waivers.put(
                                        setting.asText(), new Waiver(waiver.text("reason"), waiver.text("by"), day)));
                    }
                }));
        return weights;
    }

    private static boolean isMeant(
            String name, Set<String> known, Predicate<String> selected, Span at, List<Problem> problems) {
        boolean unknown = selected.test(sectionOf(name)) && !known.contains(name);
        if (unknown) {
            problems.add(DidYouMean.on(Problem.of(Message.of("setting.problem.no-setting", name), at), name, known));
        }
        return !unknown;
    }

    private static Optional<LocalDate> until(RecordValue waiver, List<Problem> problems) {
        try {
            return Optional.of(LocalDate.parse(waiver.text("until")));
        } catch (DateTimeException e) {
            problems.add(Problem.of(
                    Message.of("setting.problem.no-date", waiver.text("until")),
                    waiver.required("until").span()));
            return Optional.empty();
        }
    }

    private static String sectionOf(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** The weight of the setting {@code name}: what is said of itself beats what is said of its section. */
    public Weight of(String name) {
        Severity ofSection = severities.getOrDefault(sectionOf(name), Severity.ERROR);
        return new Weight(severities.getOrDefault(name, ofSection), Optional.ofNullable(waivers.get(name)));
    }
}
