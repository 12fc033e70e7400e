package io.fieldstick.windows;

import java.util.List;

/** Where the key of an address really lies, after the redirection of the 32-bit view. */
public final class RegistryAddress {
    private static final String SOFTWARE = "SOFTWARE";
    private static final String WOW = "WOW6432Node";
    private static final String CLASSES = "SOFTWARE\\Classes";

    /** Below HKLM, the same in both views (MS docs: WinProg64 shared-registry-keys, Windows 7 and later). */
    private static final List<String> SHARED = List.of(
            CLASSES,
            "SOFTWARE\\Clients",
            "SOFTWARE\\Policies",
            "SOFTWARE\\Microsoft\\SystemCertificates",
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths",
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\AutoplayHandlers",
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Group Policy",
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies",
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup",
            "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts",
            "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NetworkCards",
            "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList");

    /** Redirected although {@code Classes} above them is shared (same source). */
    private static final List<String> REDIRECTED_CLASSES = List.of("CLSID", "Interface", "DirectShow", "Media Type");

    private RegistryAddress() {}

    /** The path below the root at which {@code key} lies as the 64-bit view shows it. */
    public static String of(RegistryKey key) {
        boolean narrow = key.view() == RegistryKey.View.BITS_32;
        return key.root() == RegistryKey.Root.MACHINE ? machine(key.path(), narrow) : user(key.path(), narrow);
    }

    private static String machine(String path, boolean narrow) {
        String wow = SOFTWARE + "\\" + WOW;
        if (isAtOrBelow(path, wow)) {
            return machine(SOFTWARE + path.substring(wow.length()), true);
        }
        if (isAtOrBelow(path, CLASSES)) {
            return classes(path, CLASSES.length(), narrow);
        }
        boolean redirected =
                narrow && isAtOrBelow(path, SOFTWARE) && SHARED.stream().noneMatch(shared -> isAtOrBelow(path, shared));
        return redirected ? wow + path.substring(SOFTWARE.length()) : path;
    }

    private static String user(String path, boolean narrow) {
        int cut = path.indexOf('\\');
        String sid = cut < 0 ? path : path.substring(0, cut);
        String classes = sid + "\\" + CLASSES;
        return isAtOrBelow(path, classes) ? classes(path, classes.length(), narrow) : path;
    }

    /** {@code Classes\CLSID} of the 32-bit view lies at {@code Classes\WOW6432Node\CLSID}. */
    private static String classes(String path, int length, boolean narrow) {
        if (path.length() == length || !narrow) {
            return path;
        }
        String below = path.substring(length + 1);
        boolean redirected = REDIRECTED_CLASSES.stream().anyMatch(name -> isAtOrBelow(below, name));
        return redirected ? path.substring(0, length) + "\\" + WOW + "\\" + below : path;
    }

    private static boolean isAtOrBelow(String path, String top) {
        return path.regionMatches(true, 0, top, 0, top.length())
                && (path.length() == top.length() || path.charAt(top.length()) == '\\');
    }
}
