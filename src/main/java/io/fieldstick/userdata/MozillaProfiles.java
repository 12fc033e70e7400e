package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a program of Mozilla keeps of a user: below its folder, and in profiles that were moved elsewhere.
 *
 * @param folder the program's folder below the user's roaming data, which holds {@code profiles.ini}
 * @param usual the places below that folder
 * @param parts what is data in a profile that was moved; an empty text stands for all of it
 * @param advice how saved passwords are saved
 */
record MozillaProfiles(String name, String folder, List<String> usual, List<String> parts, Optional<Message> advice)
        implements UserDataKind {

    private static final String PASSWORDS = "logins.json";

    /**
     * Mozilla support: "Profiles - Where Firefox stores your bookmarks, passwords and other user data". {@code key3.db} and
     * {@code signons.sqlite} are those of Firefox 31 and before.
     */
    private static final List<String> OF_FIREFOX = List.of(
            "places.sqlite",
            "bookmarkbackups",
            PASSWORDS,
            "logins-backup.json",
            "key4.db",
            "key3.db",
            "signons.sqlite",
            "cert9.db");

    /** Bookmarks, saved passwords with their key, and certificates of Firefox. */
    static MozillaProfiles firefox() {
        return new MozillaProfiles(
                "firefox",
                "Mozilla\\Firefox",
                OF_FIREFOX.stream().map(part -> "Profiles\\*\\" + part).toList(),
                OF_FIREFOX,
                Optional.of(Message.of("userdata.advice.firefox")));
    }

    /** All of Thunderbird: mail, address books and settings (Mozilla support: where Thunderbird stores user data). */
    static MozillaProfiles thunderbird() {
        return new MozillaProfiles("thunderbird", "Thunderbird", List.of(""), List.of(""), Optional.empty());
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        List<Place> places = new ArrayList<>();
        usual.forEach(path -> places.addAll(user.in(KnownFolder.ROAMING, folder + "\\" + path, name)));
        user.folder(KnownFolder.ROAMING)
                .map(roaming -> WindowsPath.child(roaming, folder + "\\profiles.ini"))
                .ifPresent(list -> places.addAll(moved(user, list)));
        return places.stream().map(this::advised).toList();
    }

    /** The advice is about the passwords: it stands once, and not behind each file. */
    private Place advised(Place place) {
        return place.path().endsWith(PASSWORDS) ? place.advising(advice) : place;
    }

    private List<Place> moved(UserHome user, String list) {
        List<Place> places = new ArrayList<>();
        for (String profile : moved(new String(user.settings(list), StandardCharsets.UTF_8))) {
            user.path(profile)
                    .ifPresent(path ->
                            parts.forEach(part -> places.add(user.at(path + "\\" + part, name, Origin.KNOWN_PLACE)
                                    .because(new Evidence(list, profile)))));
        }
        return places;
    }

    /** The paths of the profiles that {@code profiles.ini} names with {@code IsRelative=0}. */
    static List<String> moved(String list) {
        List<String> moved = new ArrayList<>();
        for (String section : list.split("(?m)^\\s*\\[", -1)) {
            List<String> lines = section.lines().map(String::strip).toList();
            lines.stream()
                    .filter(line -> lines.contains("IsRelative=0") && line.startsWith("Path="))
                    .map(line -> line.substring("Path=".length()).strip())
                    .filter(path -> !path.isEmpty())
                    .forEach(moved::add);
        }
        return moved;
    }
}
