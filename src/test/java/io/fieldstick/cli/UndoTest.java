package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.stick.Case;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo as engineers need it: which run, which setting of it, from which stick, and after which accident. */
class UndoTest {
    private static final String FIRST = "OLDNAME-20261124T040000Z";
    private static final RegistryKey POLICIES =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer");

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());
    private SortedMap<String, String> before = visit.windows.snapshot();

    @BeforeEach
    void anEngineerHasProvisioned() {
        visit = new Visit(folder.resolve("stick"), windows());
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        before = visit.windows.snapshot();
        assertThat(visit.run("provision", "--skip", "host-name")).isEqualTo(0);
    }

    private static InMemoryWindows windows() {
        return new InMemoryWindows()
                .user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsan", true)
                .put(RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography"), "MachineGuid", RegistryValue.sz("one"));
    }

    private Path journal() {
        return visit.folder.resolve("cases").resolve(FIRST).resolve("journal.jsonl");
    }

    @Test
    void aDryRunTellsWhatWouldBeTakenBackAndTakesNothingBack() {
        visit.windows.clearLog();
        assertThat(visit.run("undo", "--dry-run")).isEqualTo(0);
        assertThat(visit.output()).contains("auto-play", "proxy", "trusted-sites");
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void oneSettingOfARunIsTakenBackAndTheOthersLater() {
        assertThat(visit.run("undo", "--only", "proxy")).isEqualTo(0);
        assertThat(visit.run("verify", "--only", "proxy")).isEqualTo(4);
        assertThat(visit.run("verify", "--only", "auto-play,trusted-sites")).isEqualTo(0);
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void aRunIsTakenBackByItsNameThoughOthersFollowedIt() {
        visit.windows.put(POLICIES, "NoAutorun", RegistryValue.dword(0));
        visit.run("provision", "--only", "auto-play");
        assertThat(visit.run("undo", FIRST.toLowerCase(java.util.Locale.ROOT), "--only", "trusted-sites"))
                .isEqualTo(0);
        assertThat(visit.run("verify", "--only", "trusted-sites")).isEqualTo(4);
        assertThat(visit.run("verify", "--only", "auto-play,proxy")).isEqualTo(0);
    }

    @Test
    void anotherStickUndoesWithACopyOfTheCase() throws IOException {
        Path copy = folder.resolve("案卷副本");
        Files.createDirectories(copy);
        Files.copy(journal(), copy.resolve("journal.jsonl"));
        Visit other = new Visit(folder.resolve("other"), visit.windows);
        assertThat(other.run("undo")).isEqualTo(8);
        assertThat(other.run("undo", "--case", copy.toString())).isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
        // Its own case lies beside the copy, not in it.
        assertThat(copy.toFile().list()).containsExactly("journal.jsonl");
        assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith("OLDNAME-"));
    }

    @Test
    void anotherStickUndoesWithTheFolderThatHoldsTheCase() throws IOException {
        Path copy = folder.resolve("copies").resolve(FIRST);
        Files.createDirectories(copy);
        Files.copy(journal(), copy.resolve("journal.jsonl"));
        Visit other = new Visit(folder.resolve("other"), visit.windows);
        assertThat(other.run("undo", FIRST, "--case", folder.resolve("copies").toString()))
                .isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void theMachineIsKnownByItsGuidAfterARename() {
        visit.run("provision", "--set", "dept=IT", "--set", "user=zhangsm");
        visit.windows.restart();
        assertThat(visit.run("undo")).isEqualTo(3010);
        visit.windows.restart();
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void aRunThatWasKilledWhileItWroteItsJournalIsTakenBackTwiceWithoutHarm() throws IOException {
        Files.writeString(journal(), "{\"n\":99,\"setting\":\"pro", StandardOpenOption.APPEND);
        Files.delete(journal().resolveSibling("result.json"));
        assertThat(visit.run("undo", "--only", "proxy")).isEqualTo(0);
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void whatDoesNotReachTheFileOfAUserWhoIsNotSignedInIsToldAndTriedAgain() {
        Visit other = new Visit(folder.resolve("other"), windows().defaultUser());
        other.profile("bcia.yaml", CommandLineTest.PROFILE);
        SortedMap<String, String> atFirst = other.windows.snapshot();
        assertThat(other.run("provision", "--only", "proxy")).isEqualTo(0);
        other.windows.loseHives(true);
        assertThat(other.run("undo")).isEqualTo(8);
        assertThat(other.output().replaceAll("\\s+", " "))
                .contains("the registry file of a user who is not signed in was not written; run undo again");
        other.windows.loseHives(false);
        assertThat(other.run("undo")).isEqualTo(0);
        assertThat(other.windows.snapshot()).isEqualTo(atFirst);
    }

    @Test
    void anUndoIsNotTakenBackAndSaysSo() {
        visit.run("undo");
        SortedMap<String, String> undone = visit.windows.snapshot();
        assertThat(visit.run("undo", "OLDNAME-20261124T040100Z")).isEqualTo(0);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("OLDNAME-20261124T040100Z has nothing left to take back");
        assertThat(visit.windows.snapshot()).isEqualTo(undone);
        // Whoever wants it back provisions again.
        assertThat(visit.run("provision", "--skip", "host-name")).isEqualTo(0);
    }

    @Test
    void aNameThatLeadsElsewhereIsNoRun() {
        for (String name : new String[] {"..", "../cases/" + FIRST, "C:\\x", "", "."}) {
            assertThat(visit.run("undo", name)).isEqualTo(8);
        }
        assertThat(visit.errors()).contains("there is no run");
    }

    @Test
    void aJournalThatSomebodyAlteredIsRefusedAndNothingIsUndone() throws IOException {
        String text = Files.readString(journal());
        visit.windows.clearLog();
        for (String altered : new String[] {
            text.replaceFirst("\"n\":2", "\"n\":3"),
            text.replace("\"by\":[", "\"by\":[{\"change\":\"schedule-resume\"},"),
            text + text.lines().skip(1).findFirst().orElse("") + "\n"
        }) {
            Files.writeString(journal(), altered);
            assertThat(visit.run("undo", FIRST)).isEqualTo(8);
            assertThat(visit.errors()).contains("cannot be understood", "nothing was changed");
        }
        assertThat(visit.windows.writes()).isEmpty();
    }

    /** Where the stick was write-protected, or gone after a restart, a later case lies on the computer. */
    @Test
    void theLastRunIsTheLatestWhereverItsCaseLies() {
        visit.windows.put(POLICIES, "NoAutorun", RegistryValue.dword(0));
        Path computer = folder.resolve("computer");
        visit.run("provision", "--only", "auto-play", "--case", computer.toString());
        assertThat(Case.in(List.of(visit.folder.resolve("cases"), computer, folder.resolve("none"))))
                .extracting(Case::run)
                .containsExactly("OLDNAME-20261124T040100Z", FIRST);
    }

    @Test
    void theLastRunThatChangedASettingIsTakenBackThoughOthersFollowedIt() {
        visit.windows.put(POLICIES, "NoAutorun", RegistryValue.dword(0));
        visit.run("provision", "--only", "auto-play");
        assertThat(visit.run("undo", "--only", "proxy")).isEqualTo(0);
        assertThat(visit.run("verify", "--only", "proxy")).isEqualTo(4);
        assertThat(visit.run("undo", "--only", "proxy")).isEqualTo(8);
        assertThat(visit.errors()).contains("no run of this computer that can be taken back has changed proxy");
    }

    @Test
    void aNameThatWasMistypedIsNotCalledTakenBack() {
        assertThat(visit.run("undo", FIRST, "--only", "proxy,proxi")).isEqualTo(2);
        assertThat(visit.errors())
                .contains("`" + FIRST + "` has changed no setting `proxi`")
                .contains("it has changed auto-play, proxy, trusted-sites");
        assertThat(visit.run("verify", "--only", "proxy")).isEqualTo(0);
        assertThat(visit.run("undo", "--only", "proxi")).isEqualTo(8);
    }

    @Test
    void whatARunHasNotChangedKeepsNothingElseFromBeingTakenBack() {
        assertThat(visit.run("undo", "--only", "host-name,proxy")).isEqualTo(0);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("undone proxy", "`" + FIRST + "` has changed no setting `host-name`");
        assertThat(visit.run("verify", "--only", "proxy")).isEqualTo(4);
    }

    /** Computers that were filled from one image have the same MachineGuid, and one stick has the cases of all. */
    @Test
    void aCopyOfTheSameWindowsOnAnotherComputerIsAnotherMachine() {
        visit.windows.serialNumber(Reading.of("PF0ABC12"));
        visit.windows.put(POLICIES, "NoAutorun", RegistryValue.dword(0));
        assertThat(visit.run("provision", "--only", "auto-play")).isEqualTo(0);
        String run = "OLDNAME-20261124T040100Z";
        visit.windows.serialNumber(Reading.of("PF0XYZ99")).clearLog();
        assertThat(visit.run("undo", run)).isEqualTo(8);
        assertThat(visit.errors()).contains("was made on another Windows");
        assertThat(visit.windows.writes()).isEmpty();
        visit.windows.serialNumber(Reading.of("pf0abc12"));
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.errors()).contains("taking back " + run);
    }
}
