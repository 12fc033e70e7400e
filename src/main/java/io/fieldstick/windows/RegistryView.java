package io.fieldstick.windows;

import java.time.Instant;
import java.util.List;

/** The registry, to read. Names are compared without regard to case, as Windows does. */
public interface RegistryView {

    /** The value {@code name} of {@code key}; the name "" is the default value. Absent where the key is absent too. */
    Reading<RegistryValue> value(RegistryKey key, String name);

    /** The names of the values of {@code key}, in the order of the registry; absent where there is no such key. */
    Reading<List<String>> valueNames(RegistryKey key);

    /** The names of the keys directly below {@code key}; absent where there is no such key. */
    Reading<List<String>> subkeys(RegistryKey key);

    /**
     * When {@code key} was last written: a value of it was set or deleted, or a key directly below it made or deleted.
     * Absent where there is no such key, or nobody has noted the time.
     */
    default Reading<Instant> lastWritten(RegistryKey key) {
        return Reading.absent();
    }

    /** The SIDs (and {@code .DEFAULT}) directly below HKEY_USERS: the users whose hive is loaded. */
    Reading<List<String>> users();

    /**
     * Everybody whose settings this registry reaches, as names below HKEY_USERS, sorted: the people whose hive is loaded.
     * A registry that reads the files of the others too names them as well, and {@link RegistryKey#DEFAULT_USER}.
     */
    default Reading<List<String>> everyUser() {
        return users().map(names -> UserProfiles.people(names).stream().sorted().toList());
    }

    /** Whether {@code key} exists; unreadable where Windows refuses to say. */
    default Reading<Boolean> exists(RegistryKey key) {
        Reading<List<String>> below = subkeys(key);
        return below.isAbsent() ? Reading.of(false) : below.map(names -> true);
    }
}
