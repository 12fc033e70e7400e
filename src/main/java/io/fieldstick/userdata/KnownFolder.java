package io.fieldstick.userdata;

/**
 * A folder of a user that Windows knows by a name of its own, wherever it was moved to.
 *
 * <p>Value names and defaults: MS docs "KNOWNFOLDERID"; XP's names are those of its shell32 (CSIDL folders).
 */
public enum KnownFolder {
    DESKTOP("Desktop", "Desktop", "Desktop"),
    DOCUMENTS("Personal", "Documents", "My Documents"),
    FAVORITES("Favorites", "Favorites", "Favorites"),
    PICTURES("My Pictures", "Pictures", "My Documents\\My Pictures"),
    MUSIC("My Music", "Music", "My Documents\\My Music"),
    VIDEOS("My Video", "Videos", "My Documents\\My Videos"),
    DOWNLOADS("{374DE290-123F-4565-9164-39C4925E467B}", "Downloads", "Downloads"),
    CONTACTS("{56784854-C6CB-462B-8169-88E350ACB882}", "Contacts", "Contacts"),
    LINKS("{BFB9D5E0-C6A9-404C-B2B2-AE6DB6AF4968}", "Links", "Links"),
    SAVED_GAMES("{4C5C32FF-BB9D-43B0-B5B4-2D72E54EAAA4}", "Saved Games", "Saved Games"),
    SEARCHES("{7D1D3A04-DEBB-4115-95CF-2F29DA2920DA}", "Searches", "Searches"),
    ROAMING("AppData", "AppData\\Roaming", "Application Data"),
    LOCAL("Local AppData", "AppData\\Local", "Local Settings\\Application Data"),
    LOCAL_LOW("{A520A1A4-1780-4FF6-BD18-167343C5AF16}", "AppData\\LocalLow", "AppData\\LocalLow");

    private final String valueName;
    private final String path;
    private final String pathOnXp;

    KnownFolder(String valueName, String path, String pathOnXp) {
        this.valueName = valueName;
        this.path = path;
        this.pathOnXp = pathOnXp;
    }

    /** Its value in the user's {@code User Shell Folders}. */
    String valueName() {
        return valueName;
    }

    /** Where it is below the profile's folder when nobody has moved it. */
    String path(boolean xp) {
        return xp ? pathOnXp : path;
    }
}
