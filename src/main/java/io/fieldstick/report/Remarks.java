package io.fieldstick.report;

import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Sizes;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.Origin;
import io.fieldstick.userdata.UserDataItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should know of one thing to be saved, beside where and how much it is. */
final class Remarks {
    private Remarks() {}

    /** Each a sentence; with {@code detailed} also what goes without saying. */
    static List<Message> of(UserDataItem item, String windowsDrive, boolean detailed) {
        List<Message> remarks = new ArrayList<>();
        if (item.state() != UserDataItem.State.FOUND && (detailed || item.state() != UserDataItem.State.MISSING)) {
            remarks.add(item.state().words());
        }
        if (item.location(windowsDrive) != UserDataItem.Location.WINDOWS_DRIVE) {
            remarks.add(item.location(windowsDrive).words());
        }
        if (detailed || item.origin() == Origin.ASSUMED || item.origin() == Origin.LEFT_BEHIND) {
            remarks.add(item.origin().words());
        }
        item.link().ifPresent(link -> remarks.add(Message.of("report.by-link", link)));
        remarks.addAll(of(item.count()));
        item.advice().ifPresent(remarks::add);
        return remarks;
    }

    /** What was tried on the way to {@code one}, where that names something else: a user's registry is in a file. */
    static Optional<String> tried(NotRead one, Messages messages) {
        String tried = messages.text(one.why().tried());
        return tried.contains(one.where()) ? Optional.empty() : Optional.of(tried);
    }

    private static List<Message> of(Count count) {
        List<Message> remarks = new ArrayList<>();
        if (count.cloudFiles() > 0) {
            remarks.add(Message.of("report.only-in-cloud", count.cloudFiles(), Sizes.of(count.cloudBytes())));
        }
        if (count.encryptedFiles() > 0) {
            remarks.add(Message.of("report.encrypted", count.encryptedFiles()));
        }
        if (count.unreadFolders() > 0) {
            remarks.add(Message.of("report.unread-folders", count.unreadFolders()));
        }
        return remarks;
    }
}
