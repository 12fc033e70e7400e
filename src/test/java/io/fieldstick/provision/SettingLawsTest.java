package io.fieldstick.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.DeleteEmptyFolder;
import io.fieldstick.setting.DeleteEmptyRegistryKey;
import io.fieldstick.setting.Judgement;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.Undo;
import io.fieldstick.setting.Verdict;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every setting of the catalogue on every machine: the promises that dry run, provision and undo rest on. */
class SettingLawsTest {
    @TempDir
    Path folder;

    private int journals;

    static Stream<Situation> situations() {
        return Situation.all();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void afterProvisioningNothingDiffers(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Status status = provision(situation.setting(), windows, newJournal()).status();
        assertThat(status).isIn(Status.CHANGED, Status.AS_DESIRED);
        assertThat(Engine.verify(situation.setting(), new WithUnloadedUsers(windows))
                        .status())
                .isEqualTo(Status.AS_DESIRED);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void provisioningASecondTimeWritesNothing(Situation situation) {
        InMemoryWindows windows = situation.windows();
        provision(situation.setting(), windows, newJournal());
        windows.clearLog();
        assertThat(provision(situation.setting(), windows, newJournal()).status())
                .isEqualTo(Status.AS_DESIRED);
        assertThat(windows.writes()).isEmpty();
        assertThat(windows.announcements()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void undoBringsBackExactlyWhatWasBefore(Situation situation) {
        InMemoryWindows windows = situation.windows();
        SortedMap<String, String> before = windows.snapshot();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        assertThat(undo(windows, journal)).allMatch(UndoRun.Step::settled);
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void undoTellsThoseWhomProvisioningTold(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        Set<Announcement> told = Set.copyOf(windows.announcements());
        windows.clearLog();
        undo(windows, journal);
        assertThat(Set.copyOf(windows.announcements())).isEqualTo(told);
    }

    /** A key or folder that provisioning made is no longer its own once somebody keeps something there. */
    @ParameterizedTest
    @MethodSource("situations")
    void whatSomebodyPutIntoANewKeyOrFolderStaysThere(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        List<Change> tidying = Journal.read(journal).entries().stream()
                .flatMap(entry -> entry.undo() instanceof Undo.By by ? by.changes().stream() : Stream.empty())
                .toList();
        List<RegistryKey> keys = tidying.stream()
                .flatMap(change ->
                        change instanceof DeleteEmptyRegistryKey delete ? Stream.of(delete.key()) : Stream.empty())
                .distinct()
                .toList();
        List<String> files = tidying.stream()
                .flatMap(change -> change instanceof DeleteEmptyFolder delete
                        ? Stream.of(WindowsPath.child(delete.path(), "somebody.txt"))
                        : Stream.empty())
                .distinct()
                .toList();
        try (WithAllUsers everybody = new WithAllUsers(windows)) {
            keys.forEach(key -> everybody.registry().set(key, "Somebody", RegistryValue.dword(1)));
        }
        files.forEach(file -> windows.bytes(file, new byte[1]));
        undo(windows, journal);
        WithUnloadedUsers after = new WithUnloadedUsers(windows);
        assertThat(keys)
                .allSatisfy(key -> assertThat(after.registry().value(key, "Somebody"))
                        .isEqualTo(Reading.of(RegistryValue.dword(1))));
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(after.files().entry(file).isPresent()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void undoFindsUsersWhoSignedInSince(Situation situation) {
        SortedMap<String, String> before =
                situation.windows().everybodySignsIn().snapshot();
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        windows.everybodySignsIn();
        assertThat(undo(windows, journal)).allMatch(UndoRun.Step::settled);
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void undoFindsUsersWhoSignedOutSince(Situation situation) {
        SortedMap<String, String> before =
                situation.windows().everybodySignsOut().snapshot();
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        windows.everybodySignsOut();
        assertThat(undo(windows, journal)).allMatch(UndoRun.Step::settled);
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void undoASecondTimeFindsNothingLeft(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        undo(windows, journal);
        windows.clearLog();
        assertThat(undo(windows, journal)).isEmpty();
        assertThat(windows.writes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void comparingWritesNothing(Situation situation) {
        InMemoryWindows windows = situation.windows();
        SortedMap<String, String> before = windows.snapshot();
        Engine.verify(situation.setting(), new WithUnloadedUsers(windows));
        Engine.dryRun(situation.setting(), new WithUnloadedUsers(windows));
        assertThat(windows.snapshot()).isEqualTo(before);
        assertThat(windows.writes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void aWriteThatWindowsRefusesIsToldAndTheNextRunConverges(Situation situation) {
        for (int k = 1; k <= writesNeeded(situation, false); k++) {
            InMemoryWindows windows = situation.windows();
            SortedMap<String, String> before = windows.snapshot();
            Path first = newJournal();
            Path second = newJournal();
            windows.failWrite(k, WindowsError.ACCESS_DENIED);
            Outcome refused = provision(situation.setting(), windows, first);
            assertThat(refused.status()).as("refused at write %d", k).isEqualTo(Status.FAILED);
            assertThat(refused.refusals()).extracting(WindowsError::code).contains(WindowsError.ACCESS_DENIED);
            assertThat(provision(situation.setting(), windows, second).status()).isEqualTo(Status.CHANGED);
            undo(windows, second);
            undo(windows, first);
            assertThat(windows.snapshot()).as("refused at write %d", k).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void aRunThatIsKilledAtAnyChangeCanBeUndoneFromItsJournal(Situation situation) {
        int writes = writesNeeded(situation, true);
        for (int k = 1; k <= writes; k++) {
            for (boolean afterTheWrite : new boolean[] {false, true}) {
                InMemoryWindows windows = situation.windows();
                SortedMap<String, String> before = windows.snapshot();
                Path path = newJournal();
                CrashingWindows crashing = new CrashingWindows(windows, k, afterTheWrite);
                assertThatThrownBy(() -> {
                            try (Journal journal = Journal.create(path, new Journal.Header("run", "m", "c"))) {
                                Engine.provision(situation.setting(), new WithAllUsers(crashing), journal);
                            }
                        })
                        .isInstanceOf(CrashingWindows.Crash.class);
                assertThat(undo(windows, path)).allMatch(UndoRun.Step::settled);
                assertThat(windows.snapshot())
                        .as("killed %s write %d of %d", afterTheWrite ? "after" : "before", k, writes)
                        .isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void anUndoThatIsKilledAnywhereIsFinishedByTheNextOne(Situation situation) {
        InMemoryWindows counting = situation.windows();
        Path counted = newJournal();
        provision(situation.setting(), counting, counted);
        counting.clearLog();
        undo(counting, counted);
        for (int k = 1; k <= counting.writes().size(); k++) {
            InMemoryWindows windows = situation.windows();
            SortedMap<String, String> before = windows.snapshot();
            Path path = newJournal();
            provision(situation.setting(), windows, path);
            CrashingWindows crashing = new CrashingWindows(windows, k, true);
            assertThatThrownBy(
                            () -> UndoRun.run(Journal.read(path), setting -> true, new WithAllUsers(crashing), false))
                    .isInstanceOf(CrashingWindows.Crash.class);
            assertThat(undo(windows, path)).allMatch(UndoRun.Step::settled);
            assertThat(windows.snapshot()).as("killed at write %d", k).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatSomebodyElseChangedSinceIsLeftAlone(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        SortedMap<String, String> altered = Meddler.alterEveryValueOf(Journal.read(journal), windows);
        List<UndoRun.Step> steps = undo(windows, journal);
        assertThat(steps)
                .filteredOn(step -> step.status() == UndoRun.Step.Status.UNDONE)
                .isEmpty();
        assertThat(windows.snapshot()).isEqualTo(altered);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyChangeSurvivesJson(Situation situation) throws IOException {
        InMemoryWindows windows = situation.windows();
        for (Change change : changes(situation.setting(), windows)) {
            assertThat(throughJson(change)).isEqualTo(change);
            Undo undo = change.undoFrom(new WithUnloadedUsers(windows));
            assertThat(throughJson(undo)).isEqualTo(undo);
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatCannotBeReadIsNeverTakenForAbsent(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Set<String> before = windows.snapshot().keySet();
        Meddler.denyEveryKeyOf(changes(situation.setting(), windows), windows);
        Outcome outcome = provision(situation.setting(), windows, newJournal());
        assertThat(outcome.status()).isNotEqualTo(Status.CHANGED);
        assertThat(outcome.status() == Status.FAILED
                        || outcome.status() == Status.UNKNOWN
                        || !outcome.refusals().isEmpty()
                        || changes(situation.setting(), situation.windows()).isEmpty())
                .isTrue();
        assertThat(windows.writes()).isEmpty();
        assertThat(before).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatCannotBeReadWhenItIsTakenBackIsToldAndLeftAlone(Situation situation) {
        InMemoryWindows windows = situation.windows();
        Path journal = newJournal();
        provision(situation.setting(), windows, journal);
        List<Change> made = Journal.read(journal).entries().stream()
                .map(Journal.Entry::change)
                .toList();
        Meddler.denyEveryKeyOf(made, windows);
        windows.clearLog();
        List<UndoRun.Step> steps = undo(windows, journal);
        assertThat(steps).extracting(UndoRun.Step::status).doesNotContain(UndoRun.Step.Status.CHANGED_SINCE);
        assertThat(steps)
                .filteredOn(step -> step.status() == UndoRun.Step.Status.FAILED)
                .allSatisfy(step -> assertThat(step.refusals()).isNotEmpty());
        assertThat(steps)
                .filteredOn(step -> step.status() == UndoRun.Step.Status.NOTHING_TO_UNDO)
                .isEmpty();
        assertThat(made.isEmpty() || !steps.stream().allMatch(UndoRun.Step::settled))
                .isTrue();
    }

    /** How often provisioning writes; a hive that is closed is a write that Windows does not refuse. */
    private int writesNeeded(Situation situation, boolean closingToo) {
        InMemoryWindows windows = situation.windows();
        provision(situation.setting(), windows, newJournal());
        return (int) windows.writes().stream()
                .filter(write -> closingToo || !write.startsWith("unload "))
                .count();
    }

    private static List<Change> changes(Setting<?> setting, InMemoryWindows windows) {
        Judgement judgement = setting.judgeOn(new WithUnloadedUsers(windows));
        return judgement.verdict() instanceof Verdict.Differs differs ? differs.changes() : List.of();
    }

    private Path newJournal() {
        return folder.resolve("journal" + journals++ + ".jsonl");
    }

    private static Outcome provision(Setting<?> setting, InMemoryWindows windows, Path path) {
        try (WithAllUsers everybody = new WithAllUsers(windows);
                Journal journal = Journal.create(path, new Journal.Header("run", "machine", "computer"))) {
            return Engine.provision(setting, everybody, journal);
        }
    }

    private static List<UndoRun.Step> undo(InMemoryWindows windows, Path path) {
        try (WithAllUsers everybody = new WithAllUsers(windows);
                Journal notes = Journal.resume(path)) {
            List<UndoRun.Step> steps = UndoRun.run(Journal.read(path), setting -> true, everybody, false);
            UndoRun.note(steps, notes);
            return steps;
        }
    }

    private static Change throughJson(Change change) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            ChangeJson.write(json, change);
        }
        try (JsonParser json = new JsonFactory().createParser(text.toString())) {
            return ChangeJson.change(JsonTree.read(json));
        }
    }

    private static Undo throughJson(Undo undo) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            ChangeJson.write(json, undo);
        }
        try (JsonParser json = new JsonFactory().createParser(text.toString())) {
            return ChangeJson.undo(JsonTree.read(json));
        }
    }
}
