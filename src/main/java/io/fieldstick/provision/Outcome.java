package io.fieldstick.provision;

import io.fieldstick.message.Message;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.Severity;
import io.fieldstick.setting.Waiver;
import io.fieldstick.setting.Weight;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
 * @param weight how much it matters where it differs, and the waiver for it
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
        InForce inForce,
        Weight weight) {

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
        /** It differs, and a waiver of the profile says that it may: nothing was changed. */
        WAIVED,
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
                setting, title, desired, before, actual, status, evidence, changes, others, refusals, inForce, weight);
    }

    /**
     * What it is once a person has done something about it by hand, as {@code now} found it: what was changed before and what
     * it was at first stay.
     */
    public Outcome andThen(Outcome now) {
        boolean changed = now.status == Status.AS_DESIRED && !changes.isEmpty();
        return new Outcome(
                setting,
                title,
                desired,
                before,
                now.actual,
                changed ? Status.CHANGED : now.status,
                now.evidence,
                changes,
                now.notes,
                now.refusals,
                inForce.and(now.inForce),
                now.weight);
    }

    /** An outcome of full weight. */
    public Outcome(
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
        this(setting, title, desired, before, actual, status, evidence, changes, notes, refusals, inForce, Weight.FULL);
    }

    public Severity severity() {
        return weight.severity();
    }

    public Optional<Waiver> waiver() {
        return weight.waiver();
    }

    /** From when on it has been as it is, at the latest: what was written last says it; empty where nothing says. */
    public Optional<Instant> since() {
        return evidence.stream().flatMap(seen -> seen.since().stream()).max(Comparator.naturalOrder());
    }

    /** Whether {@link #changes} were made; else they are those that provision would make. */
    public boolean changesWereMade() {
        return status != Status.WOULD_CHANGE && status != Status.DIFFERS;
    }

    /** Whether something of it comes into force only later; what failed before anything was changed does not. */
    public boolean isInForceLater() {
        return inForce != InForce.NOW && (status != Status.FAILED || !changes.isEmpty());
    }

    /** Whether it is not as desired and nothing was done about it. */
    public boolean differs() {
        return status == Status.DIFFERS || status == Status.BY_HAND || status == Status.WOULD_CHANGE;
    }

    /**
     * The same outcome with what the profile says of its weight: a difference that is waived on {@code today} is
     * {@code WAIVED}, and a note says what the weight does to it.
     */
    public Outcome weighing(Weight given, LocalDate today) {
        boolean waived = differs() && given.isWaivedOn(today);
        List<Message> told = new ArrayList<>(notes);
        if (differs()) {
            given.waiver().ifPresent(w -> told.add(words(w, waived)));
        }
        if (differs() && !waived && given.severity() != Severity.ERROR) {
            told.add(Message.of("provision.severity." + given.severity().word()));
        }
        return new Outcome(
                setting,
                title,
                desired,
                before,
                actual,
                waived ? Status.WAIVED : status,
                evidence,
                waived ? List.of() : changes,
                told,
                refusals,
                inForce,
                given);
    }

    private static Message words(Waiver waiver, boolean holds) {
        return holds
                ? Message.of("provision.waived", waiver.until(), waiver.by(), waiver.reason())
                : Message.of("provision.waiver-ended", waiver.until(), waiver.by(), waiver.reason());
    }
}
