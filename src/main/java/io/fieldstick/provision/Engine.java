package io.fieldstick.provision;

import io.fieldstick.message.Message;
import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.Judgement;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.Undo;
import io.fieldstick.setting.Verdict;
import io.fieldstick.setting.Weight;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives verify, dry run and provision from what a setting says of itself. */
public final class Engine {
    private Engine() {}

    /** What {@code setting} is on {@code windows}; nothing can be written. */
    public static Outcome verify(Setting<?> setting, WindowsView windows) {
        return unchanged(setting, setting.judgeOn(windows), Status.DIFFERS);
    }

    /** What provisioning would do; nothing can be written. */
    public static Outcome dryRun(Setting<?> setting, WindowsView windows) {
        return unchanged(setting, setting.judgeOn(windows), Status.WOULD_CHANGE);
    }

    /**
     * Brings {@code setting} about: each change is journalled durably with its undo, then made; at the end it is read
     * again. A refusal by Windows ends this setting and is told in the outcome; one of a user's registry ends it for this
     * user only.
     */
    public static Outcome provision(Setting<?> setting, Windows windows, Journal journal) {
        Judgement before = setting.judgeOn(windows);
        if (!(before.verdict() instanceof Verdict.Differs differs)) {
            return unchanged(setting, before, Status.DIFFERS);
        }
        Progress progress = new Progress();
        makeAll(differs.changes(), progress, setting, windows, journal);
        return progress.refusals.isEmpty()
                ? changed(setting, before, setting.judgeOn(windows), progress, List.of())
                : failed(setting, before, progress, differs.changes().size(), windows);
    }

    /** Makes one after the other as far as refusals let it; what was made is settled even where the journal is full. */
    private static void makeAll(
            List<Change> changes, Progress progress, Setting<?> setting, Windows windows, Journal journal) {
        try {
            for (Change change : changes) {
                if (progress.goesOnWith(change)) {
                    tryTo(change, progress, setting, windows, journal);
                }
            }
        } finally {
            settle(progress.made, windows);
        }
    }

    private static void tryTo(Change change, Progress progress, Setting<?> setting, Windows windows, Journal journal) {
        try {
            make(change, progress, setting.name(), windows, journal);
        } catch (WindowsException refused) {
            progress.refused(change, refused);
        }
    }

    /** The changes of one setting that were made so far, when they are all in force, and what was refused. */
    private static final class Progress {
        private final List<Change> made = new ArrayList<>();
        private final List<WindowsException> refusals = new ArrayList<>();
        private final Set<Optional<String>> refusing = new HashSet<>();
        private InForce inForce = InForce.NOW;

        /** One user does not depend on another; what is the machine's may depend on all that comes before it. */
        boolean goesOnWith(Change change) {
            boolean ofOneUser = change.user().isPresent() && !refusing.contains(Optional.<String>empty());
            return refusals.isEmpty() || (ofOneUser && !refusing.contains(change.user()));
        }

        void refused(Change change, WindowsException refused) {
            refusals.add(refused);
            refusing.add(change.user());
            if (refused.isUntilRestart()) {
                inForce = inForce.and(InForce.AFTER_RESTART);
            }
        }

        void made(Change change, InForce when) {
            made.add(change);
            inForce = inForce.and(when);
        }
    }

    private static Outcome failed(
            Setting<?> setting, Judgement before, Progress progress, int wanted, Windows windows) {
        List<WindowsError> refusals =
                progress.refusals.stream().map(WindowsException::error).toList();
        Outcome outcome = changed(setting, before, setting.judgeOn(windows), progress, refusals);
        List<Message> notes = new ArrayList<>(outcome.notes());
        progress.refusals.forEach(refused -> notes.addAll(refused.help()));
        int made = progress.made.size();
        notes.add(made == 0 ? Message.of("provision.state-none", wanted) : Message.of("provision.state", made, wanted));
        boolean denied = refusals.stream().anyMatch(WindowsError::isDenied);
        notes.add(Message.of(denied ? "provision.denied" : "provision.try-again"));
        return outcome.withNotes(notes);
    }

    /**
     * Brings {@code setting} about unless the profile waives it on {@code today}: then it is only looked at, for
     * somebody wants it to stay as it is.
     */
    public static Outcome provision(
            Setting<?> setting, Weight weight, LocalDate today, Windows windows, Journal journal) {
        Outcome outcome = weight.isWaivedOn(today) ? verify(setting, windows) : provision(setting, windows, journal);
        return outcome.weighing(weight, today);
    }

    private static void make(Change change, Progress progress, String setting, Windows windows, Journal journal) {
        Undo undo = change.undoFrom(windows);
        int number = journal.intend(setting, change, undo);
        try {
            progress.made(change, change.make(windows));
        } catch (WindowsException refused) {
            journal.refused(number, refused.error());
            throw refused;
        }
        journal.made(number);
    }

    /** Lets go of what was opened for the changes, and tells the running programs, each kind of announcement once. */
    static void settle(List<Change> made, Windows windows) {
        windows.release();
        Set<Announcement> announcements = EnumSet.noneOf(Announcement.class);
        made.forEach(change -> announcements.addAll(change.announcements()));
        announcements.forEach(windows::announce);
    }

    private static Outcome unchanged(Setting<?> setting, Judgement judgement, Status ifItDiffers) {
        Verdict verdict = judgement.verdict();
        return new Outcome(
                setting.name(),
                setting.title(),
                setting.desired(),
                judgement.actual(),
                judgement.actual(),
                status(verdict, ifItDiffers),
                judgement.evidence(),
                verdict instanceof Verdict.Differs differs ? differs.changes() : List.of(),
                notes(judgement),
                refusals(judgement),
                verdict instanceof Verdict.Pending pending ? pending.when() : InForce.NOW);
    }

    private static Outcome changed(
            Setting<?> setting,
            Judgement before,
            Judgement after,
            Progress progress,
            List<WindowsError> refusedWrites) {
        boolean failed = !refusedWrites.isEmpty() || after.verdict() instanceof Verdict.Differs;
        List<Message> notes = new ArrayList<>(notes(after));
        if (failed && refusedWrites.isEmpty()) {
            notes.add(Message.of("provision.changed-but-differs"));
        }
        List<WindowsError> refusals = new ArrayList<>(refusedWrites);
        refusals.addAll(refusals(after));
        return new Outcome(
                setting.name(),
                setting.title(),
                setting.desired(),
                before.actual(),
                after.actual(),
                failed ? Status.FAILED : afterChange(after.verdict()),
                after.evidence(),
                progress.made,
                notes,
                refusals,
                inForce(progress, after.verdict()));
    }

    private static Status afterChange(Verdict verdict) {
        boolean asWritten = verdict instanceof Verdict.AsDesired || verdict instanceof Verdict.Pending;
        return asWritten ? Status.CHANGED : status(verdict, Status.FAILED);
    }

    private static InForce inForce(Progress progress, Verdict verdict) {
        return verdict instanceof Verdict.Pending pending ? progress.inForce.and(pending.when()) : progress.inForce;
    }

    private static Status status(Verdict verdict, Status ifItDiffers) {
        if (verdict instanceof Verdict.Differs) {
            return ifItDiffers;
        }
        if (verdict instanceof Verdict.ByHand) {
            return Status.BY_HAND;
        }
        if (verdict instanceof Verdict.NotApplicable) {
            return Status.NOT_APPLICABLE;
        }
        return verdict instanceof Verdict.Unknown ? Status.UNKNOWN : Status.AS_DESIRED;
    }

    /** What is to be done or known, unless the state already says it. */
    private static List<Message> notes(Judgement judgement) {
        if (judgement.verdict() instanceof Verdict.ByHand byHand) {
            return List.of(byHand.instruction());
        }
        return judgement.verdict() instanceof Verdict.NotApplicable notApplicable
                        && !notApplicable.why().equals(judgement.actual())
                ? List.of(notApplicable.why())
                : List.of();
    }

    /** Each once: a file that cannot be read is met again with every value in it. */
    private static List<WindowsError> refusals(Judgement judgement) {
        Set<WindowsError> refusals = new LinkedHashSet<>(judgement.unreadable());
        if (judgement.verdict() instanceof Verdict.Unknown unknown) {
            refusals.add(unknown.why());
        }
        return List.copyOf(refusals);
    }
}
