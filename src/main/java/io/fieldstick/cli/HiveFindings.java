package io.fieldstick.cli;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.offline.HiveReport;
import io.fieldstick.windows.offline.hive.HiveProblem;
import java.util.ArrayList;
import java.util.List;

/** What the audit says of registry files that could not be read in full: what they hide is not in its numbers. */
final class HiveFindings {
    private static final int MOST = 10;

    private HiveFindings() {}

    /** A finding for each problem, at most {@value #MOST} of each file. */
    static List<Finding> of(List<HiveReport> reports) {
        List<Finding> findings = new ArrayList<>();
        for (HiveReport report : reports) {
            report.problems().stream()
                    .limit(MOST)
                    .map(problem -> of(report, problem))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static Finding of(HiveReport report, HiveProblem problem) {
        String where = report.file() + " +0x" + Long.toHexString(problem.offset());
        return new Finding(
                Finding.Severity.INCOMPLETE,
                "registry/file-not-whole",
                report.file(),
                problem.what(),
                List.of(new Evidence(where, report.state().name())),
                List.of(Message.of("cli.hive-not-whole")));
    }
}
