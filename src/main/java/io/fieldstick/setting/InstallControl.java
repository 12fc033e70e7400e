package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.control.ControlInf;
import io.fieldstick.setting.software.FileHashes;
import io.fieldstick.windows.FileWrites;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An ActiveX control is taken out of its package (CAB) into a folder of its own and registered, as its INF says.
 *
 * <p>The package comes from a stick that anybody may have written to: its copy is looked at, where only administrators can
 * write, before anything is taken out of it.
 *
 * @param source the package on the stick
 * @param sha256 the hash that its copy must have
 * @param folder where the files go, see {@link RemoveControl}
 * @param clsid the class that tells whether it is registered
 */
public record InstallControl(String source, String sha256, String folder, String clsid) implements Change {

    @Override
    public Message title() {
        return Message.of("setting.change.install-control", source, folder);
    }

    @Override
    public void makeOn(Windows windows) {
        try (ProgramRuns.SafeFolder safe = windows.programRuns().safeFolder()) {
            String copy = safe.copyIn(source, "package\\" + WindowsPath.name(source));
            Reading<String> hash = new FileHashes(windows.files()).of(copy);
            if (!hash.map(sha256::equalsIgnoreCase).orElse(false)) {
                throw refusal(Message.of("activex.altered", source, hash.orElse("-")));
            }
            List<String> names = windows.fileWrites().extract(copy, safe.path());
            install(safe.path(), names, windows);
        }
    }

    private void install(String from, List<String> names, Windows windows) {
        String inf = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".inf"))
                .findFirst()
                .orElseThrow(() -> refusal(Message.of("activex.inf.none", source)));
        ControlInf says = RemoveControl.inf(windows, WindowsPath.child(from, inf))
                .orElseThrow(() -> refusal(Message.of("activex.inf.none", source)));
        List<Message> faults = new ArrayList<>(says.faults());
        for (ControlInf.CodeFile file : says.files()) {
            if (names.stream().noneMatch(file.name()::equalsIgnoreCase)) {
                faults.add(Message.of("activex.inf.missing", file.name()));
            }
        }
        if (!faults.isEmpty()) {
            throw refusal(faults.toArray(Message[]::new));
        }
        List<Change> back = undoFrom(windows).changes();
        try {
            install(from, inf, says.files(), windows);
        } catch (WindowsException refused) {
            throw takenBack(back, windows)
                    .map(stays -> withHelp(
                            refused,
                            Message.of(
                                    "activex.parts-stay",
                                    folder,
                                    stays.error().tried(),
                                    stays.error().said())))
                    .orElse(refused);
        }
    }

    /** Takes back what was done so far; what stood in the way of that, where something did. */
    private static Optional<WindowsException> takenBack(List<Change> back, Windows windows) {
        try {
            back.forEach(change -> change.makeOn(windows));
            return Optional.empty();
        } catch (WindowsException stays) {
            return Optional.of(stays);
        }
    }

    private static WindowsException withHelp(WindowsException refused, Message more) {
        List<Message> help = new ArrayList<>(refused.help());
        help.add(more);
        return new WindowsException(refused.error(), help.toArray(Message[]::new));
    }

    /** The INF first: by it a run that was killed on the way is taken back. */
    private void install(String from, String inf, List<ControlInf.CodeFile> files, Windows windows) {
        FileWrites writes = windows.fileWrites();
        writes.makeFolder(folder);
        writes.copy(WindowsPath.child(from, inf), WindowsPath.child(folder, RemoveControl.INF));
        for (ControlInf.CodeFile file : files) {
            writes.copy(WindowsPath.child(from, file.name()), WindowsPath.child(folder, file.name()));
        }
        for (ControlInf.CodeFile file : files) {
            if (file.registered()) {
                RemoveControl.registration(windows, WindowsPath.child(folder, file.name()), clsid, true)
                        .makeOn(windows);
            }
        }
    }

    private WindowsException refusal(Message... why) {
        return new WindowsException(new WindowsError(title(), WindowsError.INVALID_DATA, ""), why);
    }

    @Override
    public Undo.By undoFrom(WindowsView before) {
        for (RegistryKey.View view : RegistryKey.View.values()) {
            RegisterServer.serverOf(before, view, clsid).orThrow();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new RemoveControl(folder, clsid));
        changes.addAll(WriteFile.undoOfFolders(WindowsPath.parent(folder), before.files()));
        return new Undo.By(changes);
    }

    /** Begun counts as made: nobody else makes that folder. Not so once the class is another file's. */
    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return Reading.all(List.of(
                windows.files().entry(folder).map(there -> true).ifAbsent(false),
                RemoveControl.isRegisteredElsewhere(folder, clsid, windows).map(elsewhere -> !elsewhere)));
    }
}
