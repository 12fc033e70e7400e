package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsView;
import java.time.Instant;
import java.util.List;

/**
 * A run that a restart stands in the way of goes on by itself after it. No section of a profile: a run asks for it.
 *
 * @param folder where the program and all that it needs were copied to
 */
public record Resume(String run, String folder, Instant now, String systemFolder) implements Setting<Resume.State> {

    /** Whether the task is there as wanted, or why that is not known. */
    public record State(Reading<Boolean> scheduled) {}

    private ScheduleResume change() {
        return new ScheduleResume(run, folder, now.plus(ResumeTask.VALIDITY), systemFolder);
    }

    private ResumeTask task() {
        return new ResumeTask(run, folder, now);
    }

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public Message title() {
        return Message.of("resume.title");
    }

    @Override
    public Message desired() {
        return Message.of("resume.goes-on");
    }

    @Override
    public State read(WindowsView windows) {
        return new State(change().isMadeOn(windows));
    }

    @Override
    public Judgement judge(State actual) {
        boolean scheduled = actual.scheduled().orElse(false);
        Evidence evidence = new Evidence("Task Scheduler!" + task().name(), scheduled ? folder : "-");
        if (actual.scheduled() instanceof Reading.Unreadable<Boolean> refused) {
            return Judgements.unknown(List.of(evidence), List.of(refused.why()));
        }
        return scheduled
                ? Judgement.of(desired(), List.of(evidence), new Verdict.AsDesired())
                : Judgement.of(Message.of("resume.by-hand"), List.of(evidence), new Verdict.Differs(List.of(change())));
    }
}
