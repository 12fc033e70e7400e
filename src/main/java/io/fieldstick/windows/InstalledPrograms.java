package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.List;

/**
 * The programs that the Uninstall keys of the machine (both views) and of every user tell of; of users who are not
 * signed in only where the registry that is asked reads their hives too.
 *
 * <p>Where {@link #refused()} is not empty, a program that is not in the list may be installed all the same.
 *
 * @param programs every entry with a name, the same program in several keys once, in the order of the keys
 * @param refused what could not be read, and why: never to be taken for absent
 * @param odd what was read, but is not as Windows documents it: a wrong type, a text too long to be a name
 */
public record InstalledPrograms(List<InstalledProgram> programs, List<WindowsError> refused, List<Remark> odd) {

    /** Something to say about one registry address. */
    public record Remark(String where, Message what) {}

    public InstalledPrograms {
        programs = List.copyOf(programs);
        refused = List.copyOf(refused);
        odd = List.copyOf(odd);
    }

    /**
     * Reads them all from {@code registry}. Win32_Product is not asked: each query makes Windows Installer check, and
     * perhaps repair, every product (MS KB974524).
     */
    public static InstalledPrograms in(RegistryView registry) {
        return new UninstallKeys(registry).programs();
    }
}
