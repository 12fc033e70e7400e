package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The power plans of {@link InMemoryWindows}: the three that Windows brings along, the balanced one in force. */
public final class InMemoryPower implements Power {
    public static final String BALANCED = "381b4222-f694-41f0-9685-ff5bb260df2e";
    public static final String HIGH_PERFORMANCE = "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c";
    public static final String SAVER = "a1841308-3541-4fab-bc81-f71556f20b4a";
    private static final int TEN_MINUTES = 600;

    private final List<String> plans = new ArrayList<>(List.of(BALANCED, HIGH_PERFORMANCE, SAVER));
    private final Map<String, Integer> seconds = new TreeMap<>();
    private final BiConsumer<Message, String> beforeWrite;
    private String active = BALANCED;
    private Optional<Integer> refused = Optional.empty();

    InMemoryPower(BiConsumer<Message, String> beforeWrite) {
        this.beforeWrite = beforeWrite;
    }

    @Override
    public Reading<List<String>> plans() {
        return answer(Tried.listPowerPlans(), List.copyOf(plans));
    }

    @Override
    public Reading<String> activePlan() {
        return answer(Tried.askPowerPlan(), active);
    }

    @Override
    public Reading<Integer> seconds(String plan, PowerTimeout timeout, PowerSource source) {
        return plans.contains(plan)
                ? answer(
                        Tried.askPowerTimeout(plan, timeout),
                        seconds.getOrDefault(address(plan, timeout, source), TEN_MINUTES))
                : Reading.absent();
    }

    @Override
    public void activate(String plan) {
        Message tried = Tried.activatePowerPlan(plan);
        check(tried, plan);
        beforeWrite.accept(tried, "power plan " + plan);
        active = plan;
    }

    @Override
    public void setSeconds(String plan, PowerTimeout timeout, PowerSource source, int value) {
        Message tried = Tried.setPowerTimeout(plan, timeout);
        check(tried, plan);
        beforeWrite.accept(tried, address(plan, timeout, source) + " = " + value);
        seconds.put(address(plan, timeout, source), value);
    }

    /** A computer that has the balanced plan only, as those with Modern Standby. */
    public void onlyBalanced() {
        plans.retainAll(List.of(BALANCED));
    }

    /** Refuses every question and every change from now on. */
    public void refuse(int code) {
        refused = Optional.of(code);
    }

    void addTo(SortedMap<String, String> snapshot) {
        snapshot.put("power plan", active);
        for (String plan : plans) {
            for (PowerTimeout timeout : PowerTimeout.values()) {
                for (PowerSource source : PowerSource.values()) {
                    String address = address(plan, timeout, source);
                    snapshot.put(address, Integer.toString(seconds.getOrDefault(address, TEN_MINUTES)));
                }
            }
        }
    }

    private void check(Message tried, String plan) {
        Optional<Integer> code =
                refused.or(() -> plans.contains(plan) ? Optional.empty() : Optional.of(WindowsError.FILE_NOT_FOUND));
        code.ifPresent(why -> {
            throw new WindowsException(WindowsErrors.error(tried, why));
        });
    }

    private <T> Reading<T> answer(Message tried, T value) {
        return refused.<Reading<T>>map(code -> Reading.unreadable(WindowsErrors.error(tried, code)))
                .orElseGet(() -> Reading.of(value));
    }

    private static String address(String plan, PowerTimeout timeout, PowerSource source) {
        return "power " + plan + " " + timeout + " " + source;
    }
}
