package io.fieldstick.report;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.LeftBehind;
import io.fieldstick.userdata.UserDataReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page says first: the verdict in a sentence, and the few numbers behind it.
 *
 * @param verdict what the exit code means
 */
record Glance(Tone tone, Message verdict, List<Tile> tiles) {

    /** How good the news is; it colours what it is about. */
    enum Tone {
        WELL,
        PLAIN,
        ATTENTION,
        STOP
    }

    /** One number with what it counts; {@code beside} says more of it and may be empty. */
    record Tile(Tone tone, String number, Message label, String beside) {}

    static Glance at(Result result, PageWords words) {
        List<Tile> tiles = new ArrayList<>(findings(result.findings(), Finding.Severity.STOP, words));
        result.userData().ifPresent(report -> tiles.addAll(userData(report, words)));
        tiles.addAll(findings(result.findings(), Finding.Severity.WARNING, words));
        if (result.userData().isEmpty()) {
            tiles.addAll(outcomes(result.outcomes(), words));
        }
        tiles.addAll(undone(result.undone(), words));
        return new Glance(tone(result), verdict(result), tiles);
    }

    /* The codes never change their meaning; one that says "restart" is the caller's own number. */
    private static Message verdict(Result result) {
        return switch (result.exit()) {
            case 0 -> Message.of("page.exit.done");
            case 3 -> Message.of("page.exit.incomplete");
            case 4 -> Message.of("page.exit.differs");
            case 6 -> Message.of("page.exit.refused");
            case 8 -> Message.of("page.exit.undo-partial");
            case 130 -> Message.of("page.exit.interrupted");
            default ->
                result.restartRequired() ? Message.of("page.exit.restart") : Message.of("page.exit", result.exit());
        };
    }

    private static Tone tone(Result result) {
        return switch (result.exit()) {
            case 0 -> Tone.WELL;
            case 4, 6, 8 -> Tone.STOP;
            default -> Tone.ATTENTION;
        };
    }

    static Tone tone(BackupFit fit) {
        return switch (fit.verdict()) {
            case FITS -> Tone.WELL;
            case TIGHT -> Tone.ATTENTION;
            case DOES_NOT_FIT -> Tone.STOP;
        };
    }

    private static List<Tile> userData(UserDataReport report, PageWords words) {
        LeftBehind left = report.leftBehind();
        Count total = report.total();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(Tone.PLAIN, total.files(), "page.tile.to-save", words.size(total.bytes()), words));
        if (left.unexplainedFiles() > 0) {
            String size = words.size(left.unexplainedBytes());
            tiles.add(tile(Tone.STOP, left.unexplainedFiles(), "page.tile.unexplained", size, words));
        }
        if (total.encryptedFiles() > 0) {
            tiles.add(tile(Tone.STOP, total.encryptedFiles(), "page.tile.encrypted", "", words));
        }
        if (total.cloudFiles() > 0) {
            String size = words.size(total.cloudBytes());
            tiles.add(tile(Tone.PLAIN, total.cloudFiles(), "page.tile.cloud", size, words));
        }
        long unread = report.notRead().size() + report.unlisted();
        if (unread > 0) {
            tiles.add(tile(Tone.ATTENTION, unread, "page.tile.not-read", "", words));
        }
        return tiles;
    }

    private static List<Tile> findings(List<Finding> findings, Finding.Severity severity, PageWords words) {
        long count = findings.stream().filter(one -> one.severity() == severity).count();
        Tone tone = severity == Finding.Severity.STOP ? Tone.STOP : Tone.ATTENTION;
        return count == 0 ? List.of() : List.of(tile(tone, count, "page.finding." + Word.of(severity), "", words));
    }

    private static List<Tile> outcomes(List<Outcome> outcomes, PageWords words) {
        List<Tile> tiles = new ArrayList<>();
        for (Outcome.Status status : OutcomeGroup.ORDER) {
            long count = outcomes.stream().filter(one -> one.status() == status).count();
            if (count > 0) {
                tiles.add(tile(OutcomeGroup.tone(status), count, "report.status." + Word.of(status), "", words));
            }
        }
        return tiles;
    }

    private static List<Tile> undone(List<UndoRun.Step> steps, PageWords words) {
        List<Tile> tiles = new ArrayList<>();
        for (UndoRun.Step.Status status : UndoRun.Step.Status.values()) {
            List<UndoRun.Step> alike =
                    steps.stream().filter(step -> step.status() == status).toList();
            if (!alike.isEmpty()) {
                Tone tone = alike.get(0).settled() ? Tone.WELL : Tone.ATTENTION;
                tiles.add(tile(tone, alike.size(), "report.undo." + Word.of(status), "", words));
            }
        }
        return tiles;
    }

    private static Tile tile(Tone tone, long count, String label, String beside, PageWords words) {
        return new Tile(tone, words.number(count), Message.of(label), beside);
    }
}
