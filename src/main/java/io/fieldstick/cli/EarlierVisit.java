package io.fieldstick.cli;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Drift;
import io.fieldstick.provision.EarlierResult;
import io.fieldstick.provision.EarlierResult.Program;
import io.fieldstick.provision.Outcome;
import io.fieldstick.stick.Case;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Windows;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The visit that {@code verify --against} compares with, and what is told of the comparison. */
record EarlierVisit(EarlierResult result) {

    /**
     * Finds the visit by the name of its case, its folder or its {@code result.json}.
     *
     * @throws CommandFailure where there is none, or its result cannot be used
     */
    static EarlierVisit find(Session session, Windows windows, String named) {
        Path file = file(session, windows, named);
        try {
            return new EarlierVisit(EarlierResult.read(file));
        } catch (EarlierResult.Unusable e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Message.of("cli.against-unusable", file, e.reason()),
                    Message.of("cli.against.help"));
        }
    }

    private static Path file(Session session, Windows windows, String named) {
        try {
            List<Path> places = new ArrayList<>();
            places.add(session.resolve(Path.of(named)));
            session.cases().folders(windows).forEach(folder -> places.add(folder.resolve(named)));
            for (Path place : places) {
                if (Files.isRegularFile(place)) {
                    return place;
                }
                Path result = new Case(place).result();
                if (Files.isRegularFile(result)) {
                    return result;
                }
            }
        } catch (InvalidPathException e) {
            // No path, so no visit either: the same answer.
        }
        throw new CommandFailure(
                ExitCode.USAGE, Message.of("cli.against-missing", named), Message.of("cli.against.help"));
    }

    /** What to know of the comparison as a whole. */
    List<Message> notes(String computer, Drift drift) {
        List<Message> notes = new ArrayList<>();
        notes.add(
                drift.isEmpty()
                        ? Message.of("cli.against.same", result.run(), result.started())
                        : Message.of("cli.against.compared", result.run(), result.started()));
        if (!result.computer().equalsIgnoreCase(computer)) {
            notes.add(Message.of("cli.against.other-computer", result.computer(), computer));
        }
        if (result.programs().isEmpty()) {
            notes.add(Message.of("cli.against.no-programs"));
        }
        return notes;
    }

    /** A finding for each difference. */
    static List<Finding> findings(Drift drift) {
        List<Finding> findings = new ArrayList<>();
        drift.gained().forEach(program -> findings.add(program("since/program-gained", program, "cli.since.gained")));
        drift.lost().forEach(program -> findings.add(program("since/program-lost", program, "cli.since.lost")));
        drift.updated()
                .forEach(update -> findings.add(new Finding(
                        Severity.INFO,
                        "since/program-updated",
                        update.name(),
                        Message.of("cli.since.updated", update.before(), update.actual()),
                        List.of(),
                        List.of())));
        drift.settings().forEach(changed -> findings.add(setting(changed)));
        return findings;
    }

    private static Finding program(String kind, Program program, String key) {
        String subject = program.version().isEmpty() ? program.name() : program.name() + " " + program.version();
        return new Finding(Severity.INFO, kind, subject, Message.of(key), List.of(), List.of());
    }

    private static Finding setting(Drift.Changed changed) {
        Outcome actual = changed.actual();
        List<Evidence> evidence = actual.evidence();
        Message what = Message.of("cli.since.drifted", changed.before().actual(), actual.actual());
        return new Finding(Severity.WARNING, "since/setting-drifted", actual.setting(), what, evidence, List.of());
    }
}
