package io.fieldstick.profile.roster;

import io.fieldstick.message.Message;
import io.fieldstick.message.VisibleText;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Problems;
import io.fieldstick.profile.Quote;
import io.fieldstick.windows.MacAddress;
import io.fieldstick.windows.Smbios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes rows of lines; what is wrong with a line is reported, all of it at once. */
final class RowReader {
    /** Longer than any cell that a person writes. */
    private static final int LONGEST = 100;

    /** What Excel makes of a serial number of digits, or of one like 12E5, in a cell that is not text. */
    private static final Pattern MADE_A_NUMBER = Pattern.compile("\\d([.,]\\d+)?E\\+\\d+");

    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[;,/|、，；\\n]+");

    private final Map<Column, Integer> columns;
    private final int width;
    private final Problems problems;

    /** {@code width}: how many cells the headings have. */
    RowReader(Map<Column, Integer> columns, int width, Problems problems) {
        this.columns = Map.copyOf(columns);
        this.width = width;
        this.problems = problems;
    }

    /** The row; one with a fault is reported and may be lacking in what is wrong. */
    RosterRow row(CsvTable.Line line) {
        line.cells().stream()
                .filter(cell -> cell.text().length() > LONGEST)
                .findFirst()
                .ifPresent(cell -> problem(Message.of("roster.long", LONGEST), cell));
        line.cells().stream()
                .skip(width)
                .filter(cell -> !cell.text().isEmpty())
                .findFirst()
                .ifPresent(cell -> problem(Message.of("roster.extra", width), cell));
        Optional<CsvTable.Cell> serial = cell(line, Column.SERIAL);
        Optional<CsvTable.Cell> mac = cell(line, Column.MAC);
        if (serial.isEmpty() && mac.isEmpty()) {
            problem(Message.of("roster.no-machine"), line.cells().get(0));
        }
        serial.ifPresent(this::checkSerial);
        return new RosterRow(
                line.number(),
                text(line, Column.SERIAL),
                mac.map(this::addresses).orElse(List.of()),
                required(line, Column.DEPT),
                required(line, Column.USER),
                text(line, Column.SURNAME),
                text(line, Column.ROOM).orElse(""),
                text(line, Column.SOCKET).orElse(""));
    }

    private void checkSerial(CsvTable.Cell cell) {
        if (MADE_A_NUMBER.matcher(cell.text()).matches()) {
            problems.add(Problem.of(Message.of("roster.made-a-number", cell.text()), cell.at())
                    .help(Message.of("roster.made-a-number-help")));
        } else if (Smbios.isPlaceholder(cell.text())) {
            problems.add(Problem.of(Message.of("roster.placeholder", Quote.of(cell.text())), cell.at())
                    .help(Message.of("roster.placeholder-help")));
        }
    }

    private List<MacAddress> addresses(CsvTable.Cell cell) {
        List<MacAddress> addresses = new ArrayList<>();
        BETWEEN_ADDRESSES
                .splitAsStream(cell.text())
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .forEach(written -> address(written, cell).ifPresent(addresses::add));
        return addresses;
    }

    private Optional<MacAddress> address(String written, CsvTable.Cell cell) {
        Optional<MacAddress> address = MacAddress.parse(written).filter(MacAddress::isOfOneAdapter);
        if (address.isEmpty()) {
            problems.add(Problem.of(
                            Message.of("roster.mac", Quote.of(written)),
                            cell.at().of(written))
                    .help(Message.of("roster.mac-help")));
        }
        return address;
    }

    private String required(CsvTable.Line line, Column column) {
        Optional<String> text = text(line, column);
        if (text.isEmpty()) {
            int last = line.cells().size() - 1;
            CsvTable.Cell at = line.cells().get(Math.min(columns.getOrDefault(column, last), last));
            problem(Message.of("roster.nothing", column.heading()), at);
        }
        return text.orElse("");
    }

    /** What does not show as itself could say something else on the screen than it is. */
    private Optional<String> text(CsvTable.Line line, Column column) {
        Optional<CsvTable.Cell> cell = cell(line, column);
        cell.filter(found -> !VisibleText.of(found.text()).equals(found.text()))
                .ifPresent(found -> problem(Message.of("roster.invisible"), found));
        return cell.map(CsvTable.Cell::text);
    }

    private Optional<CsvTable.Cell> cell(CsvTable.Line line, Column column) {
        return Optional.ofNullable(columns.get(column))
                .filter(index -> index < line.cells().size())
                .map(line.cells()::get)
                .filter(cell -> !cell.text().isEmpty());
    }

    private void problem(Message what, CsvTable.Cell cell) {
        problems.add(Problem.of(what, cell.at()));
    }
}
