package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.time.Instant;
import java.util.List;

/** A run does not go on after the next start of Windows: its task and its copy of the program are deleted. */
public record DropResume(String run, String folder) implements Change {
    public DropResume {
        ResumeTask.require(run, folder);
    }

    private ResumeTask task() {
        return new ResumeTask(run, folder, Instant.EPOCH);
    }

    @Override
    public Message title() {
        return Message.of("resume.change.drop", task().name(), folder);
    }

    @Override
    public void makeOn(Windows windows) {
        windows.scheduledTasks().delete(task().name());
        windows.programRuns().deleteSafeFolder(folder);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return new Undo.ByHand(Message.of("resume.undo.by-hand"));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return Reading.all(List.of(
                windows.scheduledTasks()
                        .definition(task().name())
                        .map(there -> false)
                        .ifAbsent(true),
                windows.files().entry(folder).map(there -> false).ifAbsent(true)));
    }
}
