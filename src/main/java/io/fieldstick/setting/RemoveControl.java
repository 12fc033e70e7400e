package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.control.ControlInf;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.ProgramMachine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A control that {@link InstallControl} put into a folder of its own is taken from the registry, and its folder is deleted.
 *
 * @param folder below a folder {@code Fieldstick}, named by the hash of the package: no other folder is ever deleted
 * @param clsid the class that tells whether it is registered
 */
public record RemoveControl(String folder, String clsid) implements Change {
    /** The package's INF as it is kept in the folder. */
    static final String INF = "fieldstick-control.inf";

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z]:\\\\[^:*?\"<>|]+\\\\Fieldstick\\\\[0-9a-f]{12}");

    public RemoveControl {
        if (!FOLDER.matcher(folder).matches() || folder.contains("..")) {
            throw new IllegalArgumentException("no folder of a control: " + folder);
        }
    }

    @Override
    public Message title() {
        return Message.of("setting.change.remove-control", folder);
    }

    @Override
    public void makeOn(Windows windows) {
        List<String> registered = new ArrayList<>(inf(windows, WindowsPath.child(folder, INF)).stream()
                .flatMap(inf -> inf.files().stream())
                .filter(ControlInf.CodeFile::registered)
                .map(file -> WindowsPath.child(folder, file.name()))
                .filter(file -> windows.files().entry(file).isPresent())
                .toList());
        Collections.reverse(registered);
        registered.forEach(file -> unregister(file, windows));
        for (FileEntry entry : windows.files().children(folder).orElse(List.of())) {
            windows.fileWrites().delete(WindowsPath.child(folder, entry.name()));
        }
        windows.fileWrites().deleteFolder(folder);
    }

    /** That it could not be unregistered matters only where it is registered: a run may have been killed before that. */
    private void unregister(String file, Windows windows) {
        try {
            registration(windows, file, clsid, false).makeOn(windows);
        } catch (WindowsException refused) {
            if (isRegisteredFrom(folder, clsid, windows).orElse(true)) {
                throw refused;
            }
        }
    }

    /** How {@code file} is registered, with the regsvr32 of its own bitness. */
    static RegisterServer registration(WindowsView windows, String file, String clsid, boolean registered) {
        boolean narrow = ProgramMachine.of(windows.files(), file).orElse(ProgramMachine.OTHER) == ProgramMachine.X86;
        RegistryKey.View view = narrow ? RegistryKey.View.BITS_32 : RegistryKey.View.BITS_64;
        return new RegisterServer(file, view, clsid, registered);
    }

    /** Whether a file in {@code folder} is what the class is registered with, for programs of either bitness. */
    static Reading<Boolean> isRegisteredFrom(String folder, String clsid, WindowsView windows) {
        return anyServer(clsid, windows, file -> isIn(folder, file));
    }

    /** Whether a file in another folder is what the class is registered with, for programs of either bitness. */
    static Reading<Boolean> isRegisteredElsewhere(String folder, String clsid, WindowsView windows) {
        return anyServer(clsid, windows, file -> !file.isEmpty() && !isIn(folder, file));
    }

    private static Reading<Boolean> anyServer(String clsid, WindowsView windows, Predicate<String> is) {
        return Reading.any(Stream.of(RegistryKey.View.values())
                .map(view -> RegisterServer.serverOf(windows, view, clsid)
                        .map(is::test)
                        .ifAbsent(false))
                .toList());
    }

    static boolean isIn(String folder, String file) {
        return WindowsPath.parent(file).equalsIgnoreCase(folder);
    }

    /** The INF at {@code path}; empty where there is none that can be read. */
    static Optional<ControlInf> inf(WindowsView windows, String path) {
        Reading<ControlInf> inf = WriteFile.content(windows.files(), path)
                .map(content -> ControlInf.of(content.bytes(), name -> isOfWindows(windows, name)));
        return inf instanceof Reading.Present<ControlInf> present ? Optional.of(present.value()) : Optional.empty();
    }

    private static boolean isOfWindows(WindowsView windows, String name) {
        // Both folders of Windows: a 32-bit control needs what lies in SysWOW64.
        for (String system : List.of("System32", "SysWOW64")) {
            Reading<String> path =
                    EnvironmentVariables.ofMachine(windows.registry()).path("%SystemRoot%\\" + system + "\\" + name);
            if (path.flatMap(file -> windows.files().entry(file)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Nothing: it is made only to take an installation back. */
    @Override
    public Undo undoFrom(WindowsView before) {
        return new Undo.ByHand(Message.of("activex.undo.install-again"));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return Reading.all(List.of(
                windows.files().entry(folder).map(there -> false).ifAbsent(true),
                isRegisteredFrom(folder, clsid, windows).map(registered -> !registered)));
    }
}
