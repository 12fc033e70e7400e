package io.fieldstick.provision;

import io.fieldstick.message.Message;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.DeleteEmptyRegistryKey;
import io.fieldstick.setting.DeleteRegistryValue;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.SetRegistryValue;
import io.fieldstick.setting.Undo;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes a journal's changes back, the last one first.
 *
 * <p>What stands is asked of Windows, not of the journal, so a run that was killed is undone like one that ended: where
 * the state of before is there already nothing is done, and where it is neither that nor the state the change left,
 * somebody else has changed it since, and it is left alone unless forced.
 */
public final class UndoRun {
    private UndoRun() {}

    /** What became of one change. */
    public record Step(
            int number,
            String setting,
            Change change,
            Status status,
            List<Message> notes,
            List<WindowsError> refusals,
            InForce inForce) {
        /** A step that is in force when its change is. */
        public Step(
                int number,
                String setting,
                Change change,
                Status status,
                List<Message> notes,
                List<WindowsError> refusals) {
            this(number, setting, change, status, notes, refusals, change.inForce());
        }

        /** What became of it. */
        public enum Status {
            /** The state of before is back. */
            UNDONE,
            /** A dry run: it would be taken back. */
            WOULD_UNDO,
            /** The state of before was there already. */
            NOTHING_TO_UNDO,
            /** Somebody else has changed it since; it was left alone. */
            CHANGED_SINCE,
            /** Only a person can take it back. */
            BY_HAND,
            /** Windows refused, does not show what is there, or took it and shows another state all the same. */
            FAILED
        }

        /** Whether the state of before is there. */
        public boolean settled() {
            return status == Status.UNDONE || status == Status.NOTHING_TO_UNDO || status == Status.WOULD_UNDO;
        }
    }

    /** What undoing would do; nothing can be written. */
    public static List<Step> dryRun(
            Journal.Contents journal, Predicate<String> settings, WindowsView windows, boolean force) {
        List<Step> steps = new ArrayList<>();
        Set<String> wouldBeBack = new HashSet<>();
        for (Journal.Entry entry : backwards(journal, settings)) {
            Step step = judge(entry, journal, windows, force);
            Optional<String> value = value(entry);
            // A value that the run changed twice would by then be as the earlier change left it.
            if (step.status() == Step.Status.CHANGED_SINCE
                    && value.filter(wouldBeBack::contains).isPresent()) {
                step = step(entry, Step.Status.WOULD_UNDO, List.of(), List.of());
            }
            if (step.status() == Step.Status.WOULD_UNDO) {
                value.ifPresent(wouldBeBack::add);
            }
            steps.add(step);
        }
        return steps;
    }

    /**
     * Takes back the changes of the settings that {@code settings} names, and reads each again when all is let go of: what
     * was taken back of a user who is not signed in is in that user's file only then. What became of them is still to be
     * noted, see {@link #note}.
     */
    public static List<Step> run(Journal.Contents journal, Predicate<String> settings, Windows windows, boolean force) {
        List<Step> steps = new ArrayList<>();
        List<Change> made = new ArrayList<>();
        Set<Integer> settled = new HashSet<>();
        for (Journal.Entry entry : backwards(journal, settings)) {
            Step step = judge(entry, journal, windows, force);
            if (step.status() == Step.Status.WOULD_UNDO) {
                made.addAll(((Undo.By) entry.undo()).changes());
                step = make(entry, windows);
            }
            if (step.settled()) {
                settled.add(entry.number());
            }
            steps.add(step);
        }
        tidy(journal, settled, windows);
        Engine.settle(made, windows);
        steps.replaceAll(step -> readAgain(step, journal, windows));
        return steps;
    }

    /**
     * Notes in the journal {@code notes} those of {@code steps} that are settled, so that the next undo tries the others
     * only.
     *
     * @throws JournalUnwritableException where it cannot be written to any more; the steps were made all the same
     */
    public static void note(List<Step> steps, Journal notes) {
        steps.stream().filter(Step::settled).forEach(step -> notes.undone(step.number()));
    }

    /** {@code step}, or its failure where Windows took the change back and shows another state all the same. */
    private static Step readAgain(Step step, Journal.Contents journal, WindowsView windows) {
        Journal.Entry entry = journal.entries().get(step.number() - 1);
        if (step.status() != Step.Status.UNDONE) {
            return step;
        }
        Reading<Boolean> back = isBack(entry, journal, windows);
        if (back instanceof Reading.Unreadable<Boolean> unreadable) {
            return failed(entry, "provision.undone-but-unread", unreadable.why());
        }
        return back.orElse(false)
                ? step
                : step(entry, Step.Status.FAILED, List.of(Message.of("provision.undone-but-differs")), List.of());
    }

    private static Step failed(Journal.Entry entry, String note, WindowsError why) {
        return step(entry, Step.Status.FAILED, List.of(Message.of(note)), List.of(why));
    }

    /** Whether the state before {@code entry} is there, or the one before an earlier change of the same value. */
    private static Reading<Boolean> isBack(Journal.Entry entry, Journal.Contents journal, WindowsView windows) {
        Optional<String> value = value(entry);
        Stream<Journal.Entry> earlier = value.isEmpty()
                ? Stream.empty()
                : journal.entries().stream()
                        .limit(entry.number() - 1L)
                        .filter(other -> value(other).equals(value));
        return Reading.any(Stream.concat(Stream.of(entry), earlier)
                .map(one -> isBack(one, windows))
                .toList());
    }

    /** The first step restores the state itself; what follows tidies up. */
    private static Reading<Boolean> isBack(Journal.Entry entry, WindowsView windows) {
        if (!(entry.undo() instanceof Undo.By by)) {
            return Reading.of(false);
        }
        return by.changes().isEmpty() ? Reading.of(true) : by.changes().get(0).isMadeOn(windows);
    }

    /** Which value of the registry {@code entry} is about; empty where it is about something else. */
    private static Optional<String> value(Journal.Entry entry) {
        String value = "";
        if (entry.change() instanceof SetRegistryValue set) {
            value = set.key() + "!" + set.name();
        } else if (entry.change() instanceof DeleteRegistryValue delete) {
            value = delete.key() + "!" + delete.name();
        }
        return Optional.of(value.toLowerCase(Locale.ROOT)).filter(found -> !found.isEmpty());
    }

    /**
     * Deletes the keys that the run created and that are empty only now: one setting may have created a key that another
     * used, and was taken back first.
     */
    private static void tidy(Journal.Contents journal, Set<Integer> settled, Windows windows) {
        List<Journal.Entry> entries = new ArrayList<>(journal.entries());
        Collections.reverse(entries);
        for (Journal.Entry entry : entries) {
            if ((entry.undone() || settled.contains(entry.number())) && entry.undo() instanceof Undo.By by) {
                by.changes().stream()
                        .filter(DeleteEmptyRegistryKey.class::isInstance)
                        .forEach(change -> tidy(change, windows));
            }
        }
    }

    private static void tidy(Change change, Windows windows) {
        try {
            change.makeOn(windows);
        } catch (WindowsException refused) {
            // An empty key that stays changes nothing, and the change that created it is taken back already.
            return;
        }
    }

    /** When all that was taken back is in force. */
    public static InForce inForce(List<Step> steps) {
        InForce when = InForce.NOW;
        for (Step step : steps) {
            if (step.status() == Step.Status.UNDONE) {
                when = when.and(step.inForce());
            }
        }
        return when;
    }

    /** Whether a person must give an account of the domain before {@code journal} can be undone. */
    public static boolean needsDomainAccount(Journal.Contents journal, Predicate<String> settings) {
        return backwards(journal, settings).stream().anyMatch(UndoRun::needsDomainAccount);
    }

    private static boolean needsDomainAccount(Journal.Entry entry) {
        return entry.undo() instanceof Undo.By by && by.changes().stream().anyMatch(Change::needsDomainAccount);
    }

    private static List<Journal.Entry> backwards(Journal.Contents journal, Predicate<String> settings) {
        List<Journal.Entry> entries = new ArrayList<>();
        for (Journal.Entry entry : journal.entries()) {
            if (!entry.undone() && settings.test(entry.setting())) {
                entries.add(0, entry);
            }
        }
        return entries;
    }

    private static Step judge(Journal.Entry entry, Journal.Contents journal, WindowsView windows, boolean force) {
        if (entry.undo() instanceof Undo.ByHand byHand) {
            return step(entry, Step.Status.BY_HAND, List.of(byHand.instruction()), List.of());
        }
        List<Change> back = ((Undo.By) entry.undo()).changes();
        List<Reading<Boolean>> taken =
                back.stream().map(change -> change.isMadeOn(windows)).toList();
        if (Reading.all(taken).orElse(false)) {
            return step(entry, Step.Status.NOTHING_TO_UNDO, List.of(), List.of());
        }
        // A crash may have come between the step that restores the state and those that tidy up.
        Reading<Boolean> ours = Reading.any(List.of(entry.change().isMadeOn(windows), taken.get(0)));
        if (force || ours.orElse(false)) {
            return step(entry, Step.Status.WOULD_UNDO, List.of(), List.of());
        }
        if (isBack(entry, journal, windows).orElse(false)) {
            return step(entry, Step.Status.NOTHING_TO_UNDO, List.of(), List.of());
        }
        if (ours instanceof Reading.Unreadable<Boolean> unreadable) {
            return failed(entry, "provision.not-undone-unread", unreadable.why());
        }
        return step(entry, Step.Status.CHANGED_SINCE, List.of(Message.of("provision.changed-since")), List.of());
    }

    private static Step make(Journal.Entry entry, Windows windows) {
        if (needsDomainAccount(entry) && windows.domainAccount().isEmpty()) {
            return step(entry, Step.Status.BY_HAND, List.of(Message.of("provision.needs-domain-account")), List.of());
        }
        InForce when = entry.change().inForce();
        try {
            for (Change change : ((Undo.By) entry.undo()).changes()) {
                when = when.and(change.make(windows));
            }
            return new Step(
                    entry.number(), entry.setting(), entry.change(), Step.Status.UNDONE, List.of(), List.of(), when);
        } catch (WindowsException refused) {
            return step(entry, Step.Status.FAILED, refused.help(), List.of(refused.error()));
        }
    }

    private static Step step(
            Journal.Entry entry, Step.Status status, List<Message> notes, List<WindowsError> refusals) {
        return new Step(entry.number(), entry.setting(), entry.change(), status, notes, refusals);
    }
}
