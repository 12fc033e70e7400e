package io.fieldstick.windows;

/** Files of registry hives that Windows is made to show below HKEY_USERS for a while, so that they can be changed. */
public interface Hives {

    /**
     * Shows the hive in {@code file} as {@code HKU\name}. The file must be there: Windows makes an empty one otherwise (MS
     * docs: winreg RegLoadKeyW). A refusal is a {@link WindowsException} and has left nothing below HKEY_USERS.
     */
    void load(String name, String file);

    /** Takes {@code HKU\name} away; what was changed is in the file then. A refusal is a {@link WindowsException}. */
    void unload(String name);
}
