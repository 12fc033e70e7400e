package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.stick.Case;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the cases of a run lie: on the stick, where {@code --case} says, or, where the stick is read-only, on this computer. */
record CasePlaces(Surroundings surroundings, GlobalOptions options, Instant started) {
    /** The registry key that is there in WinPE only (MS docs: "Detect WinPE"). */
    private static final RegistryKey WINPE = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\MiniNT");

    /** Below a folder that only administrators write to by default; anybody may make a folder in {@code %ProgramData%}. */
    private static final String ON_COMPUTER = "%ProgramFiles%\\Fieldstick\\cases";

    /** Makes a case about {@code subject} on the stick, or where the options say; empty where that cannot be written to. */
    Optional<Case> create(String subject) {
        return Case.create(place(), subject, started);
    }

    /**
     * Makes a case about the running {@code windows}, which may lie on it where the stick is read-only; then a note says
     * so.
     */
    Optional<Case> create(String computer, Windows windows, Consumer<Message> notes) {
        Optional<Case> made = create(computer);
        if (made.isEmpty() && options.caseFolder != null) {
            notes.accept(unwritable());
            return made;
        }
        return made.isPresent() ? made : onThisComputer(computer, windows, notes);
    }

    /** That no case was kept because its place, which is not on this computer, cannot be written to. */
    Message unwritable() {
        return Message.of("cli.no-case.place", place());
    }

    /** The end of a run that changes nothing because it could not say what it changed. */
    CommandFailure noJournal() {
        Message what =
                options.caseFolder == null ? Message.of("cli.no-journal") : Message.of("cli.no-journal.place", place());
        return new CommandFailure(ExitCode.REFUSED, what, Message.of("cli.no-journal.help"));
    }

    private Optional<Case> onThisComputer(String computer, Windows windows, Consumer<Message> notes) {
        if (windows.registry().exists(WINPE).orElse(false)) {
            notes.accept(Message.of("cli.no-case.winpe"));
            return Optional.empty();
        }
        Optional<Case> made = onComputer(windows)
                .map(folder -> Case.create(folder, computer, started))
                .orElse(Optional.empty());
        notes.accept(made.map(opened -> Message.of("cli.case-on-computer", opened.folder()))
                .orElse(Message.of("cli.no-case")));
        return made;
    }

    /** Beside the case that {@code --case} names where it names one. */
    private Path place() {
        if (options.caseFolder == null) {
            return surroundings.home().cases();
        }
        Path named = surroundings.resolve(options.caseFolder);
        Path parent = named.getParent();
        return parent != null && new Case(named).isThere() ? parent : named;
    }

    /** Where the cases of this computer may lie, the likeliest place first. */
    List<Path> folders(WindowsView windows) {
        List<Path> folders = new ArrayList<>(named());
        folders.addAll(usual(windows));
        return folders;
    }

    /** The cases that may be of this computer: first those where the options say, then the others, each the newest first. */
    List<Case> all(WindowsView windows) {
        List<Case> cases = new ArrayList<>(Case.in(named()));
        cases.addAll(Case.in(usual(windows)));
        return cases;
    }

    private List<Path> named() {
        return options.caseFolder == null ? List.of() : List.of(surroundings.resolve(options.caseFolder));
    }

    private List<Path> usual(WindowsView windows) {
        List<Path> folders = new ArrayList<>(List.of(surroundings.home().cases()));
        onComputer(windows).map(folders::add);
        return folders;
    }

    /** Where cases lie that cannot lie on the stick: whoever could write there could make an administrator undo anything. */
    static Reading<Path> onComputer(WindowsView windows) {
        return EnvironmentVariables.ofMachine(windows.registry())
                .path(ON_COMPUTER)
                .flatMap(CasePlaces::path);
    }

    /** The registry may say anything. */
    private static Reading<Path> path(String text) {
        try {
            return Reading.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            return Reading.absent();
        }
    }
}
