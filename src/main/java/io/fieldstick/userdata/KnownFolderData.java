package io.fieldstick.userdata;

import java.util.List;

/** What lies in one of a user's known folders, wherever it was redirected. */
record KnownFolderData(String name, KnownFolder folder) implements UserDataKind {
    @Override
    public List<Place> ofUser(UserHome user) {
        return user.places(folder, name);
    }
}
