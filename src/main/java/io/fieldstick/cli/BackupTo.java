package io.fieldstick.cli;

import io.fieldstick.audit.backup.BackupTarget;
import io.fieldstick.message.Message;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsView;
import io.fieldstick.windows.offline.DriveLetters;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The place that {@code --backup-to} names, found before anything else is done. */
final class BackupTo {
    private BackupTo() {}

    /**
     * The drive that {@code written} names on {@code host}.
     *
     * @param windowsLetter the letter, on {@code host}, of the drive whose data is to be saved
     * @throws CommandFailure where there is no such drive, or Windows refuses to describe it
     */
    static BackupTarget onDrive(Session session, WindowsView host, String written, char windowsLetter) {
        if (!written.matches("[A-Za-z]:.*")) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.no-target", written), Message.of("cli.no-target.help"));
        }
        return found(written, BackupTarget.onDrive(host, written.replace('/', '\\'), windowsLetter, stick(session)));
    }

    /** The folder that {@code written} names on a computer without Windows, whose {@code windows} is to be saved. */
    static BackupTarget inFolder(Session session, String written, Path windows) {
        return found(written, BackupTarget.inFolder(BackupAuditCommand.folder(session, written), windows));
    }

    /** The letter of the drive that {@code windows} runs from. */
    static char systemLetter(WindowsView windows) {
        return EnvironmentVariables.ofMachine(windows.registry())
                .path("%SystemRoot%")
                .orElse("C:\\Windows")
                .charAt(0);
    }

    /** The drive that is left out of the search because the backup goes there. */
    static List<String> drive(WindowsView windows, Optional<BackupTarget> target) {
        return target.map(BackupTarget::path)
                .map(BackupTo::root)
                .filter(root -> root.charAt(0) != systemLetter(windows))
                .map(List::of)
                .orElse(List.of());
    }

    /** The same, by the letters that a Windows that is not running gave that drive. */
    static List<String> drive(DriveLetters letters, Optional<BackupTarget> target) {
        return target.map(BackupTarget::path).map(BackupTo::root).stream()
                .flatMap(root -> letters.all().stream()
                        .filter(letter -> letters.now(letter).orElse("").equalsIgnoreCase(root)))
                .map(letter -> letter + ":\\")
                .toList();
    }

    /** The root of the target's drive: {@code E:\}. */
    private static String root(String written) {
        return written.substring(0, 1).toUpperCase(Locale.ROOT) + ":\\";
    }

    private static BackupTarget found(String written, Reading<BackupTarget> target) {
        if (target instanceof Reading.Present<BackupTarget> present) {
            return present.value();
        }
        throw target instanceof Reading.Unreadable<BackupTarget> refused
                ? new CommandFailure(
                        ExitCode.REFUSED,
                        Message.of(
                                "cli.refused",
                                refused.why().tried(),
                                refused.why().said()),
                        Message.of("cli.target-unusable.help"))
                : new CommandFailure(
                        ExitCode.USAGE, Message.of("cli.nothing-there", written), Message.of("cli.no-target.help"));
    }

    private static char stick(Session session) {
        String home = session.surroundings().home().folder().toString();
        return home.matches("[A-Za-z]:.*") ? home.charAt(0) : ' ';
    }
}
