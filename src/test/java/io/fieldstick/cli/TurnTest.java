package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.WindowsError;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once on one computer: the second says so and leaves, and whoever only looks is never in the way. */
class TurnTest {
    private static final String NOTICE = "provision\n2026-11-24 12:00:00\nS-1-5-18\nOLDNAME-20261124T120000Z";

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrives() {
        visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
    }

    private int provision() {
        return visit.run("provision", "--only", "auto-play");
    }

    @Test
    void theSecondRunSaysWhoIsAtWorkAndLeaves() {
        visit.windows.turns().occupied(Optional.of(NOTICE));
        assertThat(provision()).isEqualTo(6);
        assertThat(visit.errors())
                .contains("`provision`, since 2026-11-24 12:00:00, as S-1-5-18", "OLDNAME-20261124T120000Z")
                .contains("has changed nothing");
        assertThat(visit.run("undo")).isEqualTo(6);
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(folder.resolve("cases")).doesNotExist();
        visit.windows.turns().free();
        assertThat(provision()).isEqualTo(0);
        assertThat(visit.windows.turns().isTaken()).isFalse();
    }

    @Test
    void whatANoticeSaysIsNotBelievedToBeOne() {
        for (String left : new String[] {"", "no notice", "a\nb\nc", "a\nb\nc\nd\ne"}) {
            visit.windows.turns().occupied(Optional.of(left));
            assertThat(provision()).isEqualTo(6);
            assertThat(visit.errors()).contains("does not say who it is", "restart the computer");
        }
    }

    @Test
    void aNameThatSomebodyKeepsFromUsIsToldAndNotWaitedFor() {
        visit.windows.turns().refuse(WindowsError.ACCESS_DENIED);
        assertThat(provision()).isEqualTo(6);
        assertThat(visit.errors()).contains("Fieldstick-turn", "Windows said 5", "has changed nothing");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void whoOnlyLooksIsNeverInTheWay() {
        visit.windows.turns().occupied(Optional.of(NOTICE));
        assertThat(visit.run("verify", "--only", "auto-play")).isEqualTo(4);
        assertThat(visit.run("provision", "--only", "auto-play", "--dry-run")).isEqualTo(0);
        assertThat(visit.run("backup-audit", "--read-only")).isIn(0, 3);
        assertThat(visit.errors()).doesNotContain("another run");
    }

    @Test
    void anAuditLooksAtTheDisksAllTheSameAndLeavesAutoPlayAsItIs() {
        visit.windows.turns().occupied(Optional.of(NOTICE));
        assertThat(visit.run("backup-audit")).isEqualTo(3);
        assertThat(visit.output()).contains("another run is changing this computer", "AutoPlay was only looked at");
        assertThat(visit.windows.writes()).isEmpty();
        visit.windows.turns().free();
        visit.run("backup-audit");
        assertThat(visit.windows.writes()).isNotEmpty();
        assertThat(visit.windows.turns().isTaken()).isFalse();
    }

    @Test
    void theNoticeNamesTheCaseAndTheTurnEndsWithEveryRun() {
        provision();
        assertThat(visit.run("provision", "--set", "dept=XXJSB", "--set", "user=欧阳小红"))
                .isEqualTo(2);
        assertThat(visit.windows.turns().isTaken()).isFalse();
        assertThat(folder.resolve("cases").toFile().list()).hasSize(1);
    }
}
