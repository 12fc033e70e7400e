package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was killed leaves on a computer is deleted by a later one, and nothing else is. */
class LeftoversTest {
    private static final String TEMP = "C:\\Windows\\Temp\\";
    private static final String LEFT = TEMP + "fieldstick-00000000000000aa";
    /** Runs of these tests begin at noon of the 24th. */
    private static final Instant NINE_DAYS_BEFORE = Instant.parse("2026-11-15T04:00:00Z");

    private static final Instant A_WEEK_BEFORE = Instant.parse("2026-11-17T04:00:00Z");

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrives() {
        visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", "name: n\nauto-play: disabled\n");
    }

    private void left(String path, Instant then) {
        visit.windows.bytes(path + "\\setup.exe", new byte[] {1}).modified(path, then);
        visit.windows.programRuns().safe(path);
    }

    private boolean isThere(String path) {
        return visit.windows.files().entry(path).isPresent();
    }

    private void provision() {
        assertThat(visit.run("provision", "--yes", "--no-input")).isEqualTo(0);
    }

    @Test
    void anOldFolderOfAKilledRunIsDeletedAndThatIsSaid() {
        left(LEFT, NINE_DAYS_BEFORE);
        provision();
        assertThat(isThere(LEFT)).isFalse();
        assertThat(visit.errors()).contains("deleted " + LEFT);
    }

    /** An installer that nobody waits for any more may still be at work there. */
    @Test
    void aFolderOfTheLastDaysStays() {
        left(LEFT, A_WEEK_BEFORE);
        provision();
        assertThat(isThere(LEFT)).isTrue();
    }

    @Test
    void whatARunIsToGoOnFromStaysWhateverTheClockSays() {
        left(LEFT, NINE_DAYS_BEFORE);
        visit.windows
                .bytes(LEFT + "\\resume.json", "{\"run\":\"PC-1\"}".getBytes(StandardCharsets.UTF_8))
                .modified(LEFT, NINE_DAYS_BEFORE);
        visit.windows.scheduledTasks().alter("Fieldstick-resume-PC-1", "<Task >");
        provision();
        assertThat(isThere(LEFT)).isTrue();
        visit.windows.scheduledTasks().delete("Fieldstick-resume-PC-1");
        provision();
        assertThat(isThere(LEFT)).isFalse();
    }

    @Test
    void whatIsNotOfThisProgramStays() {
        for (String name : new String[] {"fieldstick-mine", "fieldstick-00000000000000AA", "other"}) {
            left(TEMP + name, NINE_DAYS_BEFORE);
        }
        provision();
        assertThat(isThere(TEMP + "fieldstick-mine")).isTrue();
        assertThat(isThere(TEMP + "other")).isTrue();
    }

    /** Everybody may make a folder in Windows's Temp, with a link in it to what an administrator is to delete. */
    @Test
    void aFolderOfThatNameThatSomebodyElseMadeStaysAndIsToldOf() {
        visit.windows.bytes(LEFT + "\\x", new byte[] {1}).modified(LEFT, NINE_DAYS_BEFORE);
        provision();
        assertThat(isThere(LEFT)).isTrue();
        assertThat(visit.errors()).contains("others than administrators can have put something into it");
    }

    @Test
    void aRunThatChangesNothingDeletesNothing() {
        left(LEFT, NINE_DAYS_BEFORE);
        visit.run("provision", "--dry-run");
        visit.run("verify");
        assertThat(isThere(LEFT)).isTrue();
    }
}
