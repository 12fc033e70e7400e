package io.fieldstick.windows;

/** What identifies an installation of Windows, through renames and on a disk that is not running. */
public final class MachineGuid {
    /** Written once by Windows's own setup (MS docs: Cryptography, MachineGuid). */
    private static final RegistryKey KEY = RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography");

    private MachineGuid() {}

    /** The GUID as Windows keeps it; absent on a Windows that has none, such as WinPE. */
    public static Reading<String> of(RegistryView registry) {
        return registry.value(KEY, "MachineGuid").map(RegistryValue::text);
    }
}
