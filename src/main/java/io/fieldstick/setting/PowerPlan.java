package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * This power plan is in force.
 *
 * @param plan its GUID, in small letters without braces
 */
public record PowerPlan(String plan) implements Setting<PowerPlan.State> {
    /** The plans that Windows brings along: GUID_TYPICAL_, GUID_MIN_ and GUID_MAX_POWER_SAVINGS of winnt.h. */
    static final Map<String, String> KNOWN = Map.of(
            "balanced", "381b4222-f694-41f0-9685-ff5bb260df2e",
            "high-performance", "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c",
            "power-saver", "a1841308-3541-4fab-bc81-f71556f20b4a");

    /** The policy "Select an active power plan" of power.admx. */
    private static final RegistryKey POLICY =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings");

    private static final String POLICY_VALUE = "ActivePowerScheme";

    /** The plan in force, those that there are, and the one that a policy puts in force. */
    public record State(Reading<String> active, Reading<List<String>> plans, Reading<RegistryValue> policy) {}

    @Override
    public String name() {
        return RestTimes.SECTION + "/plan";
    }

    @Override
    public Message title() {
        return Message.of("power.plan");
    }

    @Override
    public Message desired() {
        return words(plan);
    }

    @Override
    public State read(WindowsView windows) {
        return new State(
                windows.power().activePlan(),
                windows.power().plans(),
                windows.registry().value(POLICY, POLICY_VALUE));
    }

    @Override
    public Judgement judge(State actual) {
        if (!(actual.active() instanceof Reading.Present<String> active)) {
            return Judgements.unknown(actual.active());
        }
        if (!(actual.plans() instanceof Reading.Present<List<String>> plans)) {
            return Judgements.unknown(actual.plans());
        }
        if (actual.policy() instanceof Reading.Unreadable<RegistryValue>) {
            return Judgements.unknown(actual.policy());
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.effective("PowerGetActiveScheme", active.value()));
        evidence.add(Evidence.effective("PowerEnumerate", String.join(" ", plans.value())));
        if (actual.policy() instanceof Reading.Present<RegistryValue> policy) {
            evidence.add(Evidence.override(
                    POLICY + "!" + POLICY_VALUE, policy.value().toString()));
        }
        return Judgement.of(words(active.value()), evidence, verdict(active.value(), plans.value(), actual.policy()));
    }

    private Verdict verdict(String active, List<String> plans, Reading<RegistryValue> policy) {
        if (active.equals(plan)) {
            return new Verdict.AsDesired();
        }
        if (policy.isPresent()) {
            return new Verdict.ByHand(Message.of("power.policy", POLICY.toString()));
        }
        return plans.contains(plan)
                ? new Verdict.Differs(List.of(new SetPowerPlan(plan)))
                : new Verdict.ByHand(Message.of("power.plan.missing", words(plan)));
    }

    /** The plan's name where it is one of Windows's own, and else its GUID. */
    static Message words(String plan) {
        return KNOWN.entrySet().stream()
                .filter(known -> known.getValue().equals(plan))
                .map(known -> Message.of("power.plan." + known.getKey()))
                .findFirst()
                .orElseGet(() -> Message.of("power.plan.of-guid", plan));
    }
}
