package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program on its stick: what it says where, and what it leaves. */
final class StickIT {
    private static WinePrefix windows;
    private static Stick stick;

    @BeforeAll
    static void makeWindows() {
        windows = WinePrefix.seeded();
        stick = windows.stick("C:\\工具 & co!");
    }

    @AfterAll
    static void endWindows() {
        windows.close();
    }

    @Test
    void theVersionIsAllThatIsSaid() {
        Run run = stick.run("--version");
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.errBytes()).as("%s", run).isEmpty();
    }

    @Test
    void redirectedWordsAreUtf8() {
        Run run = stick.run("--lang", "zh", "--help");
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out()).containsPattern("\\p{IsHan}{3}");
    }

    @Test
    void aRelativeProfileIsLookedForWhereTheCallerStands() {
        windows.write("C:\\工作\\坏的.yaml", "nonsense: [\n".getBytes(StandardCharsets.UTF_8));
        Run run = stick.runFrom("C:\\工作", Map.of(), "verify", "--profile", "坏的.yaml");
        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.err()).contains("坏的.yaml:");
    }

    @Test
    void anAuditIsOneJsonDocumentAndLeavesNothingOnThePc() {
        List<String> before = windows.tree("C:\\users");
        Run run = stick.run("backup-audit", "--read-only", "--format", "json");
        // Wine's drives give no sectors: whether that makes the audit incomplete is AuditIT's question.
        assertThat(run.exitCode()).as("%s", run).isIn(0, 3);
        assertThat(run.out()).startsWith("{").contains("李四", "archive.pst", "财务数据");
        assertThat(run.out().strip()).endsWith("}");
        assertThat(windows.tree("C:\\users")).isEqualTo(before);
    }
}
