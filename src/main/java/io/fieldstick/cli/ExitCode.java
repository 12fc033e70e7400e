package io.fieldstick.cli;

/** What the exit codes mean; a code never changes its meaning. */
public final class ExitCode {
    /** Done; everything is as desired. */
    public static final int DONE = 0;
    /** A bug in this program. */
    public static final int BUG = 1;
    /** Wrong options or profile. */
    public static final int USAGE = 2;
    /** Finished, but something could not be read, copied or changed. */
    public static final int INCOMPLETE = 3;
    /** Verify: something differs, a required program is missing or a forbidden one is there. */
    public static final int DIFFERS = 4;
    /** An administrator is needed. */
    public static final int NEEDS_ADMINISTRATOR = 5;
    /** A safety gate refused; that another run is changing this computer is one. */
    public static final int REFUSED = 6;
    /** The stick's own integrity check failed. */
    public static final int STICK_DAMAGED = 7;
    /** Undo was refused, or took back only a part. */
    public static final int UNDO_PARTIAL = 8;
    /** Interrupted by Ctrl-C. */
    public static final int INTERRUPTED = 130;
    /** Done, a restart is needed: Windows Installer's ERROR_SUCCESS_REBOOT_REQUIRED. */
    public static final int RESTART = 3010;

    private ExitCode() {}
}
