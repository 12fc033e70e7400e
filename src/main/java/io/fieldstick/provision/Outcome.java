package io.fieldstick.provision;

import io.fieldstick.message.Message;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.InForce;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsError;
import java.util.List;

/**
 * What became of one setting in one run.
 *
 * @param setting {@code Setting.name()}
 * @param before what was found
 * @param actual what is there at the end of the run
 * @param evidence the raw values at the end, and where they were read
 * @param changes those that were made, or, where the status is {@code WOULD_CHANGE}, that would be
 * @param notes what a person should know or do, each a sentence
 * @param refusals what Windows refused to show or to do
 * @param inForce when it is all in force
 */
public record Outcome(
        String setting,
        Message title,
        Message desired,
        Message before,
        Message actual,
        Status status,
        List<Evidence> evidence,
        List<Change> changes,
        List<Message> notes,
        List<WindowsError> refusals,
        InForce inForce) {

    /** What became of it. */
    public enum Status {
        /** It was as desired. */
        AS_DESIRED,
        /** It was changed, and is as desired now. */
        CHANGED,
        /** A dry run: it would be changed. */
        WOULD_CHANGE,
        /** It differs, and the program can change it: verify changes nothing. */
        DIFFERS,
        /** It differs, and only a person can change it. */
        BY_HAND,
        /** It does not concern this machine. */
        NOT_APPLICABLE,
        /** It could not be read. */
        UNKNOWN,
        /** Changing it failed, or changed it and Windows still says otherwise. */
        FAILED
    }

    public Outcome {
        evidence = List.copyOf(evidence);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        refusals = List.copyOf(refusals);
    }

    Outcome withNotes(List<Message> others) {
        return new Outcome(
                setting, title, desired, before, actual, status, evidence, changes, others, refusals, inForce);
    }
}
