package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.message.VisibleText;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.userdata.RunningWork;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;

/** What is open in programs, told before anything is done: who is asked in time loses no work. */
final class OpenWorkNotice {
    private OpenWorkNotice() {}

    /** What is open on {@code windows}, told at the console; a refusal is noted, and nothing is then known to be open. */
    static List<OpenWork> told(Session session, WindowsView windows) {
        Reading<List<OpenWork>> running = RunningWork.of(windows.processes());
        if (running instanceof Reading.Unreadable<List<OpenWork>> refused) {
            session.note(Message.of(
                    "cli.refused", refused.why().tried(), refused.why().said()));
        }
        List<OpenWork> open = new ArrayList<>(running.orElse(List.of()));
        if (!open.isEmpty()) {
            session.say(Message.of("report.open"));
            open.forEach(one -> session.say(Message.of("cli.open", one.program(), titles(one))));
        }
        return open;
    }

    private static String titles(OpenWork work) {
        return VisibleText.of(work.titles().isEmpty() ? work.what() : String.join("; ", work.titles()));
    }
}
