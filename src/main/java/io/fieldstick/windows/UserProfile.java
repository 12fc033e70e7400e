package io.fieldstick.windows;

/**
 * A user's profile on this Windows: whose it is, where its folder is, and under which name its registry is found.
 *
 * @param sid the account's SID
 * @param name how its folder is called, which is how people call the user: {@code zhangsm}
 * @param path the profile's folder, resolved; absent where the list of profiles does not name one
 * @param loaded whether its registry hive is loaded now
 */
public record UserProfile(String sid, String name, Reading<String> path, boolean loaded, Standing standing) {

    /** What the list of profiles says of it besides its name. */
    public enum Standing {
        /** An ordinary profile. */
        IN_USE,
        /**
         * Windows could not load it and set it aside as {@code <sid>.bak}: the user's own data is here (MS support: "You
         * receive a 'The User Profile Service failed the logon' error message").
         */
        SET_ASIDE,
        /** What the user works in instead of the one that was set aside: what is saved here is lost at sign-out. */
        TEMPORARY
    }

    /** Ends the name of a profile that was set aside, in the list of profiles. */
    static final String SET_ASIDE_ENDING = ".bak";

    /**
     * {@code path} below the user's part of the registry. That of a profile that was set aside is
     * {@code HKU\<sid>.bak}, because {@code HKU\<sid>} is the temporary one's.
     */
    public RegistryKey key(String path) {
        return RegistryKey.user(standing == Standing.SET_ASIDE ? sid + SET_ASIDE_ENDING : sid, path);
    }
}
