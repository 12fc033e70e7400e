package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Set;

/** The clock goes by another time zone; the time itself stays as it is. */
public record SetTimeZone(TimeZone zone) implements Change {
    @Override
    public Message title() {
        return Message.of("time-zone.change", zone.key());
    }

    @Override
    public void makeOn(Windows windows) {
        windows.setTimeZone(zone);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<TimeZone> previous = before.machine().timeZone().orThrow();
        return previous instanceof Reading.Present<TimeZone> present
                ? new Undo.By(List.of(new SetTimeZone(present.value())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.machine().timeZone().map(found -> found.equals(zone)).ifAbsent(false);
    }

    @Override
    public Set<Announcement> announcements() {
        return Set.of(Announcement.INTERNATIONAL);
    }
}
