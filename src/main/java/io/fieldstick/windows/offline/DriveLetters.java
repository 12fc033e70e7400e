package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the drives of a Windows that is not running are now, by the letters that it gave them. */
public final class DriveLetters {
    static final RegistryKey MOUNTED_DEVICES = RegistryKey.machine("SYSTEM\\MountedDevices");

    private static final String LETTER = "\\DosDevices\\";

    /** ERROR_INVALID_DRIVE (MS docs: system error codes 0-499). */
    private static final int INVALID_DRIVE = 15;

    private final Map<Character, String> now = new TreeMap<>();
    private final Map<Character, RegistryValue> remembered;

    /**
     * Compares what the two Windows remember of their letters.
     *
     * @param known the roots that are known beforehand, its own drive's at least: {@code C} is {@code E:\}
     * @param dead the registry of the Windows that is not running
     * @param host the registry of the Windows that this program runs on; absent where that is none
     */
    DriveLetters(Map<Character, String> known, RegistryView dead, Reading<RegistryView> host) {
        this.remembered = remembered(dead);
        host.map(DriveLetters::remembered)
                .orElse(Map.of())
                .forEach((letter, identity) -> remembered.forEach((its, identityThen) -> {
                    if (identity.equals(identityThen)) {
                        now.put(its, letter + ":\\");
                    }
                }));
        now.putAll(known);
    }

    /** The letters that it gave to volumes, those that are here and those that are not. */
    public Set<Character> all() {
        Set<Character> all = new TreeSet<>(now.keySet());
        all.addAll(remembered.keySet());
        return all;
    }

    /** The root, as {@code E:\}, of the drive that it called {@code letter}; unreadable where that is not known. */
    public Reading<String> now(char letter) {
        String root = now.get(letter);
        if (root != null) {
            return Reading.of(root);
        }
        RegistryValue identity = remembered.get(letter);
        Message tried = identity == null
                ? Message.of("hive.tried.find-unknown-drive", letter + ":")
                : Message.of(
                        "hive.tried.find-drive",
                        letter + ":",
                        DriveIdentity.of(identity.bytes()).words());
        return Reading.unreadable(new WindowsError(tried, INVALID_DRIVE, ""));
    }

    private static Map<Character, RegistryValue> remembered(RegistryView registry) {
        Map<Character, RegistryValue> remembered = new TreeMap<>();
        for (String name : registry.valueNames(MOUNTED_DEVICES).orElse(List.of())) {
            boolean letter = name.length() == LETTER.length() + 2
                    && name.regionMatches(true, 0, LETTER, 0, LETTER.length())
                    && name.endsWith(":");
            if (letter && registry.value(MOUNTED_DEVICES, name) instanceof Reading.Present<RegistryValue> value) {
                remembered.put(Character.toUpperCase(name.charAt(LETTER.length())), value.value());
            }
        }
        return remembered;
    }
}
