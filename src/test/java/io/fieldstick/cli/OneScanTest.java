package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of verify asks the registry for the installed programs once, however many rules and reports want them. */
class OneScanTest {
    private static final String UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final int PROGRAMS = 200;

    /** The values of an entry that are looked at, and when its key was written. */
    private static final int QUESTIONS_ABOUT_AN_ENTRY = 12;

    @TempDir
    private Path folder;

    @Test
    void theUninstallKeysAreReadOnceForRulesOthersAndTheListInTheResult() {
        InMemoryWindows windows = new InMemoryWindows();
        for (int i = 0; i < PROGRAMS; i++) {
            RegistryKey key = RegistryKey.machine(UNINSTALL).child("Program " + i);
            windows.put(key, "DisplayName", RegistryValue.sz("Program " + i));
            windows.put(key, "UninstallString", RegistryValue.sz("u.exe"));
        }
        StringBuilder profile = new StringBuilder("name: many\nsoftware:\n  required:\n");
        for (int i = 0; i < PROGRAMS / 2; i++) {
            profile.append("    - {name: P" + i + ", any-of: [{display-name: Program " + i + "}]}\n");
        }
        Visit visit = new Visit(folder, windows);
        visit.profile("bcia.yaml", profile + "  others: only-if-free\n");
        windows.clearLog();
        assertThat(visit.run("verify")).isEqualTo(0);
        assertThat(windows.keysAsked())
                .containsOnlyOnce(RegistryKey.machine(UNINSTALL), RegistryKey.machine32(UNINSTALL));
        assertThat(windows.questions()).isLessThan(PROGRAMS * QUESTIONS_ABOUT_AN_ENTRY + 100);
        assertThat(visit.output())
                .contains("Installed and in no rule of the profile (100)", "  2026-01-05  Program 100\n");
    }
}
