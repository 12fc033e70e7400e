package io.fieldstick.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.provision.UndoRun.Step;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.DeleteRegistryValue;
import io.fieldstick.setting.Proxy;
import io.fieldstick.setting.SetRegistryValue;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What undo says stands, read again where it is kept. */
class UndoRunTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final Proxy PROXY = new Proxy("proxy.house.example:8080", List.of("<local>"));
    private static final RegistryKey KEY = RegistryKey.user(LI, "Software\\House\\Network");

    @TempDir
    Path folder;

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(ZHANG, "C:\\Users\\zhangsan", true)
            .user(LI, "C:\\Users\\lisi", true)
            .signOut(LI)
            .defaultUser();

    private final SortedMap<String, String> before = windows.snapshot();

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private Outcome provision() {
        try (WithAllUsers everybody = new WithAllUsers(windows);
                Journal journal = Journal.create(journal(), new Journal.Header("run", "machine", "computer"))) {
            return Engine.provision(PROXY, everybody, journal);
        }
    }

    /** Makes each change as a setting of its own does. */
    private void make(Change... changes) {
        try (WithAllUsers everybody = new WithAllUsers(windows);
                Journal journal = Journal.create(journal(), new Journal.Header("run", "machine", "computer"))) {
            for (Change change : changes) {
                journal.intend("setting", change, change.undoFrom(everybody));
                change.makeOn(everybody);
            }
        }
    }

    private List<Step> undo() {
        return undoOn(windows);
    }

    private List<Step> dryRun() {
        return UndoRun.dryRun(Journal.read(journal()), setting -> true, new WithUnloadedUsers(windows), false);
    }

    private List<Step> undoOn(Windows on) {
        try (Journal notes = Journal.resume(journal())) {
            WithAllUsers everybody = new WithAllUsers(on);
            List<Step> steps = UndoRun.run(Journal.read(journal()), setting -> true, everybody, false);
            UndoRun.note(steps, notes);
            everybody.close();
            return steps;
        }
    }

    @Test
    void whatDoesNotReachTheFileOfAUserFailsAndIsTriedAgainByTheNextUndo() {
        provision();
        windows.loseHives(true);
        List<Step> lost = undo();
        assertThat(lost).extracting(Step::status).contains(Step.Status.UNDONE, Step.Status.FAILED);
        assertThat(lost)
                .allSatisfy(step -> assertThat(step.settled())
                        .as(step.toString())
                        .isEqualTo(userOf(step.change()).equals(ZHANG)));
        assertThat(lost)
                .filteredOn(step -> !step.settled())
                .allSatisfy(step -> assertThat(step.notes()).hasSize(1));

        windows.loseHives(false);
        assertThat(undo()).hasSizeLessThan(lost.size()).allMatch(Step::settled);
        assertThat(windows.snapshot()).isEqualTo(before);
        assertThat(undo()).isEmpty();
    }

    private static String userOf(Change change) {
        RegistryKey key = change instanceof SetRegistryValue set
                ? set.key()
                : change instanceof DeleteRegistryValue delete ? delete.key() : KEY;
        return key.top().path();
    }

    /** The same of provision, on which undo leans. */
    @Test
    void whatProvisionDoesNotBringIntoTheFileOfAUserIsNoSuccess() {
        windows.loseHives(true);
        assertThat(provision().status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(undo()).allMatch(Step::settled);
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @Test
    void aHiveThatWindowsKeepsIsReadWhereWindowsShowsIt() {
        provision();
        windows.holdHives(WindowsError.ACCESS_DENIED);
        assertThat(undo()).filteredOn(step -> userOf(step.change()).equals(LI)).allMatch(Step::settled);
    }

    private static Change set(int number) {
        return new SetRegistryValue(KEY, "Way", RegistryValue.dword(number));
    }

    /** The state before the first change is there in the end, and that before the others is not: that is no failure. */
    @Test
    void changesOfOneValueAreTakenBackThroughOneAnother() {
        make(set(1), set(2), new DeleteRegistryValue(KEY, "way", Set.of()), set(4));
        assertThat(dryRun()).hasSize(4).allMatch(step -> step.status() == Step.Status.WOULD_UNDO);
        assertThat(undo()).hasSize(4).allMatch(step -> step.status() == Step.Status.UNDONE);
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @Test
    void changesOfOneValueAreTakenBackByTheNextUndoWhereverTheFirstOneWasKilled() {
        boolean killed = true;
        for (int k = 1; killed; k++) {
            int write = k;
            assertThat(journal().toFile().delete() || write == 1).isTrue();
            make(set(1), set(2), new DeleteRegistryValue(KEY, "Way", Set.of()), set(4));
            try {
                undoOn(new CrashingWindows(windows, write, true));
                killed = false;
            } catch (CrashingWindows.Crash crash) {
                assertThat(undo()).as("killed after write %d", write).allMatch(Step::settled);
            }
            assertThat(windows.snapshot()).as("killed after write %d", write).isEqualTo(before);
            assertThat(killed || write > 4).isTrue();
        }
    }

    @Test
    void whatSomebodySetInBetweenIsStillNotTakenBack() {
        make(set(1), set(2));
        try (WithAllUsers everybody = new WithAllUsers(windows)) {
            set(3).makeOn(everybody);
        }
        SortedMap<String, String> altered = windows.snapshot();
        assertThat(dryRun()).hasSize(2).allMatch(step -> step.status() == Step.Status.CHANGED_SINCE);
        assertThat(undo()).hasSize(2).allMatch(step -> step.status() == Step.Status.CHANGED_SINCE);
        assertThat(windows.snapshot()).isEqualTo(altered);
    }
}
