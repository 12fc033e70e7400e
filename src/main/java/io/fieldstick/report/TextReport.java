package io.fieldstick.report;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.Severity;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.WindowsError;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A result as a person reads it on a console: one line where all is well, the whole story where it is not. */
public final class TextReport implements Format {
    /** What the word takes that says how a thing stands. */
    static final int STATUS_COLUMNS = 12;

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Rendering rendering;
    private final Messages messages;
    private final ZoneId zone;
    private final int width;
    private final boolean detailed;

    public TextReport(Rendering rendering) {
        this.rendering = rendering;
        this.messages = rendering.messages();
        this.zone = rendering.zone();
        this.width = rendering.width();
        this.detailed = rendering.detailed();
    }

    @Override
    public String of(Result result) {
        Page page = new Page(width);
        VisitText visit = new VisitText(page, rendering);
        visit.openWork(result.openWork());
        result.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .forEach(finding -> finding(page, finding));
        if (!result.findings().isEmpty() && !result.outcomes().isEmpty()) {
            page.blank();
        }
        result.outcomes().forEach(outcome -> outcome(page, outcome));
        undone(page, result.undone());
        result.userData().ifPresent(report -> new UserDataText(page, messages, detailed).write(report));
        others(page, result.others());
        if (result.services().isPresent()) {
            visit.installed(result.programs().orElse(List.of()), result.addedServices());
        }
        result.backupTo().ifPresent(visit::backup);
        result.confirmation().ifPresent(visit::confirmation);
        summary(page, result);
        result.notes().forEach(note -> page.hanging(messages.text("report.note") + " ", messages.text(note)));
        return page.toString();
    }

    /** What is told of one setting. */
    String of(Outcome outcome) {
        Page page = new Page(width);
        outcome(page, outcome);
        return page.toString();
    }

    /** What is told of one finding. */
    String of(Finding finding) {
        Page page = new Page(width);
        finding(page, finding);
        return page.toString();
    }

    /** What is told of one change that was to be taken back. */
    String of(UndoRun.Step step) {
        Page page = new Page(width);
        step(page, step);
        return page.toString();
    }

    private void finding(Page page, Finding finding) {
        String severity = word("report.severity." + Word.of(finding.severity()));
        String what = messages.text(finding.what());
        String subject = what.contains(finding.subject()) ? "" : finding.subject() + "  ";
        page.hanging(Page.padded(severity, STATUS_COLUMNS), subject + what);
        if (detailed || finding.severity() != Finding.Severity.INFO) {
            evidence(page, finding.evidence());
        }
        finding.advice().forEach(advice -> detail(page, "report.help", messages.text(advice)));
    }

    private void outcome(Page page, Outcome outcome) {
        String status = word("report.status." + Word.of(outcome.status()));
        boolean well =
                (outcome.status() == Status.AS_DESIRED && outcome.refusals().isEmpty())
                        || outcome.status() == Status.NOT_APPLICABLE;
        page.hanging(
                Page.padded(status, STATUS_COLUMNS), messages.text("report.titled", outcome.title(), outcome.actual()));
        if (!well && !outcome.desired().equals(outcome.actual())) {
            detail(page, "report.desired", messages.text(outcome.desired()));
        }
        changes(page, outcome);
        if (detailed || unsettled(outcome.status())) {
            evidence(page, outcome.evidence());
        }
        outcome.refusals().forEach(refusal -> refusal(page, refusal));
        outcome.notes().forEach(note -> detail(page, "report.help", messages.text(note)));
        if (outcome.isInForceLater()) {
            inForce(page, outcome.inForce());
        }
    }

    private static boolean unsettled(Status status) {
        return status == Status.DIFFERS || status == Status.FAILED || status == Status.BY_HAND;
    }

    private void changes(Page page, Outcome outcome) {
        if (outcome.status() == Status.CHANGED && !detailed) {
            detail(page, "report.was", messages.text(outcome.before()));
            return;
        }
        if (outcome.status() != Status.DIFFERS) {
            String done = outcome.changesWereMade() ? "report.done" : "report.would";
            outcome.changes().forEach(change -> detail(page, done, messages.text(change.title())));
        }
    }

    /** Each setting in one line with how many of its changes fared so; step by step where one needs a person. */
    private void undone(Page page, List<UndoRun.Step> steps) {
        Map<String, List<UndoRun.Step>> bySetting = new LinkedHashMap<>();
        steps.forEach(step -> bySetting
                .computeIfAbsent(Word.of(step.status()) + " " + step.setting(), key -> new ArrayList<>())
                .add(step));
        for (List<UndoRun.Step> alike : bySetting.values()) {
            if (detailed || !alike.get(0).settled()) {
                alike.forEach(step -> step(page, step));
            } else {
                String status = word("report.undo." + Word.of(alike.get(0).status()));
                page.hanging(
                        Page.padded(status, STATUS_COLUMNS),
                        messages.text("report.undo.setting", alike.get(0).setting(), alike.size()));
                inForce(page, UndoRun.inForce(alike));
            }
        }
    }

    private void inForce(Page page, InForce when) {
        if (when != InForce.NOW) {
            detail(page, "report.in-force", word("report.in-force." + Word.of(when)));
        }
    }

    /** What is installed and in no rule, for somebody to ask of each whether it is free. */
    private void others(Page page, List<InstalledProgram> others) {
        if (others.isEmpty()) {
            return;
        }
        page.blank();
        page.line(messages.text("report.others", others.size()));
        for (InstalledProgram program : others) {
            String day = program.day(zone).map(LocalDate::toString).orElse("-");
            String by = program.publisher().isEmpty() ? "" : ", " + program.publisher();
            page.hanging("  " + Page.padded(day, STATUS_COLUMNS), program.versioned() + by);
        }
    }

    private void step(Page page, UndoRun.Step step) {
        String status = word("report.undo." + Word.of(step.status()));
        page.hanging(
                Page.padded(status, STATUS_COLUMNS),
                messages.text("report.about", step.setting(), step.change().title()));
        step.refusals().forEach(refusal -> refusal(page, refusal));
        step.notes().forEach(note -> detail(page, "report.help", messages.text(note)));
        inForce(page, UndoRun.inForce(List.of(step)));
    }

    private void refusal(Page page, WindowsError refusal) {
        detail(page, "report.failed", messages.text(refusal.tried()));
        detail(page, Word.whoseCode(refusal), refusal.said());
    }

    private void evidence(Page page, List<Evidence> evidence) {
        for (Evidence one : evidence) {
            String seen = one.where() + " = " + one.value();
            detail(
                    page,
                    "report.evidence." + Word.of(one.kind()),
                    one.since()
                            .map(since -> messages.text("report.since", seen, MINUTES.format(since.atZone(zone))))
                            .orElse(seen));
        }
    }

    private void detail(Page page, String label, String text) {
        page.hanging(" ".repeat(STATUS_COLUMNS) + word(label) + " ", text);
    }

    private void summary(Page page, Result result) {
        if (!result.outcomes().isEmpty()) {
            counts(page, result);
        } else if (result.restartRequired()) {
            page.blank();
        }
        if (result.restartRequired()) {
            page.line(messages.text("report.restart"));
        }
    }

    private void counts(Page page, Result result) {
        page.blank();
        List<Message> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = result.outcomes().stream()
                    .filter(outcome -> outcome.status() == status)
                    .count();
            if (count > 0) {
                counts.add(Message.of("report.count", count, Message.of("report.status." + Word.of(status))));
            }
        }
        if (result.command().equals("verify")) {
            page.line(word("report.verdict." + verdict(result)));
        }
        Message all = counts.stream()
                .reduce((some, next) -> Message.of("report.count.next", some, next))
                .orElseThrow();
        page.line(messages.text("report.summary", result.outcomes().size(), all));
    }

    /** What the run comes to, for who reads only one line. */
    private static String verdict(Result result) {
        boolean differs = result.outcomes().stream()
                .anyMatch(outcome -> outcome.differs() && outcome.severity() == Severity.ERROR);
        boolean unread = result.outcomes().stream()
                .anyMatch(outcome -> outcome.status() == Status.UNKNOWN
                        || !outcome.refusals().isEmpty());
        return differs ? "differs" : unread ? "incomplete" : "as-desired";
    }

    private String word(String key) {
        return messages.text(Message.of(key));
    }
}
