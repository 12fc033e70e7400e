package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Windows is of this build or a later one: {@code 19045} is Windows 10 22H2, {@code 22000} the first Windows 11. */
record WindowsBuild(long atLeast) implements Setting<Reading<Machine.Version>> {

    @Override
    public String name() {
        return WindowsItself.SECTION + "/build-at-least";
    }

    @Override
    public Message title() {
        return Message.of("system.build");
    }

    @Override
    public Message desired() {
        return Message.of("system.build.at-least", Long.toString(atLeast));
    }

    @Override
    public Reading<Machine.Version> read(WindowsView windows) {
        return windows.machine().version();
    }

    @Override
    public Judgement judge(Reading<Machine.Version> actual) {
        if (!(actual instanceof Reading.Present<Machine.Version> version)) {
            return Judgements.unknown(actual, Tried.askVersion());
        }
        return Judgement.of(
                Message.of("system.build.is", Integer.toString(version.value().build())),
                List.of(Evidence.effective("RtlGetVersion", version.value().toString())),
                version.value().build() >= atLeast
                        ? new Verdict.AsDesired()
                        : new Verdict.ByHand(Message.of("system.build.update")));
    }
}
