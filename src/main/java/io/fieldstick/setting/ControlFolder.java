package io.fieldstick.setting;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/**
 * Where the house's ActiveX controls are put: below Program Files, which only administrators write to, so that what lies
 * there may be run by an administrator's provision or undo.
 */
final class ControlFolder {
    private static final int HASH_IN_NAME = 12;

    private ControlFolder() {}

    /** The folder of the control with that hash, for programs of 32 bits or of this Windows's own bitness. */
    static Reading<String> of(WindowsView windows, boolean narrow, String sha256) {
        return root(windows, narrow ? "%ProgramFiles(x86)%" : "%ProgramFiles%")
                .map(root -> WindowsPath.child(root, sha256.substring(0, HASH_IN_NAME)));
    }

    /** Whether {@code file} lies in such a folder; a path that leads out again does not, nor one that ends a quoted argument. */
    static boolean holds(WindowsView windows, String file) {
        boolean plain = !file.contains("..") && !file.contains("\"");
        return plain
                && List.of("%ProgramFiles%", "%ProgramFiles(x86)%").stream()
                        .anyMatch(programs -> root(windows, programs)
                                .map(root -> WindowsPath.isAtOrBelow(file, root))
                                .orElse(false));
    }

    private static Reading<String> root(WindowsView windows, String programs) {
        return EnvironmentVariables.ofMachine(windows.registry()).path(programs + "\\Fieldstick");
    }
}
