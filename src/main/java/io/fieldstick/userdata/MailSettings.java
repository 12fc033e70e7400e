package io.fieldstick.userdata;

import java.util.ArrayList;
import java.util.List;

/** What Outlook keeps beside its data files: signatures, the names it completes, rules, stationery. */
final class MailSettings implements UserDataKind {
    /** The version keys of Outlook 2003 and later. */
    static final List<String> VERSIONS = List.of("11.0", "12.0", "14.0", "15.0", "16.0");

    @Override
    public String name() {
        return "mail-settings";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        List<Place> places = new ArrayList<>();
        // The folder of signatures has a name in the language of Office, which this value gives (observed).
        for (String version : VERSIONS) {
            user.text("Software\\Microsoft\\Office\\" + version + "\\Common\\General", "Signatures")
                    .filter(name -> !name.contains("..") && !name.contains(":"))
                    .ifPresent(name -> places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\" + name, name())));
        }
        places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\Signatures", name()));
        places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\Stationery", name()));
        // Completed names up to Outlook 2007, and since 2010 (MS support: "Outlook AutoComplete list").
        places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\Outlook\\*.NK2", name()));
        places.addAll(user.in(KnownFolder.LOCAL, "Microsoft\\Outlook\\RoamCache\\Stream_Autocomplete_*.dat", name()));
        // Rules up to Outlook 2002, and send/receive groups (MS support: KB287070, "files that Outlook uses").
        places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\Outlook\\*.rwz", name()));
        places.addAll(user.in(KnownFolder.ROAMING, "Microsoft\\Outlook\\*.srs", name()));
        return places;
    }
}
