package io.fieldstick.windows.offline;

import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Domain;
import io.fieldstick.windows.FileWrites;
import io.fieldstick.windows.Hives;
import io.fieldstick.windows.Power;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Registry;
import io.fieldstick.windows.ScheduledTasks;
import io.fieldstick.windows.Security;
import io.fieldstick.windows.Services;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPage;
import java.util.List;

/**
 * A running Windows in whose registry everybody's part can be read and changed, whether signed in, not signed in or to
 * come: {@code HKU\<sid>}, and {@code HKU\default-user}.
 *
 * <p>What a run that was killed has left open is closed when this is made.
 */
public final class WithAllUsers extends WithUnloadedUsers implements Windows, AutoCloseable {
    private final Windows windows;
    private final AllUsersRegistry registry;

    public WithAllUsers(Windows windows) {
        super(windows);
        this.windows = windows;
        this.registry = new AllUsersRegistry(windows, unloadedUsers());
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public Hives hives() {
        return windows.hives();
    }

    @Override
    public Services services() {
        return windows.services();
    }

    @Override
    public Security security() {
        return windows.security();
    }

    @Override
    public Power power() {
        return windows.power();
    }

    @Override
    public void setTimeZone(TimeZone zone) {
        windows.setTimeZone(zone);
    }

    @Override
    public FileWrites fileWrites() {
        return windows.fileWrites();
    }

    @Override
    public ProgramRuns programRuns() {
        return windows.programRuns();
    }

    @Override
    public ScheduledTasks scheduledTasks() {
        return windows.scheduledTasks();
    }

    @Override
    public Turns turns() {
        return windows.turns();
    }

    @Override
    public Domain domain() {
        return windows.domain();
    }

    @Override
    public void renameComputer(String name) {
        windows.renameComputer(name);
    }

    @Override
    public void setWinHttpProxy(WinHttpProxy proxy) {
        windows.setWinHttpProxy(proxy);
    }

    @Override
    public void announce(Announcement announcement) {
        windows.announce(announcement);
    }

    @Override
    public void open(WindowsPage page) {
        windows.open(page);
    }

    @Override
    public void release() {
        registry.release();
        windows.release();
    }

    /** Why users' registry files could not be closed: these users cannot sign in properly until Windows restarts. */
    public List<WindowsError> stuck() {
        return registry.stuck();
    }

    @Override
    public void close() {
        release();
    }
}
