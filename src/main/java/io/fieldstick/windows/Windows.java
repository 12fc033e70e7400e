package io.fieldstick.windows;

/** The running Windows, which can be changed. */
public interface Windows extends WindowsView {
    @Override
    Registry registry();

    @Override
    Services services();

    /**
     * Renames the computer with SetComputerNameEx(ComputerNamePhysicalDnsHostname), in force after a restart; a refusal
     * is a {@link WindowsException}.
     */
    void renameComputer(String name);

    /** Other programs: started, they may change anything. */
    ProgramRuns programRuns();

    /** Tells the running programs that something was changed; best effort, a refusal is ignored. */
    void announce(Announcement announcement);
}
