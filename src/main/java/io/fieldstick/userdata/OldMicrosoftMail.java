package io.fieldstick.userdata;

import java.util.ArrayList;
import java.util.List;

/** The mail of Outlook Express, Windows Mail and Windows Live Mail, and the Windows address book. */
final class OldMicrosoftMail implements UserDataKind {
    private static final String IDENTITIES = "Identities";
    private static final String STORE_ROOT = "Store Root";

    @Override
    public String name() {
        return "microsoft-mail";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        List<Place> places = new ArrayList<>();
        for (String identity : user.subkeys(IDENTITIES)) {
            String key = IDENTITIES + "\\" + identity + "\\Software\\Microsoft\\Outlook Express\\5.0";
            places.addAll(user.named(key, STORE_ROOT, name()));
        }
        places.addAll(user.named("Software\\Microsoft\\Windows Live Mail", STORE_ROOT, name()));
        places.addAll(user.named("Software\\Microsoft\\Windows Mail", STORE_ROOT, name()));
        places.addAll(user.named("Software\\Microsoft\\WAB\\WAB4\\Wab File Name", "", name()));
        places.addAll(user.in(KnownFolder.LOCAL, "Identities\\*\\Microsoft\\Outlook Express", name()));
        places.addAll(user.in(KnownFolder.LOCAL, "Microsoft\\Windows Live Mail", name()));
        places.addAll(user.in(KnownFolder.LOCAL, "Microsoft\\Windows Mail", name()));
        places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\Address Book", name()));
        return places;
    }
}
