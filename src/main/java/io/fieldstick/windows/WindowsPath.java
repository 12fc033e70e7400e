package io.fieldstick.windows;

import java.util.StringTokenizer;

/**
 * What can be said of an absolute Windows path by its text alone, compared as Windows does: without regard to case.
 *
 * <p>Only for paths that Windows stores or lists; nothing is resolved against a current folder, and no file is touched.
 */
public final class WindowsPath {
    private WindowsPath() {}

    /**
     * {@code path} in this program's one form: backslashes, no {@code \\?\}, no empty part, no backslash at the end
     * except after a drive's letter; {@code C:/Users//x/} becomes {@code C:\Users\x}.
     */
    public static String normal(String path) {
        String text = withoutPrefix(path.replace('/', '\\'));
        boolean share = text.startsWith("\\\\");
        StringBuilder normal = new StringBuilder(share ? "\\" : "");
        StringTokenizer parts = new StringTokenizer(text, "\\");
        while (parts.hasMoreTokens()) {
            normal.append(normal.isEmpty() ? "" : "\\").append(parts.nextToken());
        }
        return isDrive(normal) ? normal.append('\\').toString() : normal.toString();
    }

    /** Whether it begins with a drive's root ({@code C:\}) or a share ({@code \\server\share}). */
    public static boolean isAbsolute(String path) {
        if (path.length() < 3) {
            return false;
        }
        return path.startsWith("\\\\")
                ? path.charAt(2) != '\\'
                : isDrive(path.substring(0, 2)) && path.charAt(2) == '\\';
    }

    /** Whether it lies on another computer: {@code \\server\share}. */
    public static boolean isOnServer(String path) {
        return path.startsWith("\\\\");
    }

    /** {@code name} in the folder {@code folder}. */
    public static String child(String folder, String name) {
        return folder.endsWith("\\") ? folder + name : folder + "\\" + name;
    }

    /** Where a link in {@code folder} leads that says {@code link}: {@code D:\Docs}, {@code ..\Docs} or {@code \Docs}. */
    public static String resolved(String folder, String link) {
        String text = link.replace('/', '\\');
        if (isAbsolute(normal(text))) {
            return normal(text);
        }
        String path = folder;
        while (text.startsWith("\\") && !parent(path).equals(path)) {
            path = parent(path);
        }
        StringTokenizer parts = new StringTokenizer(text, "\\");
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            path = part.equals(".") ? path : part.equals("..") ? parent(path) : child(path, part);
        }
        return path;
    }

    /** The last part; a drive's root is its own. */
    public static String name(String path) {
        int cut = path.lastIndexOf('\\');
        return cut == path.length() - 1 ? path : path.substring(cut + 1);
    }

    /** The folder that holds {@code path}; a root is its own. */
    public static String parent(String path) {
        int cut = path.lastIndexOf('\\');
        if (cut < 0 || cut == path.length() - 1 || (isOnServer(path) && cut <= path.indexOf('\\', 2))) {
            return path;
        }
        return cut == 2 && path.charAt(1) == ':' ? path.substring(0, 3) : path.substring(0, cut);
    }

    /** Whether {@code path} is {@code folder} or lies in it, at any depth. */
    public static boolean isAtOrBelow(String path, String folder) {
        int length = folder.endsWith("\\") ? folder.length() - 1 : folder.length();
        return path.length() >= length
                && path.regionMatches(true, 0, folder, 0, length)
                && (path.length() == length || path.charAt(length) == '\\');
    }

    /** {@code path} without regard to case, character by character as NTFS compares: for keys of maps only. */
    public static String folded(String path) {
        char[] folded = path.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
        }
        return new String(folded);
    }

    private static String withoutPrefix(String text) {
        if (text.regionMatches(true, 0, "\\\\?\\UNC\\", 0, 8) || text.regionMatches(true, 0, "\\??\\UNC\\", 0, 8)) {
            return "\\\\" + text.substring(8);
        }
        return text.startsWith("\\\\?\\") || text.startsWith("\\??\\") ? text.substring(4) : text;
    }

    private static boolean isDrive(CharSequence text) {
        return text.length() == 2 && text.charAt(1) == ':' && isLetter(text.charAt(0));
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
