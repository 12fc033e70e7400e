package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.provision.ResumeNote;
import io.fieldstick.setting.ScheduleResume;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Folders that runs before this one left in Windows's own Temp: killed, they could not delete what was in use. */
final class Leftovers {
    private static final Pattern NAME = Pattern.compile(ProgramRuns.SAFE_FOLDER_NAME);

    /** A run waits a week for its restart, and no installer that a killed run left works that long. */
    private static final Duration AGE = Duration.ofDays(8);

    private static final int LONGEST_NOTE = 1 << 20;

    private Leftovers() {}

    /**
     * Deletes them, and says so. Other runs are none of its business: this one has the turn, what it goes on from is spared,
     * and so is what another is to go on from.
     */
    static void sweep(Session session, Windows windows) {
        String temporary =
                WindowsPath.child(WindowsPath.parent(windows.programRuns().systemFolder()), "Temp");
        String own = session.surroundings().home().folder().toString();
        for (FileEntry entry : windows.files().children(temporary).orElse(List.of())) {
            String folder = WindowsPath.child(temporary, entry.name());
            boolean left = entry.isDirectory()
                    && !entry.isLink()
                    && NAME.matcher(entry.name()).matches()
                    && entry.modified().isBefore(session.started().minus(AGE));
            if (left && !folder.equalsIgnoreCase(own) && !goesOn(folder, windows)) {
                delete(folder, session, windows);
            }
        }
    }

    /** Whether a task is there that starts what is in {@code folder}, or that cannot be told. */
    private static boolean goesOn(String folder, Windows windows) {
        Reading<byte[]> note = windows.files().bytes(WindowsPath.child(folder, ResumeNote.FILE), 0, LONGEST_NOTE);
        if (!(note instanceof Reading.Present<byte[]> present)) {
            return note.isUnreadable();
        }
        Optional<String> run = ResumeNote.runIn(present.value());
        return run.isPresent()
                && !windows.scheduledTasks()
                        .definition(ScheduleResume.taskOf(run.get()))
                        .isAbsent();
    }

    private static void delete(String folder, Session session, Windows windows) {
        try {
            windows.programRuns().deleteSafeFolder(folder);
            session.say(Message.of("cli.leftover", folder));
        } catch (WindowsException refused) {
            session.say(Message.of("cli.leftover-stays", folder, refused.error().said()));
            refused.help().forEach(session::say);
        }
    }
}
