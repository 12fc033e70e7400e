package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A timeout of a power plan has another length; 0 seconds is never. */
public record SetPowerTimeout(String plan, PowerTimeout timeout, PowerSource source, int seconds) implements Change {
    @Override
    public Message title() {
        return Message.of(
                "power.change.timeout",
                RestTimes.title(timeout),
                RestTimes.words(source),
                RestTimes.words(seconds),
                PowerPlan.words(plan));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.power().setSeconds(plan, timeout, source, seconds);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<Integer> previous =
                before.power().seconds(plan, timeout, source).orThrow();
        return previous instanceof Reading.Present<Integer> present
                ? new Undo.By(List.of(new SetPowerTimeout(plan, timeout, source, present.value())))
                : new Undo.ByHand(Message.of("power.undo.by-hand", RestTimes.title(timeout)));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.power()
                .seconds(plan, timeout, source)
                .map(found -> found == seconds)
                .ifAbsent(false);
    }
}
