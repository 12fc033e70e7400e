package io.fieldstick.windows;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The address of a registry key: root, path below it with backslashes, and the 32- or 64-bit view.
 *
 * <p>There is no HKEY_CURRENT_USER: the program runs elevated, so that would be the administrator. A user is
 * {@code HKEY_USERS\<sid>}, which is the same address on a loaded hive, a hive file and a disk that is not running.
 * Two addresses are equal as Windows sees them: without regard to case.
 */
public record RegistryKey(Root root, String path, View view) {

    /** A root key that this program uses. */
    public enum Root {
        MACHINE("HKLM"),
        USERS("HKU");

        private final String shortName;

        Root(String shortName) {
            this.shortName = shortName;
        }

        public String shortName() {
            return shortName;
        }
    }

    /** The registry view: passed as KEY_WOW64_64KEY or KEY_WOW64_32KEY in every call (MS docs: Registry Key Security and Access Rights). */
    public enum View {
        BITS_64,
        BITS_32
    }

    /**
     * What stands for the template of every user to come, where a SID stands for a user: {@code HKU\default-user} is the
     * registry in the file {@code C:\Users\Default\NTUSER.DAT}. {@code HKU\.DEFAULT} is none: it is LocalSystem's.
     */
    public static final String DEFAULT_USER = "default-user";

    public RegistryKey {
        if (path.isEmpty() || path.startsWith("\\") || path.endsWith("\\") || path.contains("\\\\")) {
            throw new IllegalArgumentException("not a registry path: '" + path + "'");
        }
    }

    /** {@code HKLM\path} in the 64-bit view. */
    public static RegistryKey machine(String path) {
        return new RegistryKey(Root.MACHINE, path, View.BITS_64);
    }

    /** {@code HKLM\path} in the 32-bit view. */
    public static RegistryKey machine32(String path) {
        return new RegistryKey(Root.MACHINE, path, View.BITS_32);
    }

    /** {@code HKU\sid\path}; a user's hive is shared by both views, but for {@code Software\Classes\CLSID}. */
    public static RegistryKey user(String sid, String path) {
        return new RegistryKey(Root.USERS, sid + "\\" + path, View.BITS_64);
    }

    /** The key directly below the root that this one is, or is below: a user's, a hive's. */
    public RegistryKey top() {
        int cut = path.indexOf('\\');
        return cut < 0 ? this : new RegistryKey(root, path.substring(0, cut), view);
    }

    /** Whose this key is: the SID, or {@link #DEFAULT_USER}; empty for one of the machine. */
    public Optional<String> user() {
        return root == Root.USERS ? Optional.of(top().path()) : Optional.empty();
    }

    /** The same place below {@code HKU\name} instead of the user that this key is of. */
    public RegistryKey of(String name) {
        return new RegistryKey(root, name + path.substring(top().path().length()), view);
    }

    public RegistryKey child(String name) {
        return new RegistryKey(root, path + "\\" + name, view);
    }

    /** The key that holds this one; empty where that is the root itself. */
    public Optional<RegistryKey> parent() {
        int cut = path.lastIndexOf('\\');
        return cut < 0 ? Optional.empty() : Optional.of(new RegistryKey(root, path.substring(0, cut), view));
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryKey key
                && root == key.root
                && view == key.view
                && path.equalsIgnoreCase(key.path);
    }

    @Override
    public int hashCode() {
        return path.toLowerCase(Locale.ROOT).hashCode() * 31 + Objects.hash(root, view);
    }

    /** {@code HKLM\SOFTWARE\X}, and {@code (32-bit)} after it in that view. */
    @Override
    public String toString() {
        return root.shortName() + "\\" + path + (view == View.BITS_32 ? " (32-bit)" : "");
    }
}
