package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.ProgramMachine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A COM class for programs of one bitness, as the registry has it.
 *
 * @param view for programs of which bitness
 * @param server the file that the registry names; absent where it names none
 * @param machine what that file is made for
 * @param wanted whether that is the file that the profile asks for; absent where it is not there
 * @param kept whether only administrators can have put that file there; absent where that does not matter
 * @param refusal what Windows refuses to make an object of it with, see {@link Components}; absent where that is not asked
 */
public record RegisteredControl(
        RegistryKey.View view,
        Reading<String> server,
        Reading<ProgramMachine> machine,
        Reading<Boolean> wanted,
        Reading<Boolean> kept,
        Reading<Optional<WindowsError>> refusal) {

    /** The upper four bits of the errors that Windows ends a crashed program with, as no HRESULT has them (MS-ERREF 2.3). */
    private static final int NTSTATUS_ERROR = 0xC;

    private static final int NTSTATUS_SHIFT = 28;
    /** Variables that are others for 32-bit programs (MS docs: "WOW64 Implementation Details", environment variables). */
    private static final Pattern OF_PROGRAMS = Pattern.compile("(?i)%(ProgramFiles|CommonProgramFiles)%");

    private static final String SYSTEM = "%SystemRoot%\\System32";

    /** The class {@code clsid}; it is asked for an object where its file is {@code wanted} and safe to run. */
    static RegisteredControl of(
            WindowsView windows, RegistryKey.View view, String clsid, Reading<String> server, Reading<Boolean> wanted) {
        Reading<ProgramMachine> machine = server.flatMap(file -> ProgramMachine.of(windows.files(), file));
        // Its code is run with all rights: not from where somebody else may have written to.
        Reading<Boolean> kept = wanted.orElse(false) ? server.flatMap(file -> isKept(windows, file)) : Reading.absent();
        return new RegisteredControl(
                view,
                server,
                machine,
                wanted,
                kept,
                kept.orElse(false) ? windows.components().refusalToCreate(clsid, view) : Reading.absent());
    }

    private static Reading<Boolean> isKept(WindowsView windows, String file) {
        return ControlFolder.holds(windows, file)
                ? Reading.of(true)
                : windows.files().isKeptByAdministrators(file);
    }

    /**
     * The file that the registry of {@code view} names for {@code clsid}, as this program finds it: a bare name is in Windows's
     * own folder, and for a 32-bit class that is not System32, which 32-bit programs are led from (MS docs: "File System
     * Redirector").
     */
    static Reading<String> fileOf(WindowsView windows, RegistryKey.View view, String clsid) {
        return RegisterServer.serverOf(windows, view, clsid).flatMap(text -> {
            String plain = text.strip().replaceAll("^\"|\"$", "");
            if (plain.isBlank()) {
                return Reading.absent();
            }
            EnvironmentVariables variables = EnvironmentVariables.ofMachine(windows.registry());
            String name = view == RegistryKey.View.BITS_32
                    ? OF_PROGRAMS.matcher(plain).replaceAll("%$1(x86)%")
                    : plain;
            Reading<String> file = variables.path(name.contains("\\") ? name : SYSTEM + "\\" + name);
            return view == RegistryKey.View.BITS_64
                    ? file
                    : file.flatMap(path -> variables.path(SYSTEM).map(system -> narrow(path, system)));
        });
    }

    private static String narrow(String file, String system) {
        return WindowsPath.isAtOrBelow(file, system)
                ? WindowsPath.parent(system) + "\\SysWOW64" + file.substring(system.length())
                : file;
    }

    boolean isWanted() {
        return wanted.orElse(false);
    }

    /** Whether its file is one that programs of its bitness can load; true where that could not be read. */
    boolean isOfItsBitness() {
        ProgramMachine fitting = view == RegistryKey.View.BITS_32 ? ProgramMachine.X86 : ProgramMachine.X64;
        return machine.orElse(fitting) == fitting;
    }

    /** Why nobody knows whether Windows can make an object of it; empty where it was asked. */
    Optional<Message> doubt() {
        for (Reading<?> asked : List.of(kept, refusal)) {
            if (asked instanceof Reading.Unreadable<?> unasked) {
                return Optional.of(Message.of(
                        "activex.unasked", unasked.why().tried(), unasked.why().said()));
            }
        }
        if (!kept.orElse(true)) {
            return Optional.of(Message.of("activex.not-kept", server.orElse("")));
        }
        return refusal.isAbsent() ? Optional.of(Message.of("activex.untried")) : Optional.empty();
    }

    /** What keeps programs from using it; empty where nothing is known to. */
    Optional<Message> fault() {
        return isOfItsBitness()
                ? refusal.orElse(Optional.empty()).map(RegisteredControl::notCreated)
                : Optional.of(Message.of("activex.other-bitness", server.orElse("")));
    }

    private static Message notCreated(WindowsError refused) {
        if (refused.code() == WindowsError.TIMEOUT) {
            return Message.of("activex.no-answer");
        }
        boolean crashed = refused.code() >>> NTSTATUS_SHIFT == NTSTATUS_ERROR;
        return Message.of(crashed ? "activex.crashed" : "activex.not-created", refused.said());
    }

    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        String bitness = view == RegistryKey.View.BITS_32 ? " (32-bit)" : "";
        evidence.add(new Evidence("CLSID InprocServer32" + bitness, server.orElse(server.isAbsent() ? "-" : "?")));
        if (!refusal.isAbsent()) {
            evidence.add(Evidence.effective("CoCreateInstance" + bitness, answer()));
        }
        return evidence;
    }

    private String answer() {
        return refusal.map(refused -> refused.map(WindowsError::said).orElse("S_OK"))
                .orElse("?");
    }
}
