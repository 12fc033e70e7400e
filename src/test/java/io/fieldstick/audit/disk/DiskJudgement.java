package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as lines of text, so that what two machines found can be compared. */
public final class DiskJudgement {
    private DiskJudgement() {}

    /** One line for each finding with its evidence; the device is called {@code DEVICE} wherever it is named. */
    public static String text(List<Finding> findings, String... names) {
        Messages messages = Messages.in(Language.ENGLISH);
        String lines = findings.stream()
                // Only a device can be asked for its health; a file cannot.
                .filter(finding -> !finding.kind().equals("disk/health-unknown"))
                .map(finding -> finding.severity() + " " + finding.kind() + " " + finding.subject() + " | "
                        + messages.text(finding.what()) + " | "
                        + finding.evidence().stream()
                                .map(evidence -> evidence.where() + " = " + evidence.value())
                                .collect(Collectors.joining("; ")))
                .collect(Collectors.joining("\n"));
        for (String name : names) {
            lines = lines.replace(name, "DEVICE");
        }
        return lines;
    }
}
