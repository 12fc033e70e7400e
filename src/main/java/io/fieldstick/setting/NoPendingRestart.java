package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.PendingRestart;
import io.fieldstick.windows.PendingRestart.Sign;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Windows waits for no restart; file operations that wait for one, as virus scanners leave them behind, do not count. */
record NoPendingRestart() implements Setting<PendingRestart> {

    @Override
    public String name() {
        return WindowsItself.SECTION + "/pending-restart";
    }

    @Override
    public Message title() {
        return Message.of("system.restart");
    }

    @Override
    public Message desired() {
        return Message.of("system.restart.none");
    }

    @Override
    public PendingRestart read(WindowsView windows) {
        return PendingRestart.in(windows.registry());
    }

    @Override
    public Judgement judge(PendingRestart actual) {
        List<Evidence> evidence = actual.signs().stream().map(Sign::evidence).toList();
        List<Sign> sure = actual.signs().stream().filter(Sign::isSure).toList();
        if (!sure.isEmpty()) {
            Verdict restart = new Verdict.ByHand(Message.of("system.restart.do"));
            List<Message> reasons = sure.stream().map(Sign::what).distinct().toList();
            return new Judgement(Judgements.joined(reasons), evidence, restart, actual.refused());
        }
        if (!actual.refused().isEmpty()) {
            Verdict unknown = new Verdict.Unknown(actual.refused().get(0));
            List<WindowsError> more =
                    actual.refused().subList(1, actual.refused().size());
            return new Judgement(Message.of("setting.unknown"), evidence, unknown, more);
        }
        return Judgement.of(desired(), evidence, new Verdict.AsDesired());
    }
}
