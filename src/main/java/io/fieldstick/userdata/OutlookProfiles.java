package io.fieldstick.userdata;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The data files that a user's Outlook profiles name, out of the user's registry. */
final class OutlookProfiles {
    /** Up to Outlook 2010 (MS docs: "MAPI profiles"). */
    private static final String OLD =
            "Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles";

    /** Since Outlook 2013. */
    private static final List<String> VERSIONS = List.of("15.0", "16.0");

    /** PR_PST_PATH and PR_PROFILE_OFFLINE_STORE_PATH (MS docs: PidTagPstPath 0x6700; 0x6610), as UTF-16 and as ANSI. */
    private static final List<String> UNICODE_PATHS = List.of("001f6700", "001f6610");

    private static final List<String> ANSI_PATHS = List.of("001e6700", "001e6610");

    /** Ends with the path of the file that a POP account delivers to, as UTF-16 (observed; no documentation). */
    private static final String DELIVERY_STORE = "Delivery Store EntryID";

    /** A profile has about 30 keys, two deep; a registry that pretends otherwise is not followed for ever. */
    private static final int MOST_KEYS = 20_000;

    /** MS docs: "Registry Element Size Limits": a tree has at most 512 levels. */
    private static final int DEEPEST = 512;

    private final UserHome user;
    private final Charset ansi;
    private final List<Named> named = new ArrayList<>();
    private int keys;

    /** Whether a profile has more keys than are looked at. */
    private boolean cut;

    private OutlookProfiles(UserHome user, Charset ansi) {
        this.user = user;
        this.ansi = ansi;
    }

    /** A file that a profile names. */
    record Named(String path, MailStore.Registration registration) {

        /** The same, where the file really is. */
        Named at(String place) {
            return new Named(place, registration);
        }
    }

    /** What the profiles of {@code user} name; texts that are not Unicode are in {@code ansi}. */
    static List<Named> of(UserHome user, Charset ansi) {
        OutlookProfiles profiles = new OutlookProfiles(user, ansi);
        profiles.below("", OLD);
        for (String version : VERSIONS) {
            profiles.below(version, "Software\\Microsoft\\Office\\" + version + "\\Outlook\\Profiles");
        }
        return profiles.named;
    }

    private void below(String version, String key) {
        for (String profile : user.subkeys(key)) {
            cut = false;
            look(version, profile, key + "\\" + profile, 0);
            if (cut) {
                RegistryKey whole = user.profile().key(key).child(profile);
                user.noted(
                        whole.toString(),
                        Reading.unreadable(new WindowsError(Tried.readKey(whole), WindowsError.MORE_DATA, "")));
            }
        }
    }

    private void look(String version, String profile, String path, int depth) {
        if (depth > DEEPEST || ++keys > MOST_KEYS) {
            cut = true;
            return;
        }
        RegistryKey key = user.profile().key(path);
        for (String name :
                user.noted(key.toString(), user.registry().valueNames(key)).orElse(List.of())) {
            Reading<RegistryValue> value =
                    isPath(name) ? user.noted(key + "!" + name, user.registry().value(key, name)) : Reading.absent();
            if (value instanceof Reading.Present<RegistryValue> present) {
                text(name, present.value())
                        .flatMap(user::path)
                        .ifPresent(file -> named.add(new Named(
                                file,
                                new MailStore.Registration(
                                        user.profile().name(), version, profile, key + "!" + name))));
            }
        }
        for (String child : user.subkeys(path)) {
            look(version, profile, path + "\\" + child, depth + 1);
        }
    }

    private static boolean isPath(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return UNICODE_PATHS.contains(lower) || ANSI_PATHS.contains(lower) || name.equalsIgnoreCase(DELIVERY_STORE);
    }

    private Optional<String> text(String name, RegistryValue value) {
        if (value.isText()) {
            return Optional.of(value.text()).filter(text -> !text.isBlank());
        }
        if (name.equalsIgnoreCase(DELIVERY_STORE)) {
            return pathAtEnd(value.bytes());
        }
        boolean unicode = UNICODE_PATHS.contains(name.toLowerCase(Locale.ROOT));
        String text = unicode ? unicode(value.bytes(), 0) : ansi(value.bytes());
        return Optional.of(text).filter(found -> !found.isBlank());
    }

    /** UTF-16LE from {@code start} to the first NUL: after it there may be anything. */
    private static String unicode(byte[] bytes, int start) {
        int end = start;
        while (end + 1 < bytes.length && (bytes[end] != 0 || bytes[end + 1] != 0)) {
            end += 2;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_16LE);
    }

    private String ansi(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, ansi);
    }

    /** The UTF-16LE path behind a binary header of unknown length: it begins at {@code X:\} or {@code \\}. */
    private static Optional<String> pathAtEnd(byte[] bytes) {
        for (int at = 0; at + 6 <= bytes.length; at++) {
            char first = unit(bytes, at);
            char second = unit(bytes, at + 2);
            char third = unit(bytes, at + 4);
            boolean drive = first < 0x80 && Character.isLetter(first) && second == ':' && third == '\\';
            boolean server = first == '\\' && second == '\\' && Character.isLetterOrDigit(third);
            if (drive || server) {
                return Optional.of(unicode(bytes, at));
            }
        }
        return Optional.empty();
    }

    private static char unit(byte[] bytes, int at) {
        return (char) (Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8);
    }
}
