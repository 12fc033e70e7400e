package io.fieldstick.windows.live;

import io.fieldstick.windows.Processes.Window;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.util.ArrayList;
import java.util.List;

/** The visible windows with a title; their programs are not asked, so one that hangs does not hold this one up. */
final class TitledWindows {
    /** More of a title nobody reads. */
    private static final int LONGEST_TITLE = 512;

    private static final int MOST = 10_000;

    private TitledWindows() {}

    static Reading<List<Window>> list() {
        List<Window> windows = new ArrayList<>();
        User32.EachWindow note = (window, nothing) -> {
            note(window, windows);
            return windows.size() < MOST ? 1 : 0;
        };
        boolean done = User32.EnumWindows(note, 0) != 0;
        return done || !windows.isEmpty()
                ? Reading.of(List.copyOf(windows))
                : Reading.unreadable(Refusal.of(Tried.listWindows(), Refusal.lastCode()));
    }

    private static void note(long window, List<Window> windows) {
        char[] title = new char[LONGEST_TITLE];
        // GetWindowText takes another program's title from Windows itself (MS docs: winuser GetWindowTextW).
        if (User32.IsWindowVisible(window) != 0 && User32.GetWindowTextW(window, title, title.length) > 0) {
            int[] process = new int[1];
            User32.GetWindowThreadProcessId(window, process);
            windows.add(new Window(Integer.toUnsignedLong(process[0]), Wide.text(title)));
        }
    }
}
