package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsPath;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing to be saved: what it is, where, why it is looked for there, and how much it is.
 *
 * @param kind the kind's name in the catalogue
 * @param path the folder or file; a pattern where many matches were counted together
 * @param evidence what names the path, where something does
 * @param advice what to do beside copying it, or instead
 * @param link the junction or symbolic link by which people know it, and which was followed to it
 */
public record UserDataItem(
        String kind,
        String path,
        Origin origin,
        Optional<Evidence> evidence,
        State state,
        Count count,
        Optional<Message> advice,
        Optional<String> link) {

    /** Whether it is there. */
    public enum State {
        FOUND,
        MISSING,
        /** It, or a folder above it, could not be looked into. */
        UNREADABLE,
        /** It, or a folder above it, is a link that was not followed: what it leads to is not counted here. */
        BEHIND_LINK;

        public Message words() {
            return Message.of("userdata.state." + kebab(name()));
        }
    }

    /** Where it lies, seen from the drive that is going to be reinstalled. */
    public enum Location {
        WINDOWS_DRIVE,
        OTHER_DRIVE,
        SERVER;

        public Message words() {
            return Message.of("userdata.location." + kebab(name()));
        }
    }

    /** The name of an enum's constant as programs read it in JSON: {@code behind-link}. */
    static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What kind of data it is, in words. */
    public Message title() {
        return Message.of("userdata.kind." + kind);
    }

    /** Where it lies, with Windows on {@code windowsDrive} ({@code C:\}). */
    public Location location(String windowsDrive) {
        if (WindowsPath.isOnServer(path)) {
            return Location.SERVER;
        }
        return WindowsPath.isAtOrBelow(path, windowsDrive) ? Location.WINDOWS_DRIVE : Location.OTHER_DRIVE;
    }
}
