package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import java.util.List;

/**
 * One Outlook data file (PST, OST, NST): whether it is there, who uses it, and whether it is sound.
 *
 * @param path where it is, or should be
 * @param file its entry on the disk; absent where an Outlook profile names it and it is not there
 * @param registrations the Outlook profiles that use it; empty where it was only found
 * @param header what could be made of its header
 * @param problems what to know of it, the gravest first; empty where it is sound
 */
public record MailStore(
        String path,
        Reading<FileEntry> file,
        List<Registration> registrations,
        Header header,
        List<StoreProblem> problems) {
    public MailStore {
        registrations = List.copyOf(registrations);
        problems = List.copyOf(problems);
    }

    /** What could be made of its header. */
    public enum Header {
        SOUND,
        /** It is damaged, cut off, or none. */
        UNSOUND,
        /** Another program holds the file, most often Outlook. */
        LOCKED,
        UNREADABLE,
        /** Its bytes are only in the cloud; it was not opened, so as not to download it. */
        ONLY_IN_CLOUD,
        /** There is no file. */
        NONE;

        public Message words() {
            return Message.of("userdata.header." + UserDataItem.kebab(name()));
        }
    }

    /**
     * An Outlook profile that names the file.
     *
     * @param user the folder name of the user's profile
     * @param outlook the version key of Outlook ({@code 16.0}); empty for Outlook 2010 and before, which share one key
     * @param profile the name of the Outlook profile
     * @param where the registry value that names it
     */
    public record Registration(String user, String outlook, String profile, String where) {}
}
