package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.util.Optional;
import java.util.Set;

/** One effect on Windows, as data: it knows how to happen and how to be taken back. All that this program can do. */
public sealed interface Change
        permits SetRegistryValue,
                RestoreSealedValue,
                DeleteRegistryValue,
                DeleteEmptyRegistryKey,
                RenameComputer,
                RenameInDomain,
                SetWinHttpProxy,
                WriteFile,
                DeleteFile,
                DeleteEmptyFolder,
                CopyFile,
                RegisterServer,
                InstallControl,
                RemoveControl,
                SetServiceStart,
                SetServiceRunning,
                SetTimeZone,
                SetPasswordPolicy,
                SetLockoutPolicy,
                SetAudit,
                SetUserRight,
                SetPowerPlan,
                SetPowerTimeout,
                InstallProgram,
                UninstallProgram,
                ScheduleResume,
                DropResume {

    /** What it does, as {@code set HKLM\SOFTWARE\X!Y to 1}. */
    Message title();

    /** Makes it; made twice it is as made once. A refusal is a {@link WindowsException} and has changed nothing. */
    void makeOn(Windows windows);

    /** As {@link #makeOn}, and says when it is in force, which some changes only know then. */
    default InForce make(Windows windows) {
        makeOn(windows);
        return inForce();
    }

    /**
     * How to take it back, asked before it is made.
     *
     * @throws WindowsException where what is there now cannot be read: then the change must not be made
     */
    Undo undoFrom(WindowsView before);

    /**
     * Whether the machine is as this change leaves it: no once somebody else has changed it since, unreadable where
     * Windows does not show it; never absent.
     */
    Reading<Boolean> isMadeOn(WindowsView windows);

    /** When it is in force. */
    default InForce inForce() {
        return InForce.NOW;
    }

    /** Whose registry it changes; empty where it changes something of the machine. */
    default Optional<String> user() {
        return Optional.empty();
    }

    /** Whether a person must give an account of the domain before it can be made. */
    default boolean needsDomainAccount() {
        return false;
    }

    /** Who must be told so that running programs notice it. */
    default Set<Announcement> announcements() {
        return Set.of();
    }
}
