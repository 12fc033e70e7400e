package io.fieldstick.report;

import io.fieldstick.audit.Confirmation;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.audit.backup.BackupTarget;
import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Sizes;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.RegisteredService;
import io.fieldstick.windows.Volumes;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What an audit tells beside the list itself: what is open, whether it all fits, and who confirmed the list. */
final class VisitText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LABEL_COLUMNS = 26;

    private final Page page;
    private final Rendering rendering;
    private final Messages messages;

    VisitText(Page page, Rendering rendering) {
        this.page = page;
        this.rendering = rendering;
        this.messages = rendering.messages();
    }

    /** Before all else: what is not saved yet cannot be backed up. */
    void openWork(List<OpenWork> work) {
        if (work.isEmpty()) {
            return;
        }
        page.line(messages.text("report.open"));
        for (OpenWork one : work) {
            page.hanging("  " + one.program() + "  ", one.what());
            if (one.state() == OpenWork.State.OPEN_DOCUMENT) {
                page.hanging("      ", messages.text("report.open.document"));
            }
            one.titles().forEach(title -> page.hanging("      ", title));
        }
        page.blank();
    }

    void backup(BackupFit fit) {
        Volumes.FileSystem system = fit.target().fileSystem();
        Volumes.Space space = fit.target().space();
        page.blank().line(messages.text("report.backup", fit.target().path(), volume(fit.target(), messages)));
        number("report.backup.free", Sizes.of(space.free()), messages.text("report.of", Sizes.of(space.total())));
        number("report.backup.needed", Sizes.of(fit.bytes()), messages.text("report.files", fit.files()));
        number("report.backup.most", Sizes.of(fit.most()), messages.text("report.backup.clusters", space.cluster()));
        number("report.backup.unexplained", Sizes.of(fit.unexplained()), "");
        String margin = (fit.margin() < 0 ? "-" : "") + Sizes.of(Math.abs(fit.margin()));
        number("report.backup.margin", margin, messages.text("report.backup." + Word.of(fit.verdict())));
        if (!fit.target().isFat() && !system.name().isEmpty()) {
            page.hanging("  ", messages.text("report.backup.no-limit", system.name()));
        }
        page.hanging(
                "  ",
                messages.text(
                        "report.backup.time",
                        time(fit.shortest()),
                        time(fit.longest()),
                        fit.target().medium().words(),
                        fit.target().medium().rates()));
    }

    /** What {@code target} is: {@code FAT32, label, USB stick}. */
    static String volume(BackupTarget target, Messages messages) {
        Volumes.FileSystem system = target.fileSystem();
        String label = system.label().isEmpty() ? "" : ", " + system.label();
        return system.name() + label + ", " + messages.text(target.medium().words());
    }

    private void number(String key, String amount, String remark) {
        String label = "  " + DisplayWidth.padded(messages.text(Message.of(key)), LABEL_COLUMNS);
        page.hanging(label + " ".repeat(Math.max(1, 10 - amount.length())) + amount + "  ", remark);
    }

    /** {@code duration} in hours and minutes, rounded up. */
    static Message time(Duration duration) {
        long minutes = duration.plusMinutes(1).minusNanos(1).toMinutes();
        return minutes < 60
                ? Message.of("report.minutes", minutes)
                : Message.of("report.hours", minutes / 60, minutes % 60);
    }

    /** What was installed: how much of it, and each of it with {@code detailed}; the JSON has all of it. */
    void installed(List<InstalledProgram> programs, List<RegisteredService> added) {
        page.blank().line(messages.text("report.installed", programs.size(), added.size()));
        if (rendering.detailed()) {
            programs.forEach(program -> page.hanging("  ", program.name() + "  " + program.version()));
        }
        added.forEach(service ->
                page.hanging("  " + messages.text("report.service") + " ", service.name() + "  " + service.title()));
    }

    void confirmation(Confirmation confirmation) {
        String at = TIME.format(confirmation.at().atZone(rendering.zone()));
        page.blank()
                .line(confirmation
                        .by()
                        .map(by -> messages.text("report.confirmed", by, at))
                        .orElseGet(() -> messages.text("report.not-confirmed")));
        confirmation.left().forEach(left -> page.hanging("  " + messages.text("report.confirmed.left") + " ", left));
        confirmation
                .remarks()
                .forEach(remark -> page.hanging("  " + messages.text("report.confirmed.remark") + " ", remark));
    }
}
