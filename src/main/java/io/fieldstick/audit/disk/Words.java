package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;

/** The sentences of the disk audit that more than one part of it says; they are read aloud to whoever owns the disk. */
final class Words {
    private Words() {}

    /** A finding that stops the visit: {@code special} advice first, then the house rule. */
    static Finding stop(String kind, String subject, Message what, List<Evidence> evidence, List<Message> special) {
        List<Message> advice = new ArrayList<>(special);
        advice.add(Message.of("disk.rule.workshop"));
        advice.add(Message.of("disk.rule.consent"));
        advice.add(Message.of("disk.rule.untouched"));
        advice.add(Message.of("disk.rule.no-format"));
        advice.add(Message.of("disk.rule.no-repair"));
        return new Finding(Severity.STOP, kind, subject, what, evidence, advice);
    }

    /** A finding that something could not be read, and what would help. */
    static Finding notRead(String kind, String subject, WindowsError why) {
        Message what = Message.of("disk.not-read", why.tried(), why.said());
        List<Message> advice = why.isDenied() ? List.of(Message.of("disk.advice.administrator")) : List.of();
        return new Finding(Severity.INCOMPLETE, kind, subject, what, List.of(), advice);
    }

    /** A finding that somebody ended the audit before everything was looked at. */
    static Finding stopped() {
        return new Finding(Severity.INCOMPLETE, "disk/stopped", "", Message.of("disk.stopped"), List.of(), List.of());
    }

    /** What the condition means, of the volume that {@code subject} names (a text or a message). */
    static Message condition(Object subject, Diagnosis diagnosis) {
        Object format = diagnosis.format().<Object>map(VolumeFormat::shown).orElse(Message.of("disk.format.unknown"));
        return Message.of("disk.condition." + diagnosis.condition().key(), subject, format);
    }

    /** What is special about a condition that stops the visit, before the house rule. */
    static List<Message> advice(Condition condition) {
        return switch (condition) {
            case LOCKED_BITLOCKER ->
                List.of(Message.of("disk.advice.recovery-key"), Message.of("disk.advice.recovery-key-where"));
            case UNREADABLE -> List.of(Message.of("disk.advice.switch-off"));
            case CUT_SHORT -> List.of(Message.of("disk.advice.enclosure"));
            case FOREIGN, POOL -> List.of(Message.of("disk.advice.other-system"));
            default -> List.of();
        };
    }

    /** A finding for each mark that a volume bears. */
    static List<Finding> marks(String subject, Object shown, List<Mark> marks) {
        return marks.stream()
                .map(mark -> new Finding(
                        Severity.WARNING,
                        "disk/" + mark.kind().key(),
                        subject,
                        Message.of("disk.mark." + mark.kind().key(), shown),
                        List.of(mark.evidence()),
                        List.of(Message.of("disk.advice.save-first"), Message.of("disk.rule.no-repair"))))
                .toList();
    }
}
