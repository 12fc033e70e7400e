package io.fieldstick.report;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Sizes;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.Fate;
import io.fieldstick.userdata.LeftBehind;
import io.fieldstick.userdata.Link;
import io.fieldstick.userdata.MailStore;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.SpecialData;
import io.fieldstick.userdata.StoreProblem;
import io.fieldstick.userdata.UserData;
import io.fieldstick.userdata.UserDataItem;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.FileEntry;
import java.util.List;
import java.util.Map;

/** What people would miss, as a table for the console: whose, where, how much, and what to know of it. */
final class UserDataText {
    private static final int TITLE_COLUMNS = 16;
    private static final int FILES_COLUMNS = 9;
    private static final int SIZE_COLUMNS = 10;

    /** Of long lists this many are shown, unless asked for all with -v; the JSON has all of them. */
    private static final int SHOWN = 20;

    private final Page page;
    private final Messages messages;
    private final boolean detailed;

    UserDataText(Page page, Messages messages, boolean detailed) {
        this.page = page;
        this.messages = messages;
        this.detailed = detailed;
    }

    void write(UserDataReport report) {
        encrypted(report);
        special(report);
        unexplained(report.leftBehind().unexplained());
        report.users().forEach(user -> user(user, report.windowsDrive()));
        shared(report);
        mail(report.mailStores());
        notRead(report);
        links(report.links());
        fates(report);
        total(report);
    }

    /** Loud and first: of all that a reinstall destroys, this alone cannot be saved by copying. */
    private void encrypted(UserDataReport report) {
        if (report.total().encryptedFiles() > 0 || !report.encrypted().isEmpty()) {
            page.blank().line(messages.text("report.encrypted.warning"));
            some(report.encrypted()).forEach(path -> page.hanging("  ", path));
            more(report.encrypted().size());
        }
    }

    private void unexplained(List<LeftBehind.Unexplained> folders) {
        if (folders.isEmpty()) {
            return;
        }
        page.blank().line(messages.text("report.unexplained", folders.size()));
        for (LeftBehind.Unexplained folder : some(folders)) {
            String label = right(Long.toString(folder.count().files()), TITLE_COLUMNS + FILES_COLUMNS)
                    + right(Sizes.of(folder.count().bytes()), SIZE_COLUMNS) + "  ";
            page.hanging("  " + label, folder.path());
        }
        more(folders.size());
    }

    private void fates(UserDataReport report) {
        page.blank().line(messages.text("report.fates", report.windowsDrive()));
        Map<Fate, Count> fates = report.leftBehind().byFate();
        int columns = fates.keySet().stream()
                .mapToInt(fate -> DisplayWidth.of(messages.text(fate.words())))
                .reduce(TITLE_COLUMNS, Math::max);
        fates.forEach((fate, count) -> page.line("  "
                + DisplayWidth.padded(messages.text(fate.words()), columns)
                + right(Long.toString(count.files()), FILES_COLUMNS)
                + right(Sizes.of(count.bytes()), SIZE_COLUMNS)));
    }

    private <T> List<T> some(List<T> all) {
        return detailed ? all : all.subList(0, Math.min(all.size(), SHOWN));
    }

    private void more(int all) {
        if (!detailed && all > SHOWN) {
            page.line("  " + messages.text("report.more", all - SHOWN));
        }
    }

    private void user(UserData user, String windowsDrive) {
        page.blank().line(heading(user.user().name(), "  " + user.user().path().orElse("?"), user.total()));
        if (!user.registryRead()) {
            page.hanging("  ", messages.text("report.user.registry-unread"));
        }
        user.items().forEach(item -> item(item, windowsDrive));
    }

    private String heading(String name, String after, Count count) {
        return name + after + "  " + amount(count);
    }

    private void special(UserDataReport report) {
        if (report.special().isEmpty()) {
            return;
        }
        page.blank().line(messages.text("report.special"));
        for (SpecialData program : report.special()) {
            page.hanging("  ", messages.text("report.titled", program.name(), program.advice()));
            program.evidence().forEach(seen -> page.hanging("      ", seen.where() + " = " + seen.value()));
            program.items().forEach(item -> page.hanging("      ", item.path() + "  " + amount(item.count())));
        }
    }

    private void shared(UserDataReport report) {
        if (!report.shared().isEmpty()) {
            page.blank().line(messages.text("report.shared"));
            report.shared().forEach(item -> item(item, report.windowsDrive()));
        }
    }

    private void item(UserDataItem item, String windowsDrive) {
        boolean found = item.state() == UserDataItem.State.FOUND;
        String files = found ? Long.toString(item.count().files()) : "-";
        String size = found ? Sizes.of(item.count().bytes()) : "-";
        String label = "  " + DisplayWidth.padded(messages.text(item.title()), TITLE_COLUMNS)
                + right(files, FILES_COLUMNS) + right(size, SIZE_COLUMNS) + "  ";
        page.hanging(label, item.path());
        Remarks.of(item, windowsDrive, detailed).forEach(remark -> page.hanging("      ", messages.text(remark)));
    }

    private void mail(List<MailStore> stores) {
        if (stores.isEmpty()) {
            return;
        }
        page.blank().line(messages.text("report.mail"));
        for (MailStore store : stores) {
            String size = store.file().map(FileEntry::size).map(Sizes::of).orElse("-");
            String label =
                    "  " + DisplayWidth.padded(messages.text(store.header().words()), TITLE_COLUMNS)
                            + right(size, FILES_COLUMNS + SIZE_COLUMNS) + "  ";
            page.hanging(label, store.path());
            for (MailStore.Registration use : store.registrations()) {
                page.hanging("      ", messages.text("report.mail.used-by", use.user(), use.profile(), use.outlook()));
            }
            for (StoreProblem problem : store.problems()) {
                page.hanging("      ", messages.text(problem.what()));
            }
        }
    }

    private void notRead(UserDataReport report) {
        if (report.notRead().isEmpty()) {
            return;
        }
        page.blank().line(messages.text("report.not-read", report.notRead().size() + report.unlisted()));
        for (NotRead one : report.notRead()) {
            page.hanging("  ", one.where());
            Remarks.tried(one, messages).ifPresent(tried -> page.hanging("      ", tried));
            page.hanging(
                    "      " + messages.text("report.windows") + " ", one.why().said());
        }
    }

    private void links(List<Link> links) {
        List<Link> told =
                links.stream().filter(link -> detailed || !link.compatibility()).toList();
        if (!told.isEmpty()) {
            page.blank().line(messages.text("report.links", told.size()));
            told.forEach(link -> page.hanging("  ", link.path()));
        }
    }

    private void total(UserDataReport report) {
        page.blank().line(messages.text("report.total", amount(report.total())));
        if (report.unlisted() > 0) {
            page.line(messages.text("report.unlisted", report.unlisted()));
        }
        if (!report.linksOnce()) {
            page.line(messages.text("report.links-twice"));
        }
        if (!report.whole()) {
            page.line(messages.text("report.not-whole"));
        }
    }

    private String amount(Count count) {
        return messages.text("report.amount", count.files(), Sizes.of(count.bytes()));
    }

    private static String right(String text, int columns) {
        return " ".repeat(Math.max(1, columns - DisplayWidth.of(text))) + text;
    }
}
