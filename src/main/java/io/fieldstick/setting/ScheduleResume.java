package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A scheduled task lets a run go on after the next start of Windows, see {@link ResumeTask}. It is never the undo of
 * anything: a journal must not be able to ask for a program to be started.
 *
 * @param systemFolder {@code C:\Windows\System32}
 */
public record ScheduleResume(String run, String folder, Instant until, String systemFolder) implements Change {
    private static final Pattern SYSTEM_FOLDER = Pattern.compile("[A-Za-z]:(\\\\[A-Za-z0-9_-]+)+");

    public ScheduleResume {
        // What cannot be a task is refused here, when a journal is read.
        until = new ResumeTask(run, folder, until).until();
        if (!SYSTEM_FOLDER.matcher(systemFolder).matches()) {
            throw new IllegalArgumentException("no system folder: " + systemFolder);
        }
    }

    /** The scheduled task by which {@code run} goes on. */
    public static String taskOf(String run) {
        return ResumeTask.name(run);
    }

    private ResumeTask task() {
        return new ResumeTask(run, folder, until);
    }

    @Override
    public Message title() {
        return Message.of("resume.change.schedule", task().name());
    }

    @Override
    public void makeOn(Windows windows) {
        windows.scheduledTasks().create(task().name(), task().xml(systemFolder));
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return new Undo.By(List.of(new DropResume(run, folder)));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.scheduledTasks()
                .definition(task().name())
                .map(definition -> task().isAs(definition, systemFolder))
                .ifAbsent(false);
    }
}
