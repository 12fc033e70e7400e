package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.PendingRestart;
import io.fieldstick.windows.RegistryView;
import java.util.ArrayList;
import java.util.List;

/** What of a pending restart is worth telling before a reinstall. */
final class RestartAudit {
    private RestartAudit() {}

    /** A finding for each sign; and for each that could not be looked at. */
    static List<Finding> find(RegistryView registry) {
        PendingRestart pending = PendingRestart.in(registry);
        List<Finding> findings = new ArrayList<>();
        for (PendingRestart.Sign sign : pending.signs()) {
            findings.add(new Finding(
                    sign.isSure() ? Severity.WARNING : Severity.INFO,
                    "disk/pending-restart",
                    sign.reason(),
                    sign.what(),
                    List.of(sign.evidence()),
                    List.of(Message.of("disk.advice.no-restart"))));
        }
        pending.refused().forEach(why -> findings.add(Words.notRead("disk/pending-restart-not-read", "", why)));
        return findings;
    }
}
