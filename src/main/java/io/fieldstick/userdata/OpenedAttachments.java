package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attachments that were opened in Outlook and not saved elsewhere: who changes one and presses Save has the change in a
 * hidden folder of temporary files, and nowhere else.
 */
final class OpenedAttachments implements UserDataKind {
    /**
     * MS support KB296115 and KB817878: where Outlook says which folder it has made. Most often that is one in the usual
     * folder, which is told as a whole.
     */
    private static final String FOLDER = "OutlookSecureTempFolder";

    @Override
    public String name() {
        return "opened-attachments";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        // Since Outlook 2007, on Windows 8 and later, and before.
        List<Place> places =
                new ArrayList<>(user.in(KnownFolder.LOCAL, "Microsoft\\Windows\\INetCache\\Content.Outlook", name()));
        places.addAll(
                user.in(KnownFolder.LOCAL, "Microsoft\\Windows\\Temporary Internet Files\\Content.Outlook", name()));
        List<Place> usual = List.copyOf(places);
        for (String version : MailSettings.VERSIONS) {
            String key = "Software\\Microsoft\\Office\\" + version + "\\Outlook\\Security";
            user.text(key, FOLDER)
                    .flatMap(user::path)
                    .filter(path -> usual.stream().noneMatch(place -> WindowsPath.isAtOrBelow(path, place.path())))
                    .map(path -> user.at(path, name(), Origin.KNOWN_PLACE).because(user.evidence(key, FOLDER)))
                    .ifPresent(places::add);
        }
        Optional<Message> advice = Optional.of(Message.of("userdata.advice.opened-attachments"));
        return places.stream().map(place -> place.advising(advice)).toList();
    }
}
