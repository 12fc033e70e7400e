package io.fieldstick.audit;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import java.util.List;

/**
 * Something the audit found: what it is, the evidence for it, and what to do about it.
 *
 * @param kind a stable kebab-case name for programs: {@code disk/locked-bitlocker}
 * @param subject what it is about, as a person names it: {@code C:}, {@code \\.\PhysicalDrive0}
 * @param what the finding in one sentence
 * @param advice what to do, each a sentence; empty where nothing need be done
 */
public record Finding(
        Severity severity, String kind, String subject, Message what, List<Evidence> evidence, List<Message> advice) {

    /** What a finding means for the visit; each severity beats the ones before it. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Somebody should act on it. */
        WARNING,
        /** Something could not be read, so the audit is not whole: exit 3. */
        INCOMPLETE,
        /** The house rules stop the visit here: exit 6. */
        STOP
    }

    public Finding {
        evidence = List.copyOf(evidence);
        advice = List.copyOf(advice);
    }
}
