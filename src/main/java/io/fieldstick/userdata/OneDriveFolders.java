package io.fieldstick.userdata;

import java.util.ArrayList;
import java.util.List;

/** The folders that OneDrive keeps in step with the cloud, one for each of the user's accounts. */
final class OneDriveFolders implements UserDataKind {
    /** Observed; Microsoft documents no registry value for it. */
    private static final String ACCOUNTS = "Software\\Microsoft\\OneDrive\\Accounts";

    private static final String FOLDER = "UserFolder";

    @Override
    public String name() {
        return "onedrive";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        List<Place> places = new ArrayList<>();
        for (String account : user.subkeys(ACCOUNTS)) {
            places.addAll(user.named(ACCOUNTS + "\\" + account, FOLDER, name()));
        }
        user.profile()
                .path()
                .map(home -> user.at(home + "\\OneDrive*", name(), Origin.KNOWN_PLACE))
                .map(places::add);
        return places;
    }
}
