package io.fieldstick.userdata;

import static io.fieldstick.userdata.FixedPlaces.documents;
import static io.fieldstick.userdata.FixedPlaces.local;
import static io.fieldstick.userdata.FixedPlaces.localLow;
import static io.fieldstick.userdata.FixedPlaces.roaming;

import io.fieldstick.message.Message;
import java.util.List;

/** All kinds of user data that this program knows, in the order in which they are told. */
public final class UserDataCatalogue {
    private static final List<UserDataKind> KINDS = List.of(
            KnownFolderData.expected("documents", KnownFolder.DOCUMENTS),
            KnownFolderData.expected("desktop", KnownFolder.DESKTOP),
            KnownFolderData.expected("favorites", KnownFolder.FAVORITES),
            KnownFolderData.other("pictures", KnownFolder.PICTURES),
            KnownFolderData.other("downloads", KnownFolder.DOWNLOADS),
            KnownFolderData.other("music", KnownFolder.MUSIC),
            KnownFolderData.other("videos", KnownFolder.VIDEOS),
            KnownFolderData.other("contacts", KnownFolder.CONTACTS),
            KnownFolderData.other("links", KnownFolder.LINKS),
            KnownFolderData.other("saved-games", KnownFolder.SAVED_GAMES),
            KnownFolderData.other("searches", KnownFolder.SEARCHES),
            new OneDriveFolders(),
            new MailSettings(),
            new OpenedAttachments(),
            new OldMicrosoftMail(),
            new Foxmail(),
            MozillaProfiles.thunderbird(),
            new WeChat(),
            new Qq(),
            // Observed: WeCom (企业微信), DingTalk (钉钉), Lark (飞书).
            FixedPlaces.of(
                            "work-chat",
                            documents("WXWork"),
                            roaming("DingTalk"),
                            local("DingTalk"),
                            roaming("LarkShell"),
                            local("Lark"))
                    .advising(Message.of("userdata.advice.chat")),
            // Observed: the words that Sogou's Pinyin and Wubi have learnt, of signed-in users too.
            FixedPlaces.of("sogou", localLow("SogouPY*"), localLow("SogouWB*")),
            // KAPE targets EdgeChromium, Chrome, 360SecureBrowser, QQBrowser; 360 Extreme observed.
            FixedPlaces.of(
                            "bookmarks",
                            local("Microsoft\\Edge\\User Data\\*\\Bookmarks*"),
                            local("Google\\Chrome\\User Data\\*\\Bookmarks*"),
                            local("360Chrome\\Chrome\\User Data\\*\\Bookmarks*"),
                            local("360ChromeX\\Chrome\\User Data\\*\\Bookmarks*"),
                            local("Tencent\\QQBrowser\\User Data\\*\\Bookmarks*"),
                            roaming("360se6\\User Data\\*\\360Bookmarks*"))
                    .advising(Message.of("userdata.advice.bookmarks")),
            MozillaProfiles.firefox(),
            // KAPE target StickyNotes: Windows 7 to 10 1511, and since 1607.
            FixedPlaces.of(
                    "sticky-notes",
                    roaming("Microsoft\\Sticky Notes\\StickyNotes.snt"),
                    roaming("Microsoft\\StickyNotes\\StickyNotes.snt"),
                    local("Packages\\Microsoft.MicrosoftStickyNotes*\\LocalState\\plum.sqlite*")),
            // MS support: where Office keeps what was not saved; WPS and Windows 11's Notepad observed.
            FixedPlaces.of(
                            "unsaved-work",
                            roaming("Microsoft\\Word\\*.asd"),
                            roaming("Microsoft\\Excel\\*.xlsb"),
                            local("Microsoft\\Office\\UnsavedFiles"),
                            roaming("kingsoft\\office6\\backup"),
                            local("Packages\\Microsoft.WindowsNotepad_*\\LocalState\\TabState"))
                    .advising(Message.of("userdata.advice.unsaved")),
            // MS support: templates, custom dictionaries, and what Excel and Word load at start.
            FixedPlaces.of(
                    "office-settings",
                    roaming("Microsoft\\Templates"),
                    roaming("Microsoft\\UProof"),
                    roaming("Microsoft\\Excel\\XLSTART"),
                    roaming("Microsoft\\Word\\STARTUP"),
                    roaming("Microsoft\\Document Building Blocks"),
                    roaming("Microsoft\\QuickParts")),
            new OwnFonts(),
            // MS docs: "System store locations"; a copy of the file is worth nothing without the key, which only the
            // user can export.
            FixedPlaces.of("certificates", roaming("Microsoft\\SystemCertificates\\My\\Certificates\\*"))
                    .advising(Message.of("userdata.advice.certificates")),
            new SharedFolders(),
            new FaxArchive(),
            new OrphanProfiles(),
            new ProgramsElsewhere(),
            new DriveRoots());

    private UserDataCatalogue() {}

    public static List<UserDataKind> kinds() {
        return KINDS;
    }
}
