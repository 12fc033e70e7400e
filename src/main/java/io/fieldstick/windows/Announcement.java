package io.fieldstick.windows;

/** What running programs are told so that they read a changed value again (MS docs: WM_SETTINGCHANGE, InternetSetOption, SHChangeNotify). */
public enum Announcement {
    /** WM_SETTINGCHANGE with "Policy". */
    POLICY,
    /** WM_SETTINGCHANGE with "Environment". */
    ENVIRONMENT,
    /** InternetSetOption 39 (settings changed), 95 (proxy changed) and 37 (refresh). */
    INTERNET_SETTINGS,
    /** SHChangeNotify(SHCNE_ASSOCCHANGED). */
    FILE_ASSOCIATIONS
}
