package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A control is registered by its own code, or taken from the registry by it: Windows's {@code regsvr32} calls it.
 *
 * @param file the whole path of the control, on this computer
 * @param view whose it is: a 32-bit control is registered by the 32-bit regsvr32 of SysWOW64 (MS docs: regsvr32)
 * @param clsid the class that tells whether it is registered
 * @param registered whether it is to be there
 */
public record RegisterServer(String file, RegistryKey.View view, String clsid, boolean registered) implements Change {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Where the class {@code clsid} says which file it is in; empty text for "none". */
    static Reading<String> serverOf(WindowsView windows, RegistryKey.View view, String clsid) {
        RegistryKey key = new RegistryKey(
                RegistryKey.Root.MACHINE, "SOFTWARE\\Classes\\CLSID\\" + clsid + "\\InprocServer32", view);
        return windows.registry().value(key, "").map(RegistryValue::text);
    }

    @Override
    public Message title() {
        return Message.of(registered ? "setting.change.register-server" : "setting.change.unregister-server", file);
    }

    @Override
    public void makeOn(Windows windows) {
        if (!ControlFolder.holds(windows, file)) {
            // Whoever can write to a journal must not get a library of their own run by it.
            throw new WindowsException(
                    new WindowsError(title(), WindowsError.INVALID_DATA, ""), Message.of("activex.foreign-folder"));
        }
        String system = windows.programRuns().systemFolder();
        String folder =
                view == RegistryKey.View.BITS_64 ? system : WindowsPath.child(WindowsPath.parent(system), "SysWOW64");
        String program = WindowsPath.child(folder, "regsvr32.exe");
        OptionalInt exit = windows.programRuns()
                .run(new ProgramRuns.Start(
                        program,
                        (registered ? "" : "/u ") + "/s \"" + file + "\"",
                        WindowsPath.parent(file),
                        LIMIT,
                        Optional.of("regsvr32")));
        Message tried = Message.of("setting.tried.regsvr32", file);
        if (exit.isEmpty()) {
            throw new WindowsException(
                    new WindowsError(tried, WindowsError.TIMEOUT, ""), Message.of("activex.late", LIMIT.toMinutes()));
        }
        if (exit.getAsInt() != 0) {
            throw new WindowsException(WindowsError.exit(tried, exit.getAsInt()), Message.of("activex.exit-codes"));
        }
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        serverOf(before, view, clsid).orThrow();
        return new Undo.By(List.of(new RegisterServer(file, view, clsid, !registered)));
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        Reading<String> server = serverOf(windows, view, clsid);
        return registered
                ? server.map(file::equalsIgnoreCase).ifAbsent(false)
                : server.map(there -> false).ifAbsent(true);
    }
}
