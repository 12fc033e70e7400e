package io.fieldstick.setting.software;

import io.fieldstick.message.Message;
import java.util.Optional;
import java.util.Set;

/**
 * What an installer's exit code says; that a program is there, only a look at Windows says.
 *
 * @param code as Windows gives it, the whole 32 bits
 */
public record InstallerExit(Installer.Kind kind, int code) {
    /** ERROR_INSTALL_ALREADY_RUNNING (MS docs: msi, "Windows Installer Error Messages", msierror.h and winerror.h). */
    private static final int ANOTHER_IS_RUNNING = 1618;

    /** ERROR_SUCCESS_REBOOT_REQUIRED and ERROR_SUCCESS_REBOOT_INITIATED. */
    private static final Set<Integer> RESTART = Set.of(3010, 1641);

    /** ERROR_FAIL_NOACTION_REBOOT and ERROR_FAIL_REBOOT_REQUIRED. */
    private static final Set<Integer> RESTART_FIRST = Set.of(350, 3017);

    /** "Preparing to Install determined that the system needs to be restarted" (Inno Setup: "Setup Exit Codes"). */
    private static final int INNO_RESTART_FIRST = 8;

    /** ERROR_UNKNOWN_PRODUCT and ERROR_PRODUCT_UNINSTALLED. */
    private static final Set<Integer> NOT_INSTALLED = Set.of(1605, 1614);

    /** The codes of Windows and of Windows Installer that have words of their own, whatever the installer was made with. */
    private static final Set<Integer> KNOWN = Set.of(
            350, 740, 1259, 1260, 1601, 1602, 1603, 1605, 1612, 1613, 1618, 1619, 1620, 1622, 1624, 1625, 1633, 1638,
            1639, 1640, 1643, 1644, 1645, 1652, 1654, 3017);

    /** HRESULT_FROM_WIN32 (winerror.h): how bundles of WiX tell a code of Windows. */
    private static final int OF_WINDOWS = 0x80070000;

    private static final int KIND = 0xFFFF0000;
    /** How an NTSTATUS begins that Windows ends a program with which crashed (ntstatus.h): 0xC0000005. */
    private static final int STATUS = 0xC0;

    private static final int MOST_OF_NSIS = 2;
    private static final int MOST_OF_INNO = 8;

    public boolean isDone() {
        return code == 0 || needsRestart();
    }

    public boolean needsRestart() {
        return RESTART.contains(ofWindows());
    }

    /** Whether a restart is what it waits for: to go on, or to have done anything at all. */
    public boolean waitsForRestart() {
        boolean inno = kind == Installer.Kind.INNO && code == INNO_RESTART_FIRST;
        return needsRestart() || inno || RESTART_FIRST.contains(ofWindows());
    }

    /** Whether it may be tried again as it is: Windows Installer does one thing at a time. */
    public boolean isBusy() {
        return ofWindows() == ANOTHER_IS_RUNNING;
    }

    /** Whether there was nothing to uninstall. */
    public boolean isNotInstalled() {
        return NOT_INSTALLED.contains(ofWindows());
    }

    /** The code of Windows in it, which some installers give as an HRESULT; otherwise the code itself. */
    private int ofWindows() {
        return (code & KIND) == OF_WINDOWS ? code & ~KIND : code;
    }

    /** What the code means and what to do about it. */
    public Message words() {
        if (KNOWN.contains(ofWindows())) {
            return Message.of("software.exit." + ofWindows());
        }
        if (code < 0) {
            String number = String.format("0x%08X", code);
            boolean crashed = code >>> 24 == STATUS;
            return Message.of(crashed ? "software.exit-crashed" : "software.exit-unknown", number);
        }
        return ofKind().orElse(Message.of("software.exit-unknown", code));
    }

    /** NSIS: "Error Levels" of its manual; Inno Setup: "Setup Exit Codes" of its help. */
    private Optional<Message> ofKind() {
        if (kind == Installer.Kind.NSIS && code <= MOST_OF_NSIS) {
            return Optional.of(Message.of("software.exit-nsis." + code));
        }
        return kind == Installer.Kind.INNO && code <= MOST_OF_INNO
                ? Optional.of(Message.of("software.exit-inno." + code))
                : Optional.empty();
    }
}
