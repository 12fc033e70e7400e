package io.fieldstick.windows.live;

import java.util.Optional;

/**
 * A path in the form that Windows takes literally, whatever its length and its last character: {@code \\?\C:\x}.
 *
 * @param text the path with its prefix, without a backslash at the end except after a drive's colon
 * @param root whether it is the root of a drive or of a share, which no folder lists
 */
record ExtendedPath(String text, boolean root) {
    private static final String PREFIX = "\\\\?\\";
    private static final String UNC = PREFIX + "UNC\\";

    /**
     * Characters that no name can hold; FindFirstFile would take the first five for wildcards and find something else
     * (MS docs: Naming Files, Paths, and Namespaces; ntifs FsRtlIsNameInExpression for the DOS wildcards).
     */
    private static final String NEVER_IN_A_NAME = "*?<>\"|/\0";

    /** The extended form of an absolute path; empty for text that can name no file. */
    static Optional<ExtendedPath> of(String path) {
        String bare = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
        if (bare.chars().anyMatch(c -> NEVER_IN_A_NAME.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        boolean share = bare.startsWith("\\\\");
        return share ? share(bare.substring(2)) : drive(bare);
    }

    private static Optional<ExtendedPath> drive(String path) {
        boolean absolute = path.length() >= 2
                && path.charAt(1) == ':'
                && isLetter(path.charAt(0))
                && (path.length() == 2 || path.charAt(2) == '\\');
        if (!absolute) {
            return Optional.empty();
        }
        return path.length() <= 3
                ? Optional.of(new ExtendedPath(PREFIX + path.substring(0, 2) + "\\", true))
                : Optional.of(new ExtendedPath(PREFIX + withoutEnd(path), false));
    }

    private static Optional<ExtendedPath> share(String path) {
        String bare = withoutEnd(path);
        int server = bare.indexOf('\\');
        if (server <= 0 || bare.startsWith(".\\") || bare.startsWith("..\\")) {
            return Optional.empty();
        }
        return Optional.of(new ExtendedPath(UNC + bare, bare.indexOf('\\', server + 1) < 0));
    }

    /** The pattern that finds everything in this folder. */
    String everythingIn() {
        return text.endsWith("\\") ? text + "*" : text + "\\*";
    }

    private static String withoutEnd(String path) {
        return path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
