package io.fieldstick.profile;

import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Secrets;
import io.fieldstick.message.VisibleText;
import java.util.List;
import java.util.regex.Pattern;

/** Shows problems as text: the place, the line, a caret below what is meant, and what to do. */
public final class ProblemRenderer {
    private final Messages messages;

    public ProblemRenderer(Messages messages) {
        this.messages = messages;
    }

    /** Several lines, each ended, that begin with "error:". */
    public String error(Problem problem) {
        return shown(Message.of("profile.shown.error", problem.what()), problem);
    }

    private static final Pattern SECRET = Pattern.compile("[^\\s/\\\\\"'`,{}]+:(?![\\\\/])[^\\s\"'`]*@");

    /** As {@link #error}, for what does not stop the program. */
    public String warning(Problem problem) {
        return shown(Message.of("profile.shown.warning", problem.what()), problem);
    }

    /** One line for a note that belongs to no problem. */
    public String note(Message note) {
        return line(Message.of("profile.shown.note", note));
    }

    /** All of them, with an empty line between. */
    public String errors(List<Problem> problems) {
        return String.join("\n", problems.stream().map(this::error).toList());
    }

    private String shown(Message headline, Problem problem) {
        StringBuilder text = new StringBuilder(line(headline));
        Span at = problem.at();
        String number = at.source().isFile() && !at.isWhole() ? String.valueOf(at.line()) : "";
        String margin = " ".repeat(Math.max(1, number.length()) + 1);
        text.append(margin)
                .append("--> ")
                .append(VisibleText.of(Secrets.hidden(at.place())))
                .append('\n');
        if (!at.isWhole()) {
            Snippet snippet = Snippet.of(at);
            String label = problem.label()
                    .map(m -> " " + VisibleText.of(messages.text(m)))
                    .orElse("");
            String empty = margin + " |";
            text.append(empty).append('\n');
            text.append(number.isEmpty() ? empty : " " + number + " |")
                    .append(' ')
                    .append(snippet.line())
                    .append('\n');
            text.append(empty).append(' ').append(snippet.caret()).append(label).append('\n');
            if (!problem.help().isEmpty() || !problem.notes().isEmpty()) {
                text.append(empty).append('\n');
            }
        }
        problem.help().forEach(help -> text.append(line(Message.of("profile.shown.help", help))));
        problem.notes().forEach(note -> text.append(line(Message.of("profile.shown.note", note))));
        return masked(text.toString());
    }

    /** {@code text} with a star for each character of a user name and password before an {@code @}: the screen is no place for them. */
    private static String masked(String text) {
        return SECRET.matcher(text)
                .replaceAll(secret -> "*".repeat(secret.group().length() - 1) + "@");
    }

    private String line(Message message) {
        return VisibleText.of(messages.text(message)) + "\n";
    }

    /** The line of a span, cut around it, and the carets that go below it. */
    private record Snippet(String line, String caret) {
        /** Columns of the file's line that are shown: with the margin it still fits a console of 120. */
        private static final int COLUMNS = 100;

        /** Columns that are kept before the caret when the line is cut. */
        private static final int BEFORE = 30;

        private static final String CUT = "...";

        static Snippet of(Span at) {
            int[] characters = Secrets.hidden(at.source().line(at.line()).stripTrailing())
                    .codePoints()
                    .toArray();
            int start = Math.min(at.column() - 1, characters.length);
            int from = width(characters, 0, characters.length) <= COLUMNS ? 0 : firstShown(characters, start);
            int to = lastShown(characters, from);
            int end = Math.max(start, Math.min(start + at.length(), to));
            String before = from > 0 ? CUT : "";
            String after = to < characters.length ? CUT : "";
            String indent = " ".repeat(before.length() + width(characters, from, start));
            String caret = "^".repeat(Math.max(1, width(characters, start, end)));
            return new Snippet(before + text(characters, from, to) + after, indent + caret);
        }

        private static int firstShown(int[] characters, int start) {
            int from = start;
            int columns = 0;
            while (from > 0 && columns < BEFORE) {
                from--;
                columns += width(characters, from, from + 1);
            }
            return from;
        }

        private static int lastShown(int[] characters, int from) {
            int to = from;
            int columns = 0;
            while (to < characters.length && columns < COLUMNS) {
                columns += width(characters, to, to + 1);
                to++;
            }
            return to;
        }

        private static int width(int[] characters, int from, int to) {
            int columns = 0;
            for (int i = from; i < to; i++) {
                columns += DisplayWidth.of(VisibleText.of(characters[i]));
            }
            return columns;
        }

        private static String text(int[] characters, int from, int to) {
            StringBuilder text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append(VisibleText.of(characters[i]));
            }
            return text.toString();
        }
    }
}
