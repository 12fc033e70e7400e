package io.fieldstick.report;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.VisibleText;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.LeftBehind;
import io.fieldstick.userdata.Link;
import io.fieldstick.userdata.MailStore;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.SpecialData;
import io.fieldstick.userdata.StoreProblem;
import io.fieldstick.userdata.UserData;
import io.fieldstick.userdata.UserDataItem;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.WindowsError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as one table for a spreadsheet (RFC 4180), which also stays one when the tables of many computers are put
 * together: every line says whose it is.
 */
final class CsvReport implements Format {
    /** In front of a file in Unicode, this is how Excel knows that it is one. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a formula of a cell, also as Chinese keyboards type it (OWASP: "CSV Injection"). */
    private static final String BEGINS_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** Excel takes no more than 32,767 characters in a cell (Microsoft: "Excel specifications and limits"). */
    private static final int LONGEST_CELL = 32_000;

    private static final String BETWEEN = "; ";

    private final Messages messages;
    private final ZoneId zone;
    private final boolean unicode;

    CsvReport(Rendering rendering) {
        this.messages = rendering.messages();
        this.zone = rendering.zone();
        this.unicode = rendering.charset().name().startsWith("UTF-");
    }

    /**
     * A line but for what all lines have in common; a cell that does not apply is empty.
     *
     * @param part what the line is about: {@code setting}, {@code finding}, {@code user-data} ...
     * @param where the path, or where it was read and what was there
     * @param advice what a person should know or do
     */
    private record Row(
            String part,
            String name,
            String about,
            String status,
            String desired,
            String before,
            String actual,
            String where,
            String advice,
            String files,
            String bytes,
            String newest) {

        static final List<String> NAMES = List.of(
                "part", "name", "about", "status", "desired", "before", "actual", "where", "advice", "files", "bytes",
                "newest");

        /** One that is about a place, and how much lies there. */
        static Row place(String part, String name, String about, String status, String where, String advice) {
            return new Row(part, name, about, status, "", "", "", where, advice, "", "", "");
        }

        Row with(Count count) {
            return new Row(
                    part,
                    name,
                    about,
                    status,
                    desired,
                    before,
                    actual,
                    where,
                    advice,
                    Long.toString(count.files()),
                    Long.toString(count.bytes()),
                    count.newest().map(Instant::toString).orElse(""));
        }

        Stream<String> cells() {
            return Stream.of(part, name, about, status, desired, before, actual, where, advice, files, bytes, newest);
        }
    }

    @Override
    public String of(Result result) {
        List<String> common = List.of(
                result.computer(),
                result.run(),
                result.command(),
                result.started().toString());
        StringBuilder csv = new StringBuilder(unicode ? BYTE_ORDER_MARK : "");
        line(csv, Stream.concat(Stream.of("computer", "run", "command", "started"), Row.NAMES.stream()));
        rows(result).forEach(row -> line(csv, Stream.concat(common.stream(), row.cells())));
        return csv.toString();
    }

    private Stream<Row> rows(Result result) {
        Stream<Row> all = Stream.of(
                        result.findings().stream().map(this::row),
                        result.outcomes().stream().map(this::row),
                        result.others().stream().map(this::row),
                        result.undone().stream().map(this::row),
                        result.userData().stream().flatMap(this::rows))
                .flatMap(Function.identity());
        return Stream.concat(
                all, result.notes().stream().map(note -> Row.place("note", "", "", "", "", messages.text(note))));
    }

    private Row row(Outcome outcome) {
        return new Row(
                "setting",
                outcome.setting(),
                messages.text(outcome.title()),
                Word.of(outcome.status()),
                messages.text(outcome.desired()),
                messages.text(outcome.before()),
                messages.text(outcome.actual()),
                seen(outcome.evidence()),
                advice(outcome.notes(), outcome.refusals()),
                "",
                "",
                "");
    }

    private Row row(InstalledProgram program) {
        return new Row(
                "other-program",
                program.versioned(),
                program.publisher(),
                "in-no-rule",
                "",
                "",
                "",
                program.keys().get(0).toString(),
                "",
                "",
                "",
                program.day(zone).map(LocalDate::toString).orElse(""));
    }

    private Row row(Finding finding) {
        return new Row(
                "finding",
                finding.kind(),
                finding.subject(),
                Word.of(finding.severity()),
                "",
                "",
                messages.text(finding.what()),
                seen(finding.evidence()),
                advice(finding.advice(), List.of()),
                "",
                "",
                "");
    }

    private Row row(UndoRun.Step step) {
        String change = messages.text(step.change().title());
        return Row.place(
                "undo", step.setting(), change, Word.of(step.status()), "", advice(step.notes(), step.refusals()));
    }

    private Stream<Row> rows(UserDataReport report) {
        String drive = report.windowsDrive();
        return Stream.of(
                        report.leftBehind().unexplained().stream().map(CsvReport::row),
                        report.users().stream()
                                .flatMap(user -> user.items().stream()
                                        .map(item -> row(item, user.user().name(), drive))),
                        report.users().stream()
                                .filter(user -> !user.registryRead())
                                .map(this::unread),
                        report.shared().stream().map(item -> row(item, "", drive)),
                        report.special().stream().flatMap(program -> rows(program, drive)),
                        report.mailStores().stream().map(this::row),
                        report.encrypted().stream().map(path -> Row.place("encrypted", "", "", "", path, "")),
                        report.notRead().stream().map(this::row),
                        report.links().stream().map(CsvReport::row),
                        Stream.of(Row.place("total", "", "", report.isComplete() ? "complete" : "incomplete", "", "")
                                .with(report.total())))
                .flatMap(Function.identity());
    }

    private Stream<Row> rows(SpecialData program, String windowsDrive) {
        Row head =
                Row.place("program", program.name(), "", "", seen(program.evidence()), messages.text(program.advice()));
        return Stream.concat(
                Stream.of(head), program.items().stream().map(item -> row(item, program.name(), windowsDrive)));
    }

    private static Row row(LeftBehind.Unexplained one) {
        return Row.place("unexplained", "", "", "", one.path(), "").with(one.count());
    }

    private Row row(UserDataItem item, String user, String windowsDrive) {
        String remarks = advice(Remarks.of(item, windowsDrive, false), List.of());
        return Row.place("user-data", item.kind(), user, Word.of(item.state()), item.path(), remarks)
                .with(item.count());
    }

    private Row unread(UserData user) {
        String why = messages.text("report.user.registry-unread");
        return Row.place(
                "not-read",
                "",
                user.user().name(),
                "unreadable",
                "HKU\\" + user.user().sid(),
                why);
    }

    private Row row(MailStore store) {
        List<Message> problems =
                store.problems().stream().map(StoreProblem::what).toList();
        String users = store.registrations().stream()
                .map(MailStore.Registration::user)
                .distinct()
                .collect(Collectors.joining(BETWEEN));
        Row row =
                Row.place("mail-store", "", users, Word.of(store.header()), store.path(), advice(problems, List.of()));
        return store.file().map(file -> row.with(count(file))).orElse(row);
    }

    private static Count count(FileEntry file) {
        return file.isOnlyInCloud()
                ? new Count(0, 0, 1, file.size(), 0, 0, 0, Optional.of(file.modified()))
                : new Count(1, file.size(), 0, 0, 0, 0, 0, Optional.of(file.modified()));
    }

    private Row row(NotRead one) {
        return Row.place("not-read", "", "", "unreadable", one.where(), advice(List.of(), List.of(one.why())));
    }

    private static Row row(Link link) {
        return Row.place("link", "", "", "behind-link", link.path(), "");
    }

    private static String seen(List<Evidence> evidence) {
        return evidence.stream().map(one -> one.where() + " = " + one.value()).collect(Collectors.joining(BETWEEN));
    }

    private String advice(List<Message> sentences, List<WindowsError> refusals) {
        Stream<String> refused = refusals.stream()
                .map(error -> messages.text(
                        "report.about", error.tried(), messages.text(Word.whoseCode(error)) + " " + error.said()));
        return Stream.concat(refused, sentences.stream().map(messages::text)).collect(Collectors.joining(BETWEEN));
    }

    private static void line(StringBuilder csv, Stream<String> cells) {
        csv.append(cells.map(CsvReport::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String cell(String text) {
        String shown = shortened(VisibleText.of(text));
        boolean formula = !shown.isEmpty() && BEGINS_FORMULA.indexOf(shown.charAt(0)) >= 0;
        String harmless = formula ? "'" + shown : shown;
        boolean plain = harmless.chars().allMatch(c -> c > ' ' && c != ',' && c != '"' && c != ';');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_CELL) {
            return text;
        }
        boolean betweenHalves = Character.isLowSurrogate(text.charAt(LONGEST_CELL));
        return text.substring(0, betweenHalves ? LONGEST_CELL - 1 : LONGEST_CELL) + "...";
    }
}
