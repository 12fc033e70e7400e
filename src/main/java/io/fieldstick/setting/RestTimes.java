package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.PowerView;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The monitor, or the whole computer, rests after so many seconds; 0 is never.
 *
 * @param plan the power plan whose times these are; empty for the one in force
 * @param seconds for each source of power that the profile speaks of
 */
public record RestTimes(PowerTimeout timeout, Optional<String> plan, Map<PowerSource, Integer> seconds)
        implements Setting<RestTimes.State> {
    static final String SECTION = "power";

    private static final int MOST_MINUTES = 60 * 24;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final String PLAN = "balanced|high-performance|power-saver"
            + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /** The policies of power.admx: a key for each timeout, a value for each source. */
    private static final RegistryKey POLICY =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings");

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.record(
                    Field.optional(
                            "plan",
                            Shape.text()
                                    .matching(PLAN, Message.of("power.shape.plan"))
                                    .example("balanced"),
                            Message.of("power.field.plan")),
                    Field.optional("monitor", times(), Message.of("power.field.monitor")),
                    Field.optional("sleep", times(), Message.of("power.field.sleep"))),
            Message.of("power.section"),
            (section, answers, problems) -> settings(section.asRecord()));

    /** The plan, and for each source the seconds and what a policy says of them. */
    public record State(Reading<String> plan, Map<PowerSource, Found> found) {
        public State {
            found = Map.copyOf(found);
        }
    }

    /** A timeout as it is, and the policy that sets it. */
    public record Found(Reading<Integer> seconds, Reading<RegistryValue> policy) {
        private Stream<WindowsError> refusals() {
            return Stream.<Reading<?>>of(seconds, policy)
                    .flatMap(reading -> reading instanceof Reading.Unreadable<?> refused
                            ? Stream.of(refused.why())
                            : Stream.empty());
        }
    }

    public RestTimes {
        seconds = Map.copyOf(seconds);
    }

    private static Shape times() {
        Shape minutes = Shape.whole(0, MOST_MINUTES);
        return Shape.record(
                Field.optional(word(PowerSource.PLUGGED_IN), minutes, Message.of("power.field.plugged-in")),
                Field.optional(word(PowerSource.BATTERY), minutes, Message.of("power.field.battery")));
    }

    private static List<Setting<?>> settings(RecordValue section) {
        List<Setting<?>> settings = new ArrayList<>();
        Optional<String> plan = section.optionalText("plan")
                .map(word -> PowerPlan.KNOWN.getOrDefault(word, word.toLowerCase(Locale.ROOT)));
        plan.ifPresent(guid -> settings.add(new PowerPlan(guid)));
        for (PowerTimeout timeout : PowerTimeout.values()) {
            section.optional(timeout.name().toLowerCase(Locale.ROOT)).ifPresent(times -> {
                Map<PowerSource, Integer> seconds = seconds(times.asRecord());
                if (!seconds.isEmpty()) {
                    settings.add(new RestTimes(timeout, plan, seconds));
                }
            });
        }
        return settings;
    }

    private static Map<PowerSource, Integer> seconds(RecordValue times) {
        Map<PowerSource, Integer> seconds = new EnumMap<>(PowerSource.class);
        for (PowerSource source : PowerSource.values()) {
            times.optional(word(source))
                    .ifPresent(minutes -> seconds.put(source, Math.toIntExact(minutes.asWhole() * SECONDS_OF_MINUTE)));
        }
        return seconds;
    }

    private static String word(PowerSource source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The times of the plan {@code guid}, as far as they are whole minutes that a profile can say; empty where none is. */
    static Optional<RestTimes> on(PowerView power, String guid, PowerTimeout timeout) {
        Map<PowerSource, Integer> seconds = new EnumMap<>(PowerSource.class);
        for (PowerSource source : PowerSource.values()) {
            int found = power.seconds(guid, timeout, source).orElse(-1);
            if (found >= 0 && found % SECONDS_OF_MINUTE == 0 && found / SECONDS_OF_MINUTE <= MOST_MINUTES) {
                seconds.put(source, found);
            }
        }
        return seconds.isEmpty() ? Optional.empty() : Optional.of(new RestTimes(timeout, Optional.of(guid), seconds));
    }

    /** As a profile writes it: {@code monitor: {plugged-in: 15, battery: 5}}. */
    String written() {
        return Stream.of(PowerSource.values())
                .filter(seconds::containsKey)
                .map(source -> word(source) + ": " + seconds.getOrDefault(source, 0) / SECONDS_OF_MINUTE)
                .collect(Collectors.joining(", ", timeout.name().toLowerCase(Locale.ROOT) + ": {", "}"));
    }

    @Override
    public String name() {
        return SECTION + "/" + timeout.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Message title() {
        return title(timeout);
    }

    static Message title(PowerTimeout timeout) {
        return Message.of("power.timeout." + timeout.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Message desired() {
        return words(seconds);
    }

    @Override
    public State read(WindowsView windows) {
        Reading<String> of =
                plan.map(Reading::of).orElseGet(() -> windows.power().activePlan());
        Map<PowerSource, Found> found = new EnumMap<>(PowerSource.class);
        for (PowerSource source : seconds.keySet()) {
            Reading<Integer> actual = of.flatMap(guid -> windows.power().seconds(guid, timeout, source));
            found.put(source, new Found(actual, windows.registry().value(policyKey(), policyValue(source))));
        }
        return new State(of, found);
    }

    private RegistryKey policyKey() {
        return POLICY.child(timeout.setting());
    }

    private static String policyValue(PowerSource source) {
        return source == PowerSource.PLUGGED_IN ? "ACSettingIndex" : "DCSettingIndex";
    }

    @Override
    public Judgement judge(State actual) {
        if (!(actual.plan() instanceof Reading.Present<String> guid)) {
            return Judgements.unknown(actual.plan());
        }
        List<Evidence> evidence = new ArrayList<>();
        Map<PowerSource, Integer> is = new EnumMap<>(PowerSource.class);
        actual.found().forEach((source, found) -> {
            evidence.addAll(evidence(source, guid.value(), found));
            found.seconds().map(value -> is.put(source, value));
        });
        List<WindowsError> unreadable =
                actual.found().values().stream().flatMap(Found::refusals).toList();
        if (!unreadable.isEmpty()) {
            return new Judgement(
                    Message.of("setting.unknown"),
                    evidence,
                    new Verdict.Unknown(unreadable.get(0)),
                    unreadable.subList(1, unreadable.size()));
        }
        if (!is.keySet().containsAll(seconds.keySet())) {
            return Judgement.of(
                    Message.of("power.timeout.none"),
                    evidence,
                    new Verdict.NotApplicable(Message.of("power.timeout.missing")));
        }
        return Judgement.of(words(is), evidence, verdict(guid.value(), is, actual.found()));
    }

    private Verdict verdict(String guid, Map<PowerSource, Integer> is, Map<PowerSource, Found> found) {
        List<Change> changes = new ArrayList<>();
        for (PowerSource source : PowerSource.values()) {
            Integer wanted = seconds.get(source);
            if (wanted != null && !wanted.equals(is.get(source))) {
                changes.add(new SetPowerTimeout(guid, timeout, source, wanted));
            }
        }
        boolean byPolicy = found.entrySet().stream()
                .anyMatch(entry -> isBeaten(entry.getValue(), seconds.get(entry.getKey()), is.get(entry.getKey())));
        return byPolicy
                ? new Verdict.ByHand(Message.of("power.policy", policyKey().toString()))
                : Verdict.differs(changes);
    }

    /** Whether a policy sets another time than is wanted, or the plan has another one that a policy sets again. */
    private static boolean isBeaten(Found found, @Nullable Integer wanted, @Nullable Integer is) {
        return wanted != null
                && found.policy() instanceof Reading.Present<RegistryValue> policy
                && !(wanted.equals(is) && policy.value().number().equals(OptionalInt.of(wanted)));
    }

    private List<Evidence> evidence(PowerSource source, String guid, Found found) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.effective(
                "power plan " + guid + ", " + timeout.setting() + ", " + word(source),
                found.seconds().map(value -> value + " s").orElse("-")));
        if (found.policy() instanceof Reading.Present<RegistryValue> policy) {
            evidence.add(Evidence.override(
                    policyKey() + "!" + policyValue(source), policy.value().toString()));
        }
        return evidence;
    }

    private static Message words(Map<PowerSource, Integer> seconds) {
        Integer pluggedIn = seconds.get(PowerSource.PLUGGED_IN);
        Integer battery = seconds.get(PowerSource.BATTERY);
        if (pluggedIn != null && battery != null) {
            return Message.of("power.both", words(pluggedIn), words(battery));
        }
        return pluggedIn != null
                ? Message.of("power.one", words(PowerSource.PLUGGED_IN), words(pluggedIn))
                : Message.of("power.one", words(PowerSource.BATTERY), words(battery == null ? 0 : battery));
    }

    static Message words(PowerSource source) {
        return Message.of("power.source." + word(source));
    }

    /** In minutes where they are whole. */
    static Message words(int seconds) {
        if (seconds == 0) {
            return Message.of("power.never");
        }
        return seconds % SECONDS_OF_MINUTE == 0
                ? Message.of("power.after-minutes", seconds / SECONDS_OF_MINUTE)
                : Message.of("power.after-seconds", seconds);
    }
}
