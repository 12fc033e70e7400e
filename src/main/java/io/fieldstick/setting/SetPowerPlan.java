package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Another power plan is in force; {@code plan} is its GUID. */
public record SetPowerPlan(String plan) implements Change {
    @Override
    public Message title() {
        return Message.of("power.change.plan", PowerPlan.words(plan));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.power().activate(plan);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<String> previous = before.power().activePlan().orThrow();
        return previous instanceof Reading.Present<String> present
                ? new Undo.By(List.of(new SetPowerPlan(present.value())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.power().activePlan().map(found -> found.equals(plan)).ifAbsent(false);
    }
}
