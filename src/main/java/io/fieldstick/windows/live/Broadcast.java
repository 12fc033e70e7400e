package io.fieldstick.windows.live;

import io.fieldstick.windows.Announcement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the running programs are told of a change; whether they listen is theirs. */
final class Broadcast {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    /** winuser.h. */
    private static final long EVERY_WINDOW = 0xFFFF;

    private static final int SETTING_CHANGE = 0x1A;
    private static final int ABORT_IF_HUNG = 2;
    /** For each window: a busy one must not hold up the visit. */
    private static final int MILLISECONDS = 1000;

    /** wParam with "Policy": the user's policies, the computer's policies (MS docs: WM_SETTINGCHANGE). */
    private static final long OF_USER = 0;

    private static final long OF_COMPUTER = 1;

    /** wininet.h: settings changed, proxy settings changed, refresh. */
    private static final int[] INTERNET_OPTIONS = {39, 95, 37};

    /** shlobj_core.h SHCNE_ASSOCCHANGED. */
    private static final int ASSOCIATIONS_CHANGED = 0x08000000;

    private Broadcast() {}

    static void send(Announcement announcement) {
        switch (announcement) {
            case POLICY -> {
                settingChange("Policy", OF_COMPUTER);
                settingChange("Policy", OF_USER);
            }
            case ENVIRONMENT -> settingChange("Environment", OF_USER);
            case INTERNATIONAL -> settingChange("intl", OF_USER);
            case TIME_SERVICE -> LiveServices.tellToReadAgain("W32Time");
            case INTERNET_SETTINGS -> internetSettings();
            case FILE_ASSOCIATIONS -> Shell32.SHChangeNotify(ASSOCIATIONS_CHANGED, 0, null, null);
        }
    }

    private static void settingChange(String what, long whose) {
        long answer = User32.SendMessageTimeoutW(
                EVERY_WINDOW, SETTING_CHANGE, whose, Wide.of(what), ABORT_IF_HUNG, MILLISECONDS, new long[1]);
        if (answer == 0) {
            LOG.debug("not everybody heard of the change of {}: {}", what, Refusal.lastCode());
        }
    }

    private static void internetSettings() {
        for (int option : INTERNET_OPTIONS) {
            if (Wininet.InternetSetOptionW(0, option, null, 0) == 0) {
                LOG.debug("WinINET refused option {}: {}", option, Refusal.lastCode());
            }
        }
    }
}
