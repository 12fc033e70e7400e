package io.fieldstick.windows;

import java.util.Optional;

/** The running Windows, which can be changed. */
public interface Windows extends WindowsView {
    @Override
    Registry registry();

    @Override
    Services services();

    @Override
    ScheduledTasks scheduledTasks();

    /** Where a user's hive that is not loaded can be made part of the registry. */
    Hives hives();

    /**
     * Lets go of what was opened for the changes of one setting, so that nobody is kept from it longer than needed. Called
     * after they are made; a running Windows by itself opens nothing that stays open.
     */
    default void release() {}

    @Override
    Power power();

    @Override
    Security security();

    /**
     * Renames the computer with SetComputerNameEx(ComputerNamePhysicalDnsHostname), in force after a restart; a refusal
     * is a {@link WindowsException}.
     */
    void renameComputer(String name);

    /** The domain that the computer is a member of. */
    Domain domain();

    @Override
    default Optional<String> domainAccount() {
        return domain().account();
    }
    /** Sets the proxy of WinHTTP with WinHttpSetDefaultProxyConfiguration; a refusal is a {@link WindowsException}. */
    void setWinHttpProxy(WinHttpProxy proxy);

    /** Files that this program writes on this Windows. */
    FileWrites fileWrites();

    /** Other programs: started, they may change anything. */
    ProgramRuns programRuns();

    /** Whose turn it is to change this computer. */
    Turns turns();

    /** Sets the time zone, in force at once; a refusal is a {@link WindowsException}. */
    void setTimeZone(TimeZone zone);

    /** Tells the running programs that something was changed; best effort, a refusal is ignored. */
    void announce(Announcement announcement);

    /** Opens {@code page} for the person at the screen, and does not wait for it; a refusal is a {@link WindowsException}. */
    void open(WindowsPage page);
}
