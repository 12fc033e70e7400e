package io.fieldstick.windows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A program as its Uninstall keys describe it.
 *
 * @param name DisplayName as {@link DisplayText} cleans it; never empty
 * @param version DisplayVersion in the same form; empty where the installer gave none
 * @param publisher Publisher in the same form; empty where the installer gave none
 * @param installed InstallDate, which Windows Installer also moves on a repair or a patch; absent where it is none
 * @param written when its key was last written: at the latest then it was installed or updated
 * @param listing where Windows itself lists the entry
 * @param keys the Uninstall keys that describe it, at least one; several where both views or several users have it
 */
public record InstalledProgram(
        String name,
        String version,
        String publisher,
        Reading<LocalDate> installed,
        Reading<Instant> written,
        Listing listing,
        List<RegistryKey> keys) {

    /** Where "Programs and Features" shows an entry; what it does not show is installed all the same. */
    public enum Listing {
        /** In the list of programs. */
        PROGRAM,
        /** Among the installed updates: a hotfix or a service pack of another entry. */
        UPDATE,
        /** Nowhere: it belongs to another entry, as the languages of Office do. */
        COMPONENT,
        /** Nowhere: its installer asked for that, or it cannot be uninstalled. */
        HIDDEN
    }

    public InstalledProgram {
        keys = List.copyOf(keys);
    }

    /** Its name, and its version unless the name has it. */
    public String versioned() {
        return version.isEmpty() || name.contains(version) ? name : name + " " + version;
    }

    /** The day on which it was installed or last updated; absent where nothing tells. */
    public Reading<LocalDate> day(ZoneId zone) {
        return installed.isPresent() ? installed : written.map(then -> LocalDate.ofInstant(then, zone));
    }

    /** The name and version as they were found, and the first key they were found in. */
    public Evidence evidence() {
        return new Evidence(keys.get(0) + "!DisplayName", version.isEmpty() ? name : name + ", " + version)
                .since(written);
    }
}
