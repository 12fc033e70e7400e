package io.fieldstick.userdata;

import java.util.List;

/**
 * All that was found of what people would miss.
 *
 * @param windowsDrive the root of the drive that Windows is on: {@code C:\}
 * @param drives the roots that were walked whole
 * @param users what each user has
 * @param shared what is nobody's own: folders and files in the roots of the drives ...
 * @param mailStores every Outlook data file, on the disk or only registered
 * @param notRead folders and registry addresses that could not be read, with the reason
 * @param links what was not followed; those that Windows lays for old programs are marked
 * @param unlisted how many more were not read, not followed or found than the lists hold
 * @param total everything, where a file that belongs to several users or kinds counts once
 * @param whole whether the walk of the disk went to its end; if not, all numbers are lower bounds
 */
public record UserDataReport(
        String windowsDrive,
        List<String> drives,
        List<UserData> users,
        List<UserDataItem> shared,
        List<MailStore> mailStores,
        List<NotRead> notRead,
        List<Link> links,
        long unlisted,
        Count total,
        boolean whole) {
    public UserDataReport {
        drives = List.copyOf(drives);
        users = List.copyOf(users);
        shared = List.copyOf(shared);
        mailStores = List.copyOf(mailStores);
        notRead = List.copyOf(notRead);
        links = List.copyOf(links);
    }

    /** Whether everything could be read: otherwise the audit ends with exit 3. */
    public boolean isComplete() {
        return whole && notRead.isEmpty() && unlisted == 0 && users.stream().allMatch(UserData::registryRead);
    }
}
