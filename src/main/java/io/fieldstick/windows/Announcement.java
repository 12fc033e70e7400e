package io.fieldstick.windows;

/** What running programs are told so that they read a changed value again (MS docs: WM_SETTINGCHANGE, InternetSetOption, SHChangeNotify). */
public enum Announcement {
    /** WM_SETTINGCHANGE with "Policy". */
    POLICY,
    /** WM_SETTINGCHANGE with "Environment". */
    ENVIRONMENT,
    /** InternetSetOption 39 (settings changed), 95 (proxy changed) and 37 (refresh). */
    INTERNET_SETTINGS,
    /** WM_SETTINGCHANGE with "intl": time zone, formats. */
    INTERNATIONAL,
    /** SERVICE_CONTROL_PARAMCHANGE to the time service, as {@code w32tm /config /update} sends it. */
    TIME_SERVICE,
    /** SHChangeNotify(SHCNE_ASSOCCHANGED). */
    FILE_ASSOCIATIONS
}
