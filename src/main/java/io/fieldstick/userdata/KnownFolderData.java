package io.fieldstick.userdata;

import java.util.List;

/**
 * What lies in one of a user's known folders, wherever it was redirected.
 *
 * @param expected whether every user has it, so that it is told of even where it is not there
 */
record KnownFolderData(String name, KnownFolder folder, boolean expected) implements UserDataKind {

    /** A folder that every user has. */
    static KnownFolderData expected(String name, KnownFolder folder) {
        return new KnownFolderData(name, folder, true);
    }

    /** A folder that is told of where there is something in it, or where it was moved to. */
    static KnownFolderData other(String name, KnownFolder folder) {
        return new KnownFolderData(name, folder, false);
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        return user.places(folder, name).stream()
                .map(place -> isUsual(place.origin()) && !expected ? place.worthALook() : place)
                .toList();
    }

    private static boolean isUsual(Origin origin) {
        return origin == Origin.DEFAULT || origin == Origin.ASSUMED;
    }
}
