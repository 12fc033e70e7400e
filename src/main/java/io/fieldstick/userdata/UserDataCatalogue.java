package io.fieldstick.userdata;

import java.util.List;

/** All kinds of user data that this program knows, in the order in which they are told. */
public final class UserDataCatalogue {
    private UserDataCatalogue() {}

    public static List<UserDataKind> kinds() {
        return List.of(
                new KnownFolderData("documents", KnownFolder.DOCUMENTS),
                new KnownFolderData("desktop", KnownFolder.DESKTOP),
                new KnownFolderData("favorites", KnownFolder.FAVORITES),
                new DriveRoots());
    }
}
