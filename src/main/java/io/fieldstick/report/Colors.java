package io.fieldstick.report;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Messages;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Colours for a text report on a console: the word that a line begins with says how a thing stands, and gets the colour
 * of that. A text without colours says the same.
 */
public final class Colors {
    /** SGR of ECMA-48; consoles of Windows 10 and later understand it (MS docs: Console Virtual Terminal Sequences). */
    private static final String GOOD = "\u001B[32m";

    private static final String CHANGE = "\u001B[36m";
    private static final String CARE = "\u001B[33m";
    private static final String BAD = "\u001B[1;31m";
    private static final String ASIDE = "\u001B[90m";
    private static final String PLAIN = "\u001B[0m";

    private final Map<String, String> byWord = new LinkedHashMap<>();

    public Colors(Messages messages) {
        for (Outcome.Status status : Outcome.Status.values()) {
            byWord.put(messages.text("report.status." + Word.of(status)), of(status));
        }
        for (Finding.Severity severity : Finding.Severity.values()) {
            byWord.put(messages.text("report.severity." + Word.of(severity)), of(severity));
        }
        for (UndoRun.Step.Status status : UndoRun.Step.Status.values()) {
            byWord.put(messages.text("report.undo." + Word.of(status)), of(status));
        }
    }

    private static String of(Outcome.Status status) {
        return switch (status) {
            case AS_DESIRED -> GOOD;
            case CHANGED, WOULD_CHANGE -> CHANGE;
            case DIFFERS, FAILED -> BAD;
            case BY_HAND, WAIVED, UNKNOWN -> CARE;
            case NOT_APPLICABLE -> ASIDE;
        };
    }

    private static String of(Finding.Severity severity) {
        return switch (severity) {
            case INFO -> ASIDE;
            case WARNING, INCOMPLETE -> CARE;
            case STOP -> BAD;
        };
    }

    private static String of(UndoRun.Step.Status status) {
        return switch (status) {
            case UNDONE -> GOOD;
            case WOULD_UNDO -> CHANGE;
            case NOTHING_TO_UNDO -> ASIDE;
            case BY_HAND -> CARE;
            case CHANGED_SINCE, FAILED -> BAD;
        };
    }

    /** {@code text} with its words in colour; what else is in it stays as it is. */
    public String of(String text) {
        return text.lines().map(line -> colored(line) + "\n").collect(Collectors.joining());
    }

    /** A word counts where it fills the first column; elsewhere it is one of a sentence. */
    private String colored(String line) {
        return byWord.entrySet().stream()
                .filter(word -> line.startsWith(Page.padded(word.getKey(), TextReport.STATUS_COLUMNS)))
                .findFirst()
                .map(word -> word.getValue()
                        + word.getKey()
                        + PLAIN
                        + line.substring(word.getKey().length()))
                .orElse(line);
    }
}
