package io.fieldstick.userdata;

import java.util.List;

/**
 * All that was found of what people would miss.
 *
 * @param windowsDrive the root of the drive that Windows is on: {@code C:\}
 * @param drives the roots that were walked whole
 * @param users what each user has
 * @param shared what is nobody's own: folders and files in the roots of the drives ...
 * @param special programs with databases, each with the advice how its data is saved; theirs is in the total too
 * @param mailStores every Outlook data file, on the disk or only registered
 * @param leftBehind what becomes of every byte on the drive of Windows
 * @param encrypted files encrypted with EFS: after a reinstall nobody can read them, not even from a copy, without the
 *     user's certificate and its key
 * @param bigFiles files to be saved that are too big for FAT32
 * @param openDocuments documents that seem to be open in a program
 * @param notRead folders and registry addresses that could not be read, with the reason
 * @param notReadOfWindows folders that could not be read among Windows's and the programs' own files
 * @param links what was not followed; those that Windows lays for old programs are marked
 * @param unlisted how many more were not read, not followed or found than the lists hold
 * @param total everything, where a file that belongs to several users or kinds counts once
 * @param linksOnce whether a file with several hard links counts once; on a drive with millions of files some may count
 *     twice
 * @param whole whether the walk of the disk went to its end; if not, all numbers are lower bounds
 */
public record UserDataReport(
        String windowsDrive,
        List<String> drives,
        List<UserData> users,
        List<UserDataItem> shared,
        List<SpecialData> special,
        List<MailStore> mailStores,
        LeftBehind leftBehind,
        List<String> encrypted,
        List<BigFile> bigFiles,
        List<OpenWork> openDocuments,
        List<NotRead> notRead,
        List<NotRead> notReadOfWindows,
        List<Link> links,
        long unlisted,
        Count total,
        boolean linksOnce,
        boolean whole) {
    public UserDataReport {
        drives = List.copyOf(drives);
        users = List.copyOf(users);
        shared = List.copyOf(shared);
        special = List.copyOf(special);
        mailStores = List.copyOf(mailStores);
        encrypted = List.copyOf(encrypted);
        bigFiles = List.copyOf(bigFiles);
        openDocuments = List.copyOf(openDocuments);
        notRead = List.copyOf(notRead);
        notReadOfWindows = List.copyOf(notReadOfWindows);
        links = List.copyOf(links);
    }

    /** Whether everything could be read: otherwise the audit ends with exit 3. */
    public boolean isComplete() {
        return whole && notRead.isEmpty() && unlisted == 0 && users.stream().allMatch(UserData::registryRead);
    }
}
