package io.fieldstick.profile.roster;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.fieldstick.message.Message;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Problems;
import io.fieldstick.profile.SourceText;
import io.fieldstick.profile.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a CSV text that are not empty and no comment, as cells with their places. */
final class CsvTable {
    private static final Pattern LINE_OF_ERROR = Pattern.compile("starting at line (\\d+)");

    /** How exports keep a spreadsheet from taking a serial number for a number: {@code ="00123"}. */
    private static final Pattern MADE_TEXT = Pattern.compile("^=\"([^\"]*)\"$");

    private final SourceText source;
    private final char separator;

    private CsvTable(SourceText source) {
        this.source = source;
        this.separator = separator(source);
    }

    /** One cell; {@code text} without blanks around it. */
    record Cell(String text, Span at) {}

    /** The cells of one line. */
    record Line(int number, List<Cell> cells) {}

    /** The lines up to the first that is no CSV, which is reported. */
    static List<Line> read(SourceText source, Problems problems) {
        return new CsvTable(source).lines(problems);
    }

    /** Excel writes semicolons where the comma is the decimal mark, and tabs into "Unicode Text". */
    private static char separator(SourceText source) {
        String heading = source.lines().stream()
                .filter(line -> !line.isBlank() && !isComment(line))
                .findFirst()
                .orElse("");
        if (heading.indexOf('\t') >= 0) {
            return '\t';
        }
        return heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
    }

    /** A spreadsheet may have put a comment in quotes. */
    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("\"#");
    }

    private List<Line> lines(Problems problems) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(String.join("\n", source.lines()))) {
            for (CsvRecord row : reader) {
                boolean blank = row.getFields().stream().allMatch(String::isBlank);
                if (!blank && !row.getField(0).startsWith("#")) {
                    lines.add(line(row));
                }
            }
        } catch (CsvParseException broken) {
            problems.add(broken(broken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private Problem broken(CsvParseException broken) {
        Matcher found = LINE_OF_ERROR.matcher(String.valueOf(broken.getMessage()));
        int line = found.find() ? Integer.parseInt(found.group(1)) : 0;
        String text = source.line(line);
        Span at = new Span(source, line, 1, Math.max(1, text.codePointCount(0, text.length())));
        // The library's other complaint is a row of more than 16384 cells.
        return text.contains("\"")
                ? Problem.of(Message.of("roster.quotes"), at.of("\"")).help(Message.of("roster.quotes-help"))
                : Problem.of(Message.of("roster.wide"), at);
    }

    private Line line(CsvRecord row) {
        int number = (int) row.getStartingLineNumber();
        List<Span> places = places(number);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            // A cell that goes on in the next line takes those after it along: they are told by their row.
            Span at = i < places.size() ? places.get(i) : new Span(source, number, 1, 1);
            cells.add(new Cell(MADE_TEXT.matcher(row.getField(i).strip()).replaceFirst("$1"), at));
        }
        return new Line(number, cells);
    }

    /** Where the cells of a line stand: between separators that are not in quotes. */
    private List<Span> places(int number) {
        String line = source.line(number);
        List<Span> places = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || (!quoted && line.charAt(i) == separator)) {
                places.add(span(number, line, start, i));
                start = i + 1;
            } else if (line.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return places;
    }

    private Span span(int number, String line, int from, int to) {
        int length = line.codePointCount(from, to);
        return new Span(source, number, line.codePointCount(0, from) + 1, Math.max(1, length));
    }
}
