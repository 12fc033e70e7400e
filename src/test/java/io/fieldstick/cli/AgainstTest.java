package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --against}: what changed since an earlier visit is told, and nonsense is refused with a reason. */
class AgainstTest {
    private static final RegistryKey UNINSTALL =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    private static final String FIRST = "OLDNAME-20261124T040000Z";

    @TempDir
    private Path folder;

    private Visit visit;

    @BeforeEach
    void anEarlierVerify() {
        visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", "name: Test\nauto-play: disabled\n");
        install("WinRAR", "3.80");
        install("暴风影音", "3.10");
        visit.run("provision", "--yes");
        visit = new Visit(folder, visit.windows);
        visit.run("verify", "--case", folder.resolve("first").toString());
    }

    @Test
    void nothingChangedIsSaidSo() {
        assertThat(against("first")).isEqualTo(0);
        assertThat(visit.output()).contains("nothing changed since " + FIRST);
    }

    @Test
    void programsAndSettingsThatChangedAreFindings() {
        install("WinRAR", "5.21");
        install("FeiQ", "");
        RegistryKey gone = UNINSTALL.child("暴风影音");
        visit.windows.put(gone, "DisplayName", RegistryValue.sz(""));
        visit.windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer"),
                "NoDriveTypeAutoRun",
                RegistryValue.dword(0x91));
        assertThat(against("first")).isEqualTo(4);
        assertThat(visit.output())
                .contains(
                        "FeiQ  installed since then",
                        "暴风影音 3.10  not installed any more",
                        "WinRAR  was 3.80, is 5.21",
                        "auto-play  was: ",
                        "compared with " + FIRST);
    }

    @Test
    void aResultFileCanBeNamedToo() {
        assertThat(visit.run("verify", "--against", result().toString())).isEqualTo(0);
    }

    @Test
    void aCaseThatIsNotThereIsRefused() {
        assertThat(against("never")).isEqualTo(2);
        assertThat(visit.errors()).contains("there is no case", "name a case");
    }

    @Test
    void aFileThatIsNoResultIsRefusedWhateverItHolds() throws IOException {
        Path file = folder.resolve("bad.json");
        for (String text : new String[] {
            "",
            "nonsense",
            "[]",
            "{}",
            "{\"schema\": 7}",
            "{\"schema\": \"fieldstick.result/2\"}",
            "{\"schema\": \"fieldstick.result/1\", \"command\": \"verify\", \"outcomes\": []}",
            "{\"schema\": \"fieldstick.result/1\", \"command\": \"verify\", \"outcomes\": [{\"setting\": \"x\", \"status\": \"odd\", \"evidence\": []}]}",
            "[".repeat(100_000)
        }) {
            Files.writeString(file, text);
            assertThat(visit.run("verify", "--against", file.toString()))
                    .as(text)
                    .isEqualTo(2);
            assertThat(visit.errors()).contains("is not the result of an earlier verify");
        }
    }

    @Test
    void anAuditsResultIsRefused() {
        visit.run(
                "backup-audit", "--read-only", "--case", folder.resolve("audit").toString());
        assertThat(visit.run("verify", "--against", resultIn("audit").toString()))
                .isEqualTo(2);
    }

    private int against(String named) {
        Path cases = folder.resolve(named);
        String found = cases.toFile().isDirectory() ? cases.resolve(run(cases)).toString() : named;
        return visit.run("verify", "--against", found);
    }

    private Path result() {
        return resultIn("first");
    }

    private Path resultIn(String cases) {
        return folder.resolve(cases).resolve(run(folder.resolve(cases))).resolve("result.json");
    }

    private static String run(Path cases) {
        String[] names = cases.toFile().list();
        assertThat(names).hasSize(1);
        return names[0];
    }

    private void install(String name, String version) {
        visit.windows.put(UNINSTALL.child(name), "DisplayName", RegistryValue.sz(name));
        visit.windows.put(UNINSTALL.child(name), "DisplayVersion", RegistryValue.sz(version));
        visit.windows.put(UNINSTALL.child(name), "UninstallString", RegistryValue.sz("u.exe"));
    }
}
