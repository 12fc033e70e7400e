package io.fieldstick.profile.roster;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Problems;
import io.fieldstick.profile.ProfileFile;
import io.fieldstick.profile.ProfileText;
import io.fieldstick.profile.Quote;
import io.fieldstick.profile.SourceText;
import io.fieldstick.profile.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a roster: CSV in any encoding that a spreadsheet saves, with headings in English or Chinese. */
public final class RosterReader {
    private final SourceText source;
    private final Problems problems;
    private final List<Message> notes;

    private RosterReader(ProfileText text, Problems problems) {
        this.source = text.source();
        this.problems = problems;
        this.notes = new ArrayList<>(text.notes());
    }

    /** The roster, or everything that is wrong with it. */
    public sealed interface Reading {
        /** A roster without a fault. */
        record Accepted(Roster roster) implements Reading {}

        /** At least one problem, in the order of their places. */
        record Refused(List<Problem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads {@code file}. */
    public static Reading read(Path file) {
        Problems problems = new Problems();
        Optional<Roster> roster = ProfileFile.read(file, Optional.empty(), problems)
                .map(text -> new RosterReader(text, problems).roster());
        return roster.isPresent() && problems.isEmpty()
                ? new Reading.Accepted(roster.get())
                : new Reading.Refused(problems.sorted(List.of(file.toString())));
    }

    private Roster roster() {
        List<CsvTable.Line> lines = CsvTable.read(source, problems);
        int broken = problems.size();
        List<RosterRow> rows = new ArrayList<>();
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of(Message.of("roster.empty", source.name()), Span.whole(source))
                    .help(Message.of("roster.headings")));
        } else if (!lines.isEmpty()) {
            Map<Column, Integer> columns = columns(lines.get(0));
            // The rows above one that is no CSV are told of too; without headings nothing can be said of any.
            if (problems.size() == broken) {
                RowReader reader = new RowReader(columns, lines.get(0).cells().size(), problems);
                lines.stream().skip(1).map(reader::row).forEach(rows::add);
                reportDuplicates(rows, lines, columns);
            }
        }
        return new Roster(source.name(), rows, notes);
    }

    private Map<Column, Integer> columns(CsvTable.Line heading) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            CsvTable.Cell cell = heading.cells().get(i);
            Optional<Column> column = Column.of(cell.text());
            if (column.isEmpty() && !cell.text().isEmpty()) {
                ignored.add(Quote.of(cell.text()));
            }
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                problems.add(Problem.of(
                        Message.of("roster.heading-twice", column.get().heading()), cell.at()));
            }
        }
        requireColumns(columns.keySet(), heading);
        if (!ignored.isEmpty()) {
            notes.add(Message.of("roster.ignored", source.name(), String.join(", ", ignored)));
        }
        return columns;
    }

    private void requireColumns(Set<Column> found, CsvTable.Line heading) {
        List<String> missing = new ArrayList<>();
        if (!found.contains(Column.SERIAL) && !found.contains(Column.MAC)) {
            missing.add("serial / mac");
        }
        for (Column needed : EnumSet.of(Column.DEPT, Column.USER)) {
            if (!found.contains(needed)) {
                missing.add(needed.heading());
            }
        }
        if (!missing.isEmpty()) {
            String text = source.line(heading.number());
            Span line = new Span(source, heading.number(), 1, Math.max(1, text.codePointCount(0, text.length())));
            problems.add(Problem.of(Message.of("roster.heading-missing", String.join(", ", missing)), line)
                    .help(Message.of("roster.headings")));
        }
    }

    /** A serial number or an address that stands in two rows. */
    private void reportDuplicates(List<RosterRow> rows, List<CsvTable.Line> lines, Map<Column, Integer> columns) {
        Map<Integer, CsvTable.Line> byNumber = new HashMap<>();
        lines.forEach(line -> byNumber.put(line.number(), line));
        Map<String, RosterRow> seen = new HashMap<>();
        for (RosterRow row : rows) {
            CsvTable.Line line = byNumber.getOrDefault(row.line(), lines.get(0));
            row.serial()
                    .ifPresent(serial -> duplicate(
                            seen,
                            "s " + serial.toUpperCase(Locale.ROOT),
                            row,
                            line,
                            columns.getOrDefault(Column.SERIAL, 0),
                            serial));
            row.addresses()
                    .forEach(address -> duplicate(
                            seen, "m " + address, row, line, columns.getOrDefault(Column.MAC, 0), address.text()));
        }
    }

    private void duplicate(
            Map<String, RosterRow> seen, String key, RosterRow row, CsvTable.Line line, int column, String written) {
        RosterRow first = seen.putIfAbsent(key, row);
        if (first != null && first.line() != row.line()) {
            problems.add(Problem.of(
                            Message.of("roster.twice", Quote.of(written)),
                            line.cells().get(column).at())
                    .help(Message.of("roster.twice-help", first.line(), first.user())));
        }
    }
}
