package io.fieldstick.cli;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.ResumeNote;
import io.fieldstick.setting.Resume;
import io.fieldstick.setting.ScheduleResume;
import io.fieldstick.stick.Case;
import io.fieldstick.stick.StickHome;
import io.fieldstick.windows.MachineGuid;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that goes on after a restart: at its end everything that it needs is copied into a folder of administrators only
 * and a task is scheduled, and after the restart it begins with what the note there says.
 *
 * <p>Nothing is ever started from the stick: it may be gone, have another letter, or be another one (decision 0004).
 */
final class Resumption {
    /** A run that needs more restarts than this does not get anywhere. */
    private static final int MOST_RESTARTS = 3;

    private static final String PROFILES = "profiles";
    /** Site files lie beside a profile or below. */
    private static final int PROFILE_DEPTH = 3;

    private Resumption() {}

    /**
     * Begins the run that goes on: the options become those of the run before, and its task is deleted, so that nothing
     * but this one start comes of it.
     */
    static ResumeNote begin(Session session, ProfileOptions options) {
        Path home = session.surroundings().home().folder();
        ResumeNote note = read(home.resolve(ResumeNote.FILE));
        Windows windows = session.windows();
        session.options().noInput = true;
        options.profile = home.resolve(note.profile());
        options.only = note.only();
        options.skip = note.skip();
        options.set = note.answers();
        options.with = Set.copyOf(note.with());
        options.consent = Set.copyOf(note.consent());
        session.options().caseFolder = cases(session, windows, note);
        session.note(Message.of("resume.from", note.run()));
        String task = ScheduleResume.taskOf(note.run());
        try {
            windows.scheduledTasks().delete(task);
        } catch (WindowsException refused) {
            session.note(Message.of("resume.task-stays", task, refused.error().said()));
        }
        return note;
    }

    private static ResumeNote read(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("resume.not-resumed"), Message.of("resume.not-resumed.help"));
        }
        try {
            ResumeNote note = ResumeNote.read(file);
            boolean arePaths = Stream.of(note.cases(), note.profile())
                    .map(Path::of)
                    .noneMatch(path -> path.toString().isEmpty());
            if (!arePaths) {
                throw new IllegalArgumentException("no path");
            }
            return note;
        } catch (IllegalArgumentException damaged) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Message.of("resume.damaged", file, String.valueOf(damaged.getMessage())),
                    Message.of("resume.not-resumed.help"));
        }
    }

    /** The folder with the case of the run before, wherever the stick is now; on this computer where it is gone. */
    private static Path cases(Session session, Windows windows, ResumeNote note) {
        List<Path> places = new ArrayList<>(List.of(Path.of(note.cases())));
        if (note.cases().matches("[A-Za-z]:.*")) {
            windows.volumes()
                    .list()
                    .orElse(List.of())
                    .forEach(volume ->
                            places.add(Path.of(volume.letter() + note.cases().substring(1))));
        }
        String machine = MachineGuid.of(windows.registry()).orElse("");
        String serial = windows.machine().serialNumber().orElse("");
        Optional<Path> there = places.stream()
                .filter(place -> isOf(new Case(place.resolve(note.run())), note, machine, serial))
                .findFirst();
        return there.orElseGet(() -> {
            Path here = CasePlaces.onComputer(windows)
                    .orElse(session.surroundings().home().cases());
            session.note(Message.of("resume.from.on-computer", note.run(), here));
            return here;
        });
    }

    private static boolean isOf(Case visit, ResumeNote note, String machine, String serial) {
        try {
            Journal.Header header = Journal.read(visit.journal()).header();
            return header.run().equals(note.run()) && header.isOf(machine, serial);
        } catch (RuntimeException notThere) {
            return false;
        }
    }

    /** Lets the run go on after the restart that it needs; empty, with a note, where it cannot. */
    static Optional<Outcome> arrange(
            Session session,
            Windows windows,
            Case visit,
            ProfileOptions options,
            LoadedProfile loaded,
            Optional<ResumeNote> before,
            Journal journal) {
        int restarts = before.map(ResumeNote::restarts).orElse(0) + 1;
        if (restarts > MOST_RESTARTS) {
            session.note(Message.of("resume.often-enough", MOST_RESTARTS));
            return Optional.empty();
        }
        session.say(Message.of("resume.copying"));
        ProgramRuns.SafeFolder folder = windows.programRuns().safeFolder();
        boolean arranged = false;
        try {
            copy(session, visit, options, restarts, installers(loaded), folder);
            Resume resume = new Resume(
                    visit.run(),
                    folder.path(),
                    session.started(),
                    windows.programRuns().systemFolder());
            Outcome outcome = Engine.provision(resume, windows, journal);
            arranged = outcome.status() == Outcome.Status.CHANGED;
            return Optional.of(outcome);
        } catch (WindowsException refused) {
            session.note(Message.of(
                    "resume.no-room", refused.error().tried(), refused.error().said()));
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            session.note(Message.of("resume.not-copied", FileTrouble.of(unreadable)));
            return Optional.empty();
        } catch (IllegalArgumentException unusual) {
            // A Windows in a folder, or a computer of a name, that no task is made with.
            session.note(Message.of("resume.not-copied", String.valueOf(unusual.getMessage())));
            return Optional.empty();
        } finally {
            if (!arranged) {
                folder.close();
            }
        }
    }

    private static void copy(
            Session session,
            Case visit,
            ProfileOptions options,
            int restarts,
            Set<String> installers,
            ProgramRuns.SafeFolder folder) {
        Path home = session.surroundings().home().folder();
        Path profile = LoadedProfile.file(session, options);
        boolean carried = profile.startsWith(session.surroundings().home().profiles());
        String relative = carried
                ? home.relativize(profile).toString()
                : Path.of(PROFILES, "resumed", String.valueOf(profile.getFileName()))
                        .toString();
        Path cases = Objects.requireNonNull(visit.folder().toAbsolutePath().getParent());
        ResumeNote note = new ResumeNote(
                visit.run(),
                cases.toString(),
                restarts,
                relative,
                options.only,
                options.skip,
                options.set,
                options.with.stream().sorted().toList(),
                options.consent.stream().sorted().toList());
        try {
            Path kept = Files.writeString(visit.folder().resolve(ResumeNote.FILE), note.text());
            for (Path file : session.surroundings().home().files()) {
                if (isNeeded(file, session.surroundings().home(), installers)) {
                    folder.copyIn(file.toString(), home.relativize(file).toString());
                }
            }
            if (!carried) {
                copyProfiles(profile, Path.of(PROFILES, "resumed"), folder);
            }
            folder.copyIn(kept.toString(), ResumeNote.FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The installers that the settings of the run may need; a stick may carry many more. */
    private static Set<String> installers(LoadedProfile loaded) {
        return loaded.settings().stream()
                .flatMap(setting -> setting.installers().stream())
                .map(file -> file.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean isNeeded(Path file, StickHome home, Set<String> installers) {
        if (!file.startsWith(home.installers())) {
            return true;
        }
        String relative = home.installers().relativize(file).toString().replace('/', '\\');
        return installers.contains(relative.toLowerCase(Locale.ROOT));
    }

    private static void copyProfiles(Path profile, Path target, ProgramRuns.SafeFolder folder) throws IOException {
        Path source = Objects.requireNonNull(profile.getParent());
        Files.walkFileTree(source, Set.of(), PROFILE_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(".yaml")) {
                    folder.copyIn(
                            file.toString(),
                            target.resolve(source.relativize(file).toString()).toString());
                }
                return FileVisitResult.CONTINUE;
            }

            /** A profile may lie anywhere, beside folders that nobody may list; what it needs is missed after the restart. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
